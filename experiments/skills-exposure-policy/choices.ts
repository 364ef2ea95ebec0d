import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default. Changing one changes the numbers. */
export const choices = {
  /**
   * Who is asked under the full listing: all fast routers. Of a kin the first that is accurate enough is judged; `random`
   * is the floor. Other arms ask only those that are accurate enough.
   */
  routers: routersUpTo('fast'),
  /** Library sizes of every curve. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  /** The size at which every claim is judged, and the wording. */
  size: 100,
  wording: 'direct',
  /** Calibration accuracy under the full listing that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** Characters that a listing may hold before descriptions are left out. The judged one is the middle one. */
  budgets: [8000, 16_000, 40_000],
  budget: 16_000,
  /** Drawn libraries and orders a size for the budgeted listing. */
  draws: [
    { size: 10, draws: 200 },
    { size: 20, draws: 200 },
    { size: 50, draws: 100 },
    { size: 100, draws: 100 },
    { size: 200, draws: 40 },
    { size: 500, draws: 20 },
    { size: 1000, draws: 20 },
  ],
  /** Random orders of the whole library that are cut into libraries of the judged size, in which units are listed anew. */
  relistings: 8,
  /** Random orders of the whole library from which the expected share of full entries follows. */
  orders: 2000,
  /** Replicates of each planted world. */
  replicates: 100,
  /**
   * How alike the difficulty of requests is in planted worlds, on the normal scale: within a package, and between routers
   * and arms asked the same. `armShare` of what a package shares belongs to one arm alone: it is what a paired contrast
   * is uncertain by, and such that contrasts of a few points are about as uncertain as those that were measured. Set by
   * hand, not estimated.
   */
  packageCorrelation: 0.1,
  requestCorrelation: 0.7,
  armShare: 0.05,
}

export type ExposureChoices = typeof choices
