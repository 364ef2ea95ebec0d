import { clusterMean } from '@lawbook/estimators'
import { clustersBy, type WithError } from './estimate.ts'
import { groupBy, type RowOf } from './rows.ts'
import { slopeOf } from './throughput.ts'

/** How much faster one job is done by more agents: the exponent of one model on one suite. */
export type TeamExponent = {
  readonly suite: string
  readonly assignment: string
  readonly model: string
  readonly exponent: number
}

/**
 * The exponents of teams that share one job: minus the least-squares slope of mean ln wall clock in ln agents, for each
 * suite, assignment and model with two sizes or more. Sizes at which no run succeeded have no time and are left out.
 */
export function teamExponents(rows: readonly RowOf<'teams'>[]): TeamExponent[] {
  const timed = rows.filter(({ y }) => y !== null)
  const key = ({ benchmark, agent, model }: RowOf<'teams'>) => JSON.stringify([benchmark, agent, model])
  return [...groupBy(timed, key).values()].flatMap((own) => {
    if (own.length < 2) return []
    const agents = Float64Array.from(own, ({ x }) => Math.log(x!))
    const exponent = -slopeOf(
      agents,
      Float64Array.from(own, ({ y }) => y!),
    )
    return [{ suite: own[0]!.benchmark!, assignment: own[0]!.agent!, model: own[0]!.model!, exponent }]
  })
}

/** The mean exponent; models are resampled, since their suites share them. */
export function meanTeamExponent(exponents: readonly TeamExponent[]): WithError {
  return clusterMean({
    values: Float64Array.from(exponents, ({ exponent }) => exponent),
    clusters: clustersBy(exponents.map(({ model }) => model)),
  })
}
