import { metrics } from '@lawbook/benchmarks'
import type { Measure } from '@lawbook/schemas'
import { clustersOf, differences, type EffectId, effectIds, effects, meanOf } from './effects.ts'
import { columnOf, type Metric, type Observed } from './evidence.ts'

/** What a benchmark counts: its primary metric and the others that stand beside it. */
export type Counting = {
  readonly metric: 'strict' | 'declared' | 'flat'
  readonly beside: readonly ('strict' | 'declared' | 'flat')[]
}

/** The judged measures: the mean over routers, router by router, with their declared alternatives. */
export function judgedMeasures(observed: Observed, { metric, beside }: Counting): Measure[] {
  const tasks = clustersOf(observed, 'task')
  return effectIds.map((id): Measure => {
    const effect = effects[id]
    const values = differences(observed, effect, metric)
    const parts = observed.routers.map(({ id: router, short }) => ({
      label: short,
      ...meanOf(differences(observed, effect, metric, router), tasks),
      n: observed.tasks.length,
    }))
    const others = beside.map((one) => ({
      choice: 'metric',
      option: metrics[one],
      ...meanOf(differences(observed, effect, one), tasks),
    }))
    const wide = effect[0].includes('+gate')
      ? [{ choice: 'gate limit', option: '140', ...meanOf(differences(observed, widened(effect), metric), tasks) }]
      : []
    const domains = { choice: 'clusters', option: 'domains', ...meanOf(values, clustersOf(observed, 'domain')) }
    return {
      ...about(observed, id, effect[2], metric),
      ...meanOf(values, tasks),
      parts,
      alternatives: [
        ...others,
        ...wide,
        domains,
        ...byKind(observed, effect, metric),
        ...withoutEach(observed, effect, metric),
      ],
    }
  })
}

const widened = ([after, before]: (typeof effects)[EffectId]): readonly [string, string] => [
  after.replace('+gate', '+wide-gate'),
  before,
]

/** Routers that find half of the cards or more in the library as it was, and those that do not: two kinds, not six of one. */
function byKind(observed: Observed, effect: (typeof effects)[EffectId], metric: Metric) {
  const finds = ({ columns }: Observed['routers'][number]): boolean => {
    const routed = columns.get('raw.routed')!
    return routed.reduce((sum, share) => sum + share, 0) / routed.length >= 0.5
  }
  return ([true, false] as const).flatMap((good) => {
    const routers = observed.routers.filter((router) => finds(router) === good)
    if (routers.length === 0) return []
    const values = differences({ ...observed, routers }, effect, metric)
    const option = good ? 'that find half of the cards or more' : 'that find fewer than half'
    return [{ choice: 'routers', option, ...meanOf(values, clustersOf(observed, 'task')) }]
  })
}

/** The same mean with one router left out. */
function withoutEach(observed: Observed, effect: (typeof effects)[EffectId], metric: Metric) {
  const { routers } = observed
  if (routers.length < 2) return []
  return routers.map(({ id, short }) => {
    const rest = { ...observed, routers: routers.filter((one) => one.id !== id) }
    return {
      choice: 'router left out',
      option: short,
      ...meanOf(differences(rest, effect, metric), clustersOf(observed, 'task')),
    }
  })
}

function about(observed: Observed, id: string, title: string, metric: Counting['metric']) {
  const { tasks, routers } = observed
  return {
    id,
    title,
    unit: 'points',
    method: `${metrics[metric]}; mean over tasks of the mean over ${routers.length} routers; recipes are executed and the task’s own checker judges`,
    resampled: `tasks: ${tasks.length} (t); ${routers.length} routers of as many kins and the library held fixed`,
    n: tasks.length,
    evidence: 'executed' as const,
  }
}

const levels = {
  'level-before': ['raw', 'the library as it was, no gate, no closure check'],
  'level-after': ['authors+gate+closure', 'the authors’ edited library, the gate and the closure check'],
  'level-ours': ['ours+gate+closure', 'our edited library, the gate and the closure check'],
} as const

/** Levels that no claim is judged by: they belong to these routers and tasks. The floor and the ceiling need no router. */
export function shownMeasures(observed: Observed, { metric }: Counting): Measure[] {
  const tasks = clustersOf(observed, 'task')
  const percent = (values: Float64Array): Float64Array => values.map((value) => 100 * value)
  const bound = (of: string): Float64Array =>
    Float64Array.from(observed.bounds, (row) => 100 * Number(row[`${of}.${metric}`]))
  const shown = (id: string, title: string, values: Float64Array, which = metric as string): Measure => ({
    ...about(observed, id, title, metric),
    unit: '%',
    ...(which === 'routed'
      ? { method: 'share of turns whose first pick is the card written for it; mean over tasks and routers' }
      : {}),
    ...meanOf(values, tasks, 'two'),
  })
  return [
    ...Object.entries(levels).map(([id, [arm, title]]) =>
      shown(id, title, percent(columnOf(observed, `${arm}.${metric}`))),
    ),
    shown('floor', 'doing nothing', bound('nothing')),
    shown('ceiling', 'every turn’s own recipe (the oracle)', bound('oracle')),
    shown(
      'routed-before',
      'right first picks in the library as it was',
      percent(columnOf(observed, 'raw.routed')),
      'routed',
    ),
    shown(
      'routed-after',
      'right first picks in the authors’ edited library',
      percent(columnOf(observed, 'authors.routed')),
      'routed',
    ),
    shown(
      'routed-ours',
      'right first picks in our edited library',
      percent(columnOf(observed, 'ours.routed')),
      'routed',
    ),
    ...(['read', 'unread'] as const).map((which) =>
      shown(
        `routed-ours-${which}`,
        `right first picks in our edited library, of cards whose requests our steps had ${which === 'read' ? '' : 'not '}read`,
        percent(columnOf(observed, `ours ${which}.routed`)),
        'routed',
      ),
    ),
  ]
}
