/**
 * Every analysis choice with its default. Changing one changes the numbers; the declared alternatives are in
 * `analyses.ts`.
 */
export const choices = {
  /** Who is asked: every pointwise router of the project. */
  routers: ['bm25', 'tf-idf', 'char-ngrams', 'minisearch', 'token-overlap', 'random'],
  /** What is judged: the authors' ladder. */
  ladder: [10, 20, 50, 100, 200, 500],
  /** What is shown: from two skills to the whole library. */
  shown: [2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1141],
  /** The wording that is judged; the other one and the mean of the two are alternatives. */
  wording: 'direct',
  /** Calibration accuracy that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** Rivals are fitted up to this size and compared at the held-out ones. */
  trainUpTo: 100,
  heldOut: [500, 1000],
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
  replicates: 100,
  /**
   * How alike the difficulty of requests is in planted worlds, on the normal scale: within a package, and between
   * routers asked the same. Set by hand to what such data look like, not estimated.
   */
  packageCorrelation: 0.1,
  requestCorrelation: 0.7,
}

export type RoutingChoices = typeof choices
