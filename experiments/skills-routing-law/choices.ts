import { routersUpTo } from '@lawbook/routers'
import type { Wording } from '@lawbook/skill-requests'

/**
 * Every size, threshold and number of draws with its default, and who is asked; the rival forms are in `statistics.ts`.
 * Changing one changes the numbers; the declared alternatives are in `analyses.ts`.
 */
export const choices = {
  /**
   * Who is asked, and nobody else in any arm: every pointwise router that is fast enough for the main arm, in the order
   * in which one of a kin is judged, and two whose answer depends on who stands beside whom.
   */
  routers: [...routersUpTo('library'), 'rrf-bm25-use', 'zsum-bm25-use'],
  /** What is judged: the authors' ladder. */
  ladder: [10, 20, 50, 100, 200, 500],
  /** What is shown: from two skills to the whole library. */
  shown: [2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1141],
  /** The wording that is judged; the other one and the mean of the two are alternatives. */
  wording: 'direct' as Wording,
  /** Calibration accuracy that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** Rivals are fitted up to this size and compared at the held-out ones. */
  trainUpTo: 100,
  heldOut: [500, 1000],
  /** Libraries made of the right skill and its nearest, or its farthest, competitors: how many skills they have. */
  structure: [10, 30, 100, 300, 1000],
  /** The small library of look-alikes and the large one of strangers that are held against each other. */
  similar: 30,
  separated: 1000,
  /** Skills and servers together: sizes beyond the library of skills. */
  beyond: [1200, 1500, 2000, 2500, 3000, 3400],
  /** At how many skills it is said how many servers do the same harm. */
  exchangedAt: [10, 50, 100, 200, 500, 1000],
  /** Fewer requests, or fewer equal clusters, say nothing about the slope of a stratum. */
  fewestRequests: 20,
  fewestClusters: 3,
  /** Draws of the wild cluster bootstrap that checks the slope's interval. */
  wildDraws: 4999,
  /** Drawn libraries in which a router is fitted anew, so that its statistics are those of the library shown. */
  refit: {
    routers: ['bm25', 'tf-idf'],
    draws: [
      { size: 10, draws: 4 },
      { size: 50, draws: 2 },
      { size: 200, draws: 1 },
      { size: 500, draws: 1 },
    ],
  },
  /** Drawn libraries a size for routers that need to be shown their candidates. */
  listwiseDraws: [
    { size: 10, draws: 200 },
    { size: 20, draws: 200 },
    { size: 50, draws: 60 },
    { size: 100, draws: 60 },
    { size: 200, draws: 20 },
    { size: 500, draws: 20 },
    { size: 1000, draws: 20 },
  ],
  /** Monte-Carlo libraries a size, as a check of the exact curves: many where libraries are small. */
  monteCarlo: [
    { size: 2, draws: 200 },
    { size: 5, draws: 200 },
    { size: 10, draws: 200 },
    { size: 20, draws: 200 },
    { size: 50, draws: 60 },
    { size: 100, draws: 60 },
    { size: 200, draws: 20 },
    { size: 500, draws: 20 },
    { size: 1000, draws: 20 },
    { size: 1141, draws: 20 },
  ],
  /** Replicates of each planted world. */
  replicates: 40,
  /**
   * How alike the difficulty of requests is in planted worlds, on the normal scale: within a package, and between
   * routers asked the same. Set by hand to what such data look like, not estimated.
   */
  packageCorrelation: 0.1,
  requestCorrelation: 0.7,
}

export type RoutingChoices = typeof choices
