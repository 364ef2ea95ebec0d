import { type DependencyClass, twoWayInterval } from '@lawbook/pipelines'
import type { Estimate } from '@lawbook/schemas'
import type { ExecutedPair } from './executed.ts'
import type { Chances, Panel } from './panel.ts'

/** What a second step is judged by: whether its right skill is chosen, or that times whether its product passes. */
export type Outcome = 'routing' | 'aware' | 'blind'
export const outcomes: readonly Outcome[] = ['routing', 'aware', 'blind']

/** What the router was shown before the second step. Nothing was executed after a placebo. */
export type State = 'none' | 'own' | 'placebo' | 'wrong'
export const states: readonly State[] = ['none', 'own', 'placebo', 'wrong']

/** What a wrong state is held against. */
export type Against = Exclude<State, 'wrong'>

/** What pairs share, so that they are no independent witnesses; a state is what a first skill, right or wrong, left. */
const sharedSkills = {
  'second-step skills': (pair: ExecutedPair) => pair.skill,
  'first-step skills': (pair: ExecutedPair) => pair.first,
  'nearest wrong skills': (pair: ExecutedPair) => pair.nearest,
}
export type Clustering = keyof typeof sharedSkills
const all = Object.keys(sharedSkills) as Clustering[]

/** An estimate with what was resampled, how many pairs it speaks of, and why there is none. */
export type Estimated = Estimate & { readonly resampled: string; readonly n: number; readonly reason?: string }

/** The quality of a pair's second step after a state, mean over its wrong states. NaN for a product after a placebo. */
export function qualityOf(pair: ExecutedPair, chances: Chances, state: State, outcome: Outcome): number {
  if (state === 'wrong')
    return mean(
      chances.wrong.map((chance, w) => (outcome === 'routing' ? chance : passing(pair.wrong[w]![outcome], chance))),
    )
  if (outcome === 'routing') return chances[state]
  return state === 'placebo' ? Number.NaN : passing(pair[state][outcome], chances[state])
}

function passing(passed: boolean, chance: number): number {
  return passed ? chance : 0
}

/** The share of a pair's executed second steps that pass after a state: 0 or 1, or the mean over its wrong states. */
export function passShare(pair: ExecutedPair, state: 'none' | 'own' | 'wrong', outcome: 'aware' | 'blind'): number {
  const executed = state === 'wrong' ? pair.wrong : [pair[state]]
  return mean(executed.map((one) => (one[outcome] ? 1 : 0)))
}

/** Mean over routers and pairs of a class, in percent; the intervals resample routers' kins and, in turn, all shared skills. */
export function levelOf(
  panel: Panel,
  kind: DependencyClass,
  of: (pair: ExecutedPair, chances: Chances) => number,
  clusterings: readonly Clustering[] = all,
): Estimated {
  const places = [...panel.pairs.keys()].filter((i) => panel.pairs[i]!.class === kind)
  const cells = panel.chances.map((row) => places.map((i) => of(panel.pairs[i]!, row[i]!)))
  return estimated({
    pairs: places.map((i) => panel.pairs[i]!),
    kins: panel.routers.map(({ kin }) => kin),
    clusterings,
    statistic: (routers, pairs) => 100 * mean(routers.map((r) => mean(pairs.map((i) => cells[r]![i]!)))),
  })
}

/** Quality after a wrong state less quality after another, mean over routers and pairs of a class, in points. */
export function changeOf(
  panel: Panel,
  kind: DependencyClass,
  outcome: Outcome,
  against: Against,
  clusterings: readonly Clustering[] = all,
): Estimated {
  return levelOf(
    panel,
    kind,
    (pair, chances) => qualityOf(pair, chances, 'wrong', outcome) - qualityOf(pair, chances, against, outcome),
    clusterings,
  )
}

/** A share of executed products over the pairs of a class, in percent. No router has a part in it. */
export function shareOf(
  pairs: readonly ExecutedPair[],
  kind: DependencyClass,
  of: (pair: ExecutedPair) => number,
): Estimated {
  const own = pairs.filter((pair) => pair.class === kind)
  const values = own.map(of)
  return estimated({ pairs: own, kins: [], statistic: (_, keep) => 100 * mean(keep.map((i) => values[i]!)) })
}

/** Products that pass after a wrong first step: their share in loose pairs less that in tight ones, in points. */
export function survivalDifference(
  pairs: readonly ExecutedPair[],
  outcome: 'aware' | 'blind',
  clusterings: readonly Clustering[] = ['second-step skills'],
): Estimated {
  const own = pairs.filter((pair) => pair.class !== 'independent')
  const values = own.map((pair) => passShare(pair, 'wrong', outcome))
  const share = (kind: DependencyClass, keep: readonly number[]): number =>
    mean(keep.filter((i) => own[i]!.class === kind).map((i) => values[i]!))
  return estimated({
    pairs: own,
    kins: [],
    clusterings,
    statistic: (_, keep) => 100 * (share('loose', keep) - share('tight', keep)),
    sided: 'one',
  })
}

/**
 * The statistic with intervals over each kind of shared skills and over kins of routers: of each limit the farthest. Without
 * pairs or routers there is no value; with one cluster, or where all clusters say the same, there is no spread to resample
 * and no interval.
 */
function estimated({
  pairs,
  kins,
  statistic,
  clusterings = ['second-step skills'],
  sided = 'two',
}: {
  readonly pairs: readonly ExecutedPair[]
  /** The kin of each router; none where no router has a part. */
  readonly kins: readonly string[]
  readonly statistic: (routers: readonly number[], pairs: readonly number[]) => number
  readonly clusterings?: readonly Clustering[]
  readonly sided?: 'one' | 'two'
}): Estimated {
  const none = { i90: null, i995: null, n: pairs.length }
  const value = pairs.length === 0 ? Number.NaN : statistic([...kins.keys()], [...pairs.keys()])
  if (!Number.isFinite(value))
    return { ...none, value: null, resampled: 'nothing', reason: 'there is no judged router, or no pair of a class' }
  const ways = clusterings
    .map((clusterName) => ({ clusterName, clusterOf: pairs.map(sharedSkills[clusterName]) }))
    .filter(({ clusterOf }) => new Set(clusterOf).size > 1)
  if (ways.length === 0) return { ...none, value, resampled: 'nothing: all pairs share their skills' }
  const found = ways.map((way) => twoWayInterval({ statistic, kins, ...way, sided }).nested)
  const kinds = [
    ...ways.map(({ clusterName, clusterOf }) => `${clusterName} (${new Set(clusterOf).size})`),
    ...(new Set(kins).size > 1 ? [`kins of routers (${new Set(kins).size})`] : []),
  ]
  const resampled = kinds.join(', ') + (kinds.length > 1 ? ': the farthest limit of all' : '')
  const farthest = (of: 'i90' | 'i995'): [number, number] => [
    Math.min(...found.map((one) => one[of][0])),
    Math.max(...found.map((one) => one[of][1])),
  ]
  const [i90, i995] = [farthest('i90'), farthest('i995')]
  if (![...i90, ...i995].every(Number.isFinite) || i90[1] - i90[0] < 1e-9)
    return { ...none, value, resampled: `${resampled}; no spread between them` }
  return { value, i90, i995, resampled, n: pairs.length }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
