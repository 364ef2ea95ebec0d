import { innerTail, type Law, predict, reached, studentInterval, uncertainty } from '@lawbook/estimators'
import type { Points } from './curve.ts'
import type { Ahead } from './fitReport.ts'
import type { FittedLaw } from './fittedLaw.ts'
import { orNull } from './orNull.ts'

/**
 * A fitted law at some x, with 90 % intervals of the law itself (not of a new point) by the delta method: variance
 * J C J', J the row of derivatives at x, C the covariance of the parameters. No interval where a bound chose a
 * parameter or the points leave no error to estimate; nothing at all without a point to predict from.
 */
export function lawAt({ law, fit }: Pick<FittedLaw, 'law' | 'fit'>, points: Points, x: Float64Array): Ahead[] {
  const theta = reached(fit)
  if (theta === null) return []
  const values = predict(law, x, theta)
  const error = fit.status === 'converged' ? errorOf(law, points, theta) : null
  return Array.from(x, (at, i) => {
    const value = values[i]!
    const se = error?.(at) ?? null
    if (error === null || se === null || !Number.isFinite(se)) return { x: at, value, low: null, high: null }
    const [low, high] = studentInterval({ value, se, df: points.y.length - theta.length, tail: innerTail })
    return { x: at, value, low, high }
  })
}

function errorOf(law: Law, { x, y, weights }: Points, theta: Float64Array): ((at: number) => number) | null {
  const covariance = orNull(() => uncertainty(law, x, y, theta, weights).covariance)
  if (covariance === null) return null
  const p = theta.length
  const [value, by] = [new Float64Array(1), new Float64Array(p)]
  return (at) => {
    law.evaluate(Float64Array.of(at), theta, value, by)
    let variance = 0
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) variance += by[i]! * covariance[i * p + j]! * by[j]!
    return Math.sqrt(Math.max(variance, 0))
  }
}
