import { normalQuantile } from '@lawbook/estimators'
import type { Model, Points } from './models.ts'

/** Chances stay this far inside (0, 1) on the normal scale. */
const edge = 0.001

/**
 * How far routers lie from a model that is fitted to all of them: root mean square, with the points' weights, of the
 * difference between P(B | state) and its prediction on the normal scale. Their own sampling error is in it. NaN without
 * routers.
 */
export function departureFrom(points: Points, model: Model): number {
  const { b, before, after, weight } = points
  const parameter = model.fit(points, null)
  const normal = (chance: number): number => normalQuantile(Math.min(1 - edge, Math.max(edge, chance)))
  let [squares, weights] = [0, 0]
  after.forEach((chance, r) => {
    const miss = normal(chance) - normal(model.predict(b[r]!, before[r]!, parameter))
    squares += weight[r]! * miss * miss
    weights += weight[r]!
  })
  return Math.sqrt(squares / weights)
}
