import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Who is asked: every pointwise router of the project but the slow ones. */
  routers: routersUpTo('library'),
  /** Library sizes of every curve, and the one at which claims are judged. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  size: 100,
  /** Accuracy on first steps in the other wording that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** Replicates of each planted world. */
  replicates: 100,
}

export type WrongStateChoices = typeof choices
