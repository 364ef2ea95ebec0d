import { participationRatioOfMatrix } from '@lawbook/estimators'
import { lineShares, requestCurves } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'

/**
 * How many independent routers several are worth: the participation ratio of the correlations of their slopes, request
 * by request. Between 1, all alike, and their number; 1 where no slope varies.
 */
export function independentRouters(observed: Observed, routers: readonly string[], choices: RoutingChoices): number {
  const rows = observed.rows('test', choices.wording)
  const slopes = routers.map((router) => {
    const standings = rows.map((row) => observed.standing(router, row))
    const { b } = lineShares(requestCurves(standings, choices.ladder, observed.skills))
    const mean = b.reduce((sum, value) => sum + value, 0) / b.length
    const spread = Math.sqrt(b.reduce((sum, value) => sum + (value - mean) * (value - mean), 0))
    return spread === 0 ? null : b.map((value) => (value - mean) / spread)
  })
  const varying = slopes.filter((slope) => slope !== null)
  if (varying.length === 0) return 1
  const correlations = varying.flatMap((one) =>
    varying.map((other) => one.reduce((sum, value, i) => sum + value * other[i]!, 0)),
  )
  return participationRatioOfMatrix(Float64Array.from(correlations))
}
