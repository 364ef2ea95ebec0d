import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Who is asked: every pointwise router of the project but the slow ones. */
  routers: routersUpTo('library'),
  /** Library sizes, and the one at which claims are judged. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  size: 100,
  /** Accuracy on first steps in the other wording that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** The authors' regimes: a gap below the first is small, one above the second is large. */
  regimes: { small: 0.1, large: 0.3 },
  /** Laws are fitted to pairs whose steps are at least so far apart. */
  realGap: 0.1,
  /** Where the critical gap and the scale of the gap law are searched; slope and height are solved for. */
  criticalGaps: { from: 0, to: 0.6, step: 0.02 },
  scales: [0.03, 0.06, 0.12, 0.24, 0.48],
  /** Half the width of a bin of the gap in figures; one bin is centred at 0. */
  halfBin: 0.1,
  /** Replicates of each planted world. */
  replicates: 100,
  /**
   * Planted worlds, set by hand so that the steps' chances and the widths of intervals are about the real ones. Means and
   * spreads of the steps' difficulty on the normal scale: of a second-step skill, of a pair, of a router, of a wording,
   * and of a router at a wording. And how much the effect of a state differs between skills, pairs, routers, and
   * routers at a pair.
   */
  planted: {
    means: [0.9, 0.1],
    spread: { skill: 1.2, pair: 1.2, router: 0.4, wording: 1.8, own: 1 },
    state: { skill: 1.5, pair: 1.5, router: 1.5, own: 1.5 },
  },
}

export type GapChoices = typeof choices
