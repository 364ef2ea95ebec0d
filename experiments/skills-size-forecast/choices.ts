/** Every analysis choice with its default. Changing one changes the numbers. */
export const choices = {
  /** Who is asked: the routers of the audit, one a kin, and one that is trained. */
  routers: ['bm25', 'tf-idf', 'char-ngrams', 'token-overlap', 'naive-bayes'],
  /** Skills that a user has today. Powers of two apart, so that libraries of one draw share what is built. */
  skills: [35, 70, 140, 280],
  /** How many times as many there will be. */
  factors: [2, 4],
  /** Growing libraries drawn for each half and design, and how many of `skills` the user has at most: large ones are dear. */
  draws: [
    { upTo: 280, draws: 4 },
    { upTo: 140, draws: 6 },
  ],
  /** A library with fewer requests is left out, as the audit leaves it out. */
  fewestRequests: 20,
  /** The share of what comes that an interval shall hold, and the shares between quantiles that are tried for it. */
  level: 0.9,
  quantileShares: [0.9, 0.92, 0.94, 0.96, 0.98],
  /** Sizes at which probes from bodies and written requests are compared, and the one that is judged. */
  probeSizes: [10, 20, 50, 100, 200, 500, 1000],
  probeSize: 100,
  /** Replicates of each planted world, the sizes of its libraries, its routers and the laws that compete in it. */
  replicates: 12,
  plantedSkills: [35, 140],
  plantedRouters: 3,
  plantedLaws: ['log', 'power', 'hill'],
  /**
   * How alike the difficulty of requests is in planted worlds, on the normal scale: within a draw or package, and of
   * requests and probes for one skill, or of one request for several routers. Set by hand to what such data look like, not estimated.
   */
  clusterCorrelation: 0.05,
  requestCorrelation: 0.5,
}

export type ForecastChoices = typeof choices
