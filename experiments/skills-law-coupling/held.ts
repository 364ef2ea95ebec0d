import type { Model, Points } from './models.ts'

/** How an error counts: the root of the mean square, or the mean absolute one. In points. */
export type Loss = 'squared' | 'absolute'

/**
 * The error of a model that is fitted to all families but one and predicts that one, each in its turn, in points of
 * accuracy. A family without weight takes no part. NaN where only one is left.
 */
export function heldOutError(points: Points, model: Model, loss: Loss = 'squared'): number {
  const { family, b, before, after, weight } = points
  let [total, weights, leftOut, parameter] = [0, 0, -1, 0]
  for (let r = 0; r < family.length; r++) {
    if (weight[r] === 0) continue
    if (family[r] !== leftOut) {
      leftOut = family[r]!
      parameter = model.fit(points, leftOut)
    }
    const miss = 100 * (model.predict(b[r]!, before[r]!, parameter) - after[r]!)
    total += weight[r]! * (loss === 'squared' ? miss * miss : Math.abs(miss))
    weights += weight[r]!
  }
  return loss === 'squared' ? Math.sqrt(total / weights) : total / weights
}
