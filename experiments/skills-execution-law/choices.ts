import { routersUpTo } from '@lawbook/routers'

/** Every analysis choice with its default; the declared alternatives stand with the measures. */
export const choices = {
  /** Who is asked: every pointwise router of the project but the slow ones. */
  routers: routersUpTo('library'),
  /** Library sizes: the authors' ladder and 1,000. */
  ladder: [10, 20, 50, 100, 200, 500, 1000],
  /** The size at which every claim is judged. */
  size: 100,
  /** Accuracy on first steps in the other wording that a router needs to be judged, at two sizes. */
  eligible: [
    { size: 10, accuracy: 0.6 },
    { size: 500, accuracy: 0.2 },
  ],
  /**
   * Routers that read a request as a set of words: both steps of a plan are the same request to them. Judged, and left out in
   * an alternative.
   */
  deaf: ['orama', 'token-overlap', 'glove-soft'],
  /** What "about multiplicative" allows: of the residual, and of the logarithm of the ratio. */
  margins: { residual: 0.02, logRatio: 0.1 },
  /** "Difficult" read otherwise: a chance in the other wording of at most this, without which nothing can be fourfold. */
  atMost: 0.25,
  /** Replicates of each planted world. */
  replicates: 100,
}

export type ExecutionChoices = typeof choices
