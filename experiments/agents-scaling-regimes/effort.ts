import { fail } from '@lawbook/base'
import { clusterMean } from '@lawbook/estimators'
import { clustersBy, judged, mean, type WithError } from './estimate.ts'
import { groupBy, type RowOf } from './rows.ts'

/** Two runs of one system that differ in effort only. Success in points, costs in US dollars a task. */
export type EffortPair = {
  readonly benchmark: string
  readonly scaffold: string
  readonly model: string
  readonly less: string
  readonly more: string
  readonly before: number
  readonly after: number
  readonly gain: number
  readonly costBefore: number
  readonly costAfter: number
  readonly tasks: number
}

/** The effort of a row that names none: the model's default, no extended thinking or medium. */
export const unnamed = 'default'

const order: Readonly<Record<string, number>> = { low: 0, [unnamed]: 1, medium: 1, high: 2 }

/** What is the same in both rows of a pair. */
export const systemOf = (row: Pick<RowOf<'effort'>, 'benchmark' | 'agent' | 'model'>): string =>
  JSON.stringify([row.benchmark, row.agent, row.model])

/**
 * The pairs of neighbouring efforts of every system, less first. Throws LB_DOMAIN for an effort of unknown place and
 * for two rows of a system at the same place, since neither is then more effort than the other.
 */
export function effortPairs(rows: readonly RowOf<'effort'>[]): EffortPair[] {
  return [...groupBy(rows, systemOf).values()].flatMap((own) => {
    const successes = own.filter(({ metric, y }) => metric === 'success' && y !== null)
    const placed = successes.map((row) => ({ row, at: placeOfEffort(row) })).sort((a, b) => a.at - b.at)
    return placed.slice(1).map((later, i) => {
      const earlier = placed[i]!
      if (earlier.at === later.at)
        fail('LB_DOMAIN', `${nameOf(later.row)} has two rows of the same effort; give each its own effort`)
      return pairOf(earlier.row, later.row, own)
    })
  })
}

/** The place of the effort of a row among efforts, 0 the least. Throws LB_DOMAIN for an unknown one. */
export function placeOfEffort(row: RowOf<'effort'>): number {
  const place = order[row.setting ?? unnamed]
  if (place === undefined)
    fail('LB_DOMAIN', `${nameOf(row)} has the effort "${row.setting}"; known are none, low, medium and high`)
  return place
}

const nameOf = ({ benchmark, agent, model }: RowOf<'effort'>): string => `${model} in ${agent} on ${benchmark}`

function pairOf(less: RowOf<'effort'>, more: RowOf<'effort'>, own: readonly RowOf<'effort'>[]): EffortPair {
  const costOf = (row: RowOf<'effort'>): number => {
    const found = own.find(({ metric, setting }) => metric === 'cost' && setting === row.setting)
    return found?.y ?? fail('LB_DANGLING', `${nameOf(row)} has no cost; every row of hal has one`)
  }
  const [before, after] = [100 * less.y!, 100 * more.y!]
  return {
    benchmark: less.benchmark!,
    scaffold: less.agent!,
    model: less.model!,
    less: less.setting ?? unnamed,
    more: more.setting ?? unnamed,
    before,
    after,
    gain: after - before,
    costBefore: costOf(less),
    costAfter: costOf(more),
    tasks: less.n!,
  }
}

/** What pairs are clustered by: the model, as the protocol has it, or another thing that they share; or nothing. */
export type Cluster = 'model' | 'benchmark' | 'scaffold' | 'pair'

/** The mean gain over pairs, clustered (CR2, t with G_eff - 1). Throws LB_FIT with fewer than two clusters. */
export function meanGain(pairs: readonly EffortPair[], by: Cluster = 'model'): WithError {
  return clusteredMean(pairs, ({ gain }) => gain, by)
}

/** The mean of any figure of a pair, clustered. */
export function clusteredMean(
  pairs: readonly EffortPair[],
  of: (pair: EffortPair) => number,
  by: Cluster = 'model',
): WithError {
  const names = pairs.map((pair, i) => (by === 'pair' ? String(i) : pair[by]))
  return clusterMean({ values: Float64Array.from(pairs, of), clusters: clustersBy(names) })
}

/** The mean of the models' mean gains, each model alike: models are the independent values. */
export function gainOfModels(pairs: readonly EffortPair[]): WithError {
  const means = [...groupBy(pairs, ({ model }) => model).values()].map((own) => mean(own.map(({ gain }) => gain)))
  return clusterMean({ values: Float64Array.from(means), clusters: Int32Array.from(means.keys()) })
}

/** How many pairs gain, tie and lose. */
export function tally(pairs: readonly EffortPair[]): { won: number; tied: number; lost: number } {
  const count = (test: (gain: number) => boolean): number => pairs.filter(({ gain }) => test(gain)).length
  return { won: count((gain) => gain > 0), tied: count((gain) => gain === 0), lost: count((gain) => gain < 0) }
}

/** The mean gain of a few pairs where they have two models or more; null elsewhere. */
export function gainOrNull(pairs: readonly EffortPair[]): ReturnType<typeof judged> {
  return new Set(pairs.map(({ model }) => model)).size < 2 ? null : judged(meanGain(pairs))
}
