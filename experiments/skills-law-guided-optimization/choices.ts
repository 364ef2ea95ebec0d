import { chosenPointwise, routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default. Changing one changes the numbers. */
export const choices = {
  /**
   * Who is asked: the fast routers that need nothing but word vectors. A sentence encoder has no shipped vectors of edited
   * texts and cannot be asked.
   */
  routers: chosenPointwise(routersUpTo('fast'))
    .filter(({ needs = [] }) => needs.every((resource) => resource === 'wordVectors'))
    .map(({ id }) => id),
  /** Library sizes of every curve, and the one at which every claim is judged. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  size: 200,
  /** Sizes of libraries that hold the right skill and its nearest competitors. */
  adversarial: [10, 50, 200],
  /** Calibration accuracy on direct requests that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /** A black hole draws more wrong picks than uniform ones give any skill in 99.5 % of cases, from so many domains at least. */
  blackHoleDomains: 3,
  /** Who is asked what our defaults were chosen among: quick routers of three kins. */
  variantRouters: ['bm25', 'tf-idf', 'naive-bayes'],
  /** Seeded draws of each placebo. */
  placebos: 2,
  /** The size at which a gain here is held against a gain in another library. */
  elsewhere: 50,
  /** Random flips of the sign-flip tests. */
  flips: 4999,
  /** Replicates of each planted world. */
  replicates: 40,
}

export type OptimizationChoices = typeof choices
