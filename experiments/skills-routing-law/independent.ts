import { lineShares, requestCurves } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed, Wording } from './evidence.ts'

/**
 * How many independent routers several are worth: the participation ratio m² / sum of C_jk² of the correlations C of
 * their slopes request by request (the squared trace of C over the trace of C²). Between 1, all alike, and m.
 */
export function independentRouters(observed: Observed, routers: readonly string[], choices: RoutingChoices): number {
  const rows = observed.rows('test', choices.wording as Wording)
  const slopes = routers.map((router) => {
    const standings = rows.map((row) => observed.standing(router, row))
    const { b } = lineShares(requestCurves(standings, choices.ladder, observed.skills))
    const mean = b.reduce((sum, value) => sum + value, 0) / b.length
    const spread = Math.sqrt(b.reduce((sum, value) => sum + (value - mean) * (value - mean), 0))
    return b.map((value) => (spread === 0 ? 0 : (value - mean) / spread))
  })
  let squares = 0
  for (const one of slopes) {
    for (const other of slopes) {
      const correlation = one.reduce((sum, value, i) => sum + value * other[i]!, 0)
      squares += correlation * correlation
    }
  }
  return squares === 0 ? 1 : (routers.length * routers.length) / squares
}
