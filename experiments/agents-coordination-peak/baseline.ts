import type { AgentRow } from '@lawbook/agent-runs'
import { clusterJackknife, type Estimate as Fitted, type Interval, innerTail, outerTail } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import type { PeakChoices } from './choices.ts'
import { fieller } from './fieller.ts'
import { measureOf, nested } from './measures.ts'
import {
  type By,
  byOthers,
  byRestricted,
  bySolo,
  gainLine,
  type Level,
  lossAbove,
  type Score,
  scoresOf,
  slopeLoss,
} from './teamBench.ts'

const nothing = 'there are no models and tasks with all three runs'

/** The judged measures on who benefits, and where the line crosses zero. */
export function baselineMeasures(rows: readonly AgentRow[], { baseline }: PeakChoices): Measure[] {
  const scores = scoresOf(rows)
  const [worst, best] = [scoresOf(rows, { solo: 0, team: 1 }), scoresOf(rows, { solo: 1, team: 0 })]
  const common = groundOf(scores)
  const slope = readings((some, level, by) => slopeLoss(some, level, by), scores)
  const loss = readings((some, level, by) => lossAbove(some, level, baseline, by), scores)
  return [
    measureOf(
      slope.own,
      {
        id: 'gain-lost-a-point',
        title: 'how much less a team gains a point of the single agent’s level, by the restricted run as instrument',
        method: 'minus cov(team - solo, restricted) / cov(solo, restricted); delete-one-task jackknife, t',
        unit: 'points of gain lost a point of baseline',
        ...common,
        alternatives: slope.alternatives,
        ...missing(nested(slopeLoss(worst, byRestricted)), nested(slopeLoss(best, byRestricted))),
      },
      nothing,
    ),
    measureOf(
      loss.own,
      {
        id: 'loss-above-45',
        title: `what a team loses on one agent where the restricted run is above ${baseline}`,
        method: 'mean of solo - team; delete-one-task jackknife, t',
        unit: 'points',
        ...groundOf(scores.filter(({ restricted }) => restricted > baseline)),
        alternatives: loss.alternatives,
        ...missing(nested(lossAbove(worst, byRestricted, baseline)), nested(lossAbove(best, byRestricted, baseline))),
      },
      nothing,
    ),
    crossingMeasure(scores, common),
  ]
}

/** What is resampled, of the cells that a measure is made of. */
function groundOf(scores: readonly Score[]): Pick<Measure, 'resampled' | 'n'> {
  const [tasks, models] = [new Set(scores.map(({ task }) => task)), new Set(scores.map(({ model }) => model))]
  return { resampled: `${tasks.size} tasks, which these ${models.size} models share`, n: scores.length }
}

/** One statistic under the primary reading and the declared others. */
function readings(of: (scores: readonly Score[], level: Level, by: By) => Fitted | null, scores: readonly Score[]) {
  const other = (choice: string, option: string, fitted: Fitted | null) => ({ choice, option, ...nested(fitted) })
  const others = byOthers(scores)
  return {
    own: nested(of(scores, byRestricted, 'task')),
    alternatives: [
      other('resampled', 'models', of(scores, byRestricted, 'model')),
      other('level', 'other models’ single agents on the task', of(scores, others, 'task')),
      other('level', 'the single agent’s own run (naive)', of(scores, bySolo, 'task')),
    ],
  }
}

/** Both cases in the order worst, best, whatever filling in does to the estimate; none where one has no estimate. */
function missing(a: Estimate, b: Estimate): Pick<Measure, 'bounds'> {
  if (a.value === null || b.value === null) return {}
  return { bounds: a.value <= b.value ? { worst: a, best: b } : { worst: b, best: a } }
}

/**
 * Where the line crosses zero, with Fieller's (1954) set: the levels s at which the jackknifed gain is within t
 * standard errors of zero. Where that set is no bounded interval there is none to give.
 */
function crossingMeasure(scores: readonly Score[], common: Pick<Measure, 'resampled' | 'n'>): Measure {
  const tasks = new Set(scores.map(({ task }) => task))
  const estimate = tasks.size < 2 ? { value: null, i90: null, i995: null } : crossing(scores)
  return measureOf(
    estimate,
    {
      id: 'crossing',
      title: 'level of the single agent at which the gain of a team crosses zero, by the restricted run as instrument',
      method: 'zero of the instrumented line; Fieller set from a delete-one-task jackknife',
      unit: '% of the single agent',
      ...common,
    },
    nothing,
  )
}

function crossing(scores: readonly Score[]): Estimate {
  const names = [...new Set(scores.map(({ task }) => task))]
  const clusters = Int32Array.from(scores, ({ task }) => names.indexOf(task))
  const line = (some: readonly Score[]): Float64Array => {
    const { slope, at } = gainLine(some, byRestricted)
    return Float64Array.of(at(0), slope)
  }
  const fitted = clusterJackknife({
    clusters,
    statistic: (out) => line(scores.filter((_, i) => clusters[i] !== out)),
  })
  const set = (tail: number): Interval | null => percent(fieller(fitted, tail))
  return { value: -100 * (fitted.value[0]! / fitted.value[1]!), i90: set(innerTail), i995: set(outerTail('two')) }
}

function percent(interval: Interval | null): Interval | null {
  return interval === null ? null : [100 * interval[0], 100 * interval[1]]
}
