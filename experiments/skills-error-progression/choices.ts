import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Who is asked: every pointwise router of the project but the slow ones. */
  routers: routersUpTo('library'),
  /** Library sizes: the authors' ladder and 1,000. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  /** The wording that decides the progression, and the one that stands for an ambiguous prompt. */
  wording: 'direct',
  ambiguous: 'situated',
  /** The families that decide; the other two kinds are alternatives. */
  family: 'domain',
  /** Calibration accuracy on direct requests that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** Hard negatives: so many nearest neighbours of the right skill are always in the library. */
  nearest: 30,
  /** A black hole: more wrong picks than this point of the maximum under uniform wrong picks, from so many families. */
  blackHole: { level: 0.995, families: 3 },
  /** Where the concentration curve is read: so many of the worst skills. */
  worst: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  /** Draws of the uniform null of the skewness, and of the permutation null of hubness. */
  nullDraws: 400,
  /** Replicates of each planted world, and its routers: fewer than are judged, which agree more than planted ones do. */
  replicates: 25,
  plantedRouters: 4,
}

export type ProgressionChoices = typeof choices
