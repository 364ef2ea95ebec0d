import type { StreamFactory } from '@lawbook/base'
import {
  clusterMean,
  innerTail,
  intersection,
  type Nested,
  nestedIntervals,
  outerTail,
  wildClusterBootstrap,
} from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import { lineShares, requestCurves } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import type { Observed } from './evidence.ts'

/**
 * The smallest slope over routers with intervals made in two other ways, as a check of the jackknife: the CR2 standard
 * error of the mean of the requests' slopes, and the wild cluster bootstrap-t with Webb's weights.
 */
export function slopeChecks(
  observed: Observed,
  routers: readonly string[],
  choices: RoutingChoices,
  stream: StreamFactory,
): { choice: string; option: string; estimate: Estimate }[] {
  if (routers.length === 0) return []
  const wording = choices.wording
  const { clusterOf } = observed.clusters('test', wording, 'package')
  const slopes = routers.map((router) => {
    const standings = observed.rows('test', wording).map((row) => observed.standing(router, row))
    return lineShares(requestCurves(standings, choices.ladder, observed.skills)).b
  })
  const parts = routers.length
  const cr2 = slopes.map((values) =>
    nestedIntervals({ ...clusterMean({ values, clusters: clusterOf }), parts, sided: 'one' }),
  )
  const wild = slopes.map((values, k): Nested => {
    const interval = (tail: number) =>
      wildClusterBootstrap({
        values,
        clusters: clusterOf,
        weights: 'webb',
        draws: choices.wildDraws,
        tail,
        stream: stream('wild', routers[k]!),
      })
    const value = values.reduce((sum, one) => sum + one, 0) / values.length
    return { value, i90: interval(innerTail), i995: interval(outerTail('one', parts)) }
  })
  return [
    { choice: 'interval', option: 'CR2 standard error, t', estimate: spread(cr2) },
    { choice: 'interval', option: 'wild cluster bootstrap-t, Webb', estimate: spread(wild) },
  ]
}

/** The smallest of the routers' slopes; without an interval where all requests of a router have one slope. */
function spread(parts: readonly Nested[]): Estimate {
  const { value, i90, i995 } = intersection(parts)
  return i90[0] < i90[1] ? { value, i90, i995 } : { value, i90: null, i995: null }
}
