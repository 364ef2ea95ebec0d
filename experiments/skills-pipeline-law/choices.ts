import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Who is asked: every pointwise router of the project but the slow ones. */
  routers: routersUpTo('library'),
  /** Library sizes: the authors' ladder and 1,000. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  /** Where headline numbers are read. */
  size: 100,
  /** Lengths of plans that the law is fitted to. */
  lengths: [2, 3, 5, 10],
  /** Plans up to this length are fitted, longer ones are predicted. */
  trainUpTo: 3,
  /** From this length on a plan has a middle. */
  middleFrom: 5,
  /** Accuracy in the other wording that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /**
   * A router is deaf if it gives both steps of more than this share of the pairs the same ranks when it is shown the plan, so
   * that the plan cannot tell it which step is asked. Shown, not judged.
   */
  deafAbove: 0.5,
  /** A router that was declared deaf at first and hears by the criterion above: without it, an alternative. */
  notAtFirst: 'flexsearch',
  /** Below this size a library holds little but the skills of the longest plans; the sizes from it on are an alternative. */
  roomy: 50,
  /** Draws of the permutation of positions. */
  permutations: 1999,
  /** Replicates of each planted world. */
  replicates: 40,
}

export type PipelineChoices = typeof choices
