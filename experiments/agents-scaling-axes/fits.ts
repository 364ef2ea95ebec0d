import { fitChecklist, fitLaw, lawById, type ParameterIntervals, power, type Reason } from '@lawbook/estimators'
import type { FitRecord } from '@lawbook/schemas'
import { sweeps } from './axes.ts'
import { completeTasks, contrastOf, type Sampling } from './contrast.ts'
import { estimateOf } from './estimate.ts'
import { intercept, slope, valueAt, type Weights } from './functional.ts'
import type { Observed } from './observed.ts'
import { completeCurves } from './pool.ts'
import { byTask, type Series } from './series.ts'

const line = lawById('log')

/** The headline curves; those of runs, of two points and of many models are not fitted one by one. */
const shown = new Set([
  'edgebench',
  'swe-gym',
  'r2e-gym',
  'swe-gym-coverage',
  'monkeys',
  'needle',
  'general-agentbench',
])

/**
 * The line in ln x of every curve of hours, attempts, context budgets, input lengths and search calls, with the power law
 * as its rival. Parameters have the intervals of the measures: tasks resampled, or the widest errors of shares.
 */
export function fitRecords({ sweeps: observed }: Observed): FitRecord[] {
  return sweeps
    .filter(({ id, axis }) => shown.has(id) || axis === 'tool-depth')
    .flatMap(({ id, label, resource, sampling }) =>
      completeCurves(observed.get(id)!).map((series) => recordOf(series, label, resource, sampling)),
    )
}

function recordOf(series: Series, label: string, resource: string, sampling: Sampling): FitRecord {
  const value = (weights: Weights): number => contrastOf(series, weights(series.x), sampling, 'recorded').value
  const points = { x: series.x, y: Float64Array.from(series.x, (_, k) => value(valueAt(k))) }
  const cut = series.x.length >= 5 ? series.x.at(-3)! : null
  const reason = { reason: `${series.x.length} points: too few to leave two out` }
  const lost = byTask(series) ? series.tasks.length - completeTasks(series, 'recorded').tasks.length : 0
  return fitChecklist({
    id: `log-${slugOf(series.about.id)}`,
    law: line,
    points,
    fit: fitLaw(line, points.x, points.y),
    series: [label, series.about.benchmark, series.about.setting, series.about.model].filter((part) => part).join(', '),
    row: `mean over tasks at one place in ${resource}`,
    unit: 'share',
    exclusions: lost === 0 ? [] : [{ reason: 'tasks (groups) that lack a point', n: lost }],
    weights: 'equal',
    interval: intervalsOf(series, sampling),
    rivals: cut === null ? reason : [power],
    from: cut ?? reason,
    digits: 3,
  })
}

/** The line is a weighted sum of the points: its parameters vary as those do. b of the law is minus the slope. */
function intervalsOf(series: Series, sampling: Sampling): ParameterIntervals | Reason {
  const minus: Weights = (x) => slope(x).map((weight) => -weight / 100)
  const estimates = [intercept, minus].map((weights) => {
    const contrast = contrastOf(series, weights(series.x), sampling, 'recorded')
    return { se: contrast.se, i90: estimateOf(contrast).i90 }
  })
  return { method: 'Student', level: '90 %', resampled: 'tasks', estimates }
}

/** Words of a name joined by hyphens, in lower case. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
