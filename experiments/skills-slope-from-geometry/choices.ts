import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default. They were fixed on requests of the calibration half (README.md). */
export const choices = {
  /** Who is asked: of each kin the first that is eligible is judged. */
  routers: routersUpTo('fast'),
  /** The ladder on which b is measured: the authors' sizes that fit into a pool of 99 competitors. */
  ladder: [10, 20, 50, 100],
  /** The wording that is judged; the other one is an alternative. */
  wording: 'direct',
  /** Calibration accuracy among the skills that a router needs to be judged. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** Similarity bins: no shared word, then cut at these quantiles of (target, competitor) pairs. */
  quantiles: [0.5, 0.75, 0.9, 0.96, 0.985, 0.995, 0.998],
  /** Kinds of request that the beat-rate kernel tells apart. */
  kinds: 8,
  /** Competitors by which the rate of a kind in a bin is drawn to the kernel's common shape. */
  prior: 20,
  /** Steps of the EM algorithm from its start, and from there in every jackknife replicate. */
  steps: 300,
  moreSteps: 5,
  /** Replicates of each planted world, and the routers in it. */
  replicates: 8,
  plantedRouters: 2,
  /** How alike the ease of requests is in planted worlds: within a package, and between routers asked the same. */
  packageCorrelation: 0.1,
  requestCorrelation: 0.7,
}

export type GeometryChoices = typeof choices
