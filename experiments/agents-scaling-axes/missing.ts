import type { Measure } from '@lawbook/schemas'
import type { AxesChoices } from './choices.ts'
import { type Contrast, completeTasks, contrastOf, type Reading, slopeWithin } from './contrast.ts'
import { estimateOf } from './estimate.ts'
import { change } from './functional.ts'
import type { Observed } from './observed.ts'
import { estimable, pooled, type Sweep, slopeOf } from './pool.ts'
import { byTask, restricted, type Series } from './series.ts'
import { partEstimate } from './units.ts'

/** The last step of Qwen3-235B on search, with runs without record as published and left out. */
export function searchMeasures({ sweeps }: Observed): Measure[] {
  const step = partOf(
    sweeps.get('general-agentbench')!,
    ({ about }) => about.benchmark === 'search' && about.model === 'Qwen3-235B',
    (x) => x === 112 || x === 128,
  )
  const title = 'Qwen3-235B on search, 128k less 112k'
  const measure = (id: string, words: string, reading: Reading): Measure => ({
    id,
    title: `${title}, ${words}`,
    ...estimateOf(pooled(step, change, reading)),
    method: 'mean paired difference over tasks, Student',
    resampled: 'tasks',
    n: tasksIn(step, reading),
    unit: 'points',
    evidence: 'published',
  })
  return [
    measure('search-step-published', 'runs without record as failures', 'as-published'),
    measure('search-step-recorded', 'tasks with a record at both', 'recorded'),
    droppedTasks(step.series),
  ]
}

/** How often the tasks that left no record at 128k succeeded at 112k, less those that left one. */
function droppedTasks(series: readonly Series[]): Measure {
  const tasks = series.filter(byTask).flatMap((one) => one.tasks.filter(({ marks }) => marks[0] === '.'))
  const group = (kept: boolean) => {
    const own = tasks.filter(({ marks }) => (marks[1] === '.') === kept)
    const n = own.reduce((sum, { count }) => sum + count, 0)
    return { n, y: own.reduce((sum, { y, count }) => sum + count * y[0]!, 0) / n }
  }
  const [lost, kept] = [group(false), group(true)]
  const about = {
    id: 'search-lost-tasks',
    title: 'Qwen3-235B on search at 112k: success of tasks without a record at 128k less that of the others',
    method: 'difference of two shares, normal; each variance p (1 - p) / (n - 1)',
    resampled: 'tasks',
    n: lost.n + kept.n,
    unit: 'points',
    evidence: 'published' as const,
  }
  if (lost.n < 2 || kept.n < 2)
    return { ...about, value: null, i90: null, i995: null, reason: 'no task lacks a record' }
  const variance = [lost, kept].reduce((sum, { n, y }) => sum + (y * (1 - y)) / (n - 1), 0)
  const parts = [lost, kept].map(({ n, y }, i) => ({
    label: ['no record at 128k', 'record at 128k'][i]!,
    value: 100 * y,
    i90: null,
    i995: null,
    n,
  }))
  const contrast: Contrast = { value: 100 * (lost.y - kept.y), se: 100 * Math.sqrt(variance), df: lost.n + kept.n - 2 }
  return { ...about, ...estimateOf(contrast), parts }
}

/** The judge's part of MCP-bench in both readings: cells without an execution rate stand on a floor. */
export function mcpbenchMeasures({ sweeps }: Observed, { roomFrom }: AxesChoices): Measure[] {
  const judged = ({ about }: Series): boolean => about.benchmark === 'mcpbench'
  const roomy = partOf(sweeps.get('general-agentbench')!, judged, (x) => x >= roomFrom)
  const step = partOf(sweeps.get('general-agentbench')!, judged, (x) => x === roomFrom || x === 80)
  const composite = partOf(sweeps.get('mcpbench-composite')!, judged, (x) => x >= roomFrom)
  const title = `mcpbench from ${roomFrom}k, slope`
  const slope = { method: 'slope within tasks, mean over models', unit: 'points per e-fold' }
  return [
    {
      id: 'mcpbench-rated',
      title: `${title}: the judge's part, cells with an execution rate`,
      ...estimateOf(slopeOf(roomy)),
      ...slope,
      ...common(roomy),
      parts: modelParts(roomy, (one) => slopeWithin(one, 'tasks')),
    },
    {
      id: 'mcpbench-judge-published',
      title: `${title}: the judge's part, every cell`,
      ...estimateOf(slopeOf(roomy, 'as-published')),
      ...slope,
      ...common(roomy),
    },
    {
      id: 'mcpbench-composite-published',
      title: `${title}: the composite, a missing execution rate as 0`,
      ...estimateOf(slopeOf(composite, 'as-published')),
      ...slope,
      ...common(composite),
    },
    {
      id: 'mcpbench-step-rated',
      title: `mcpbench, 80k less ${roomFrom}k: the judge's part, tasks rated at both`,
      ...estimateOf(pooled(step, change)),
      method: 'mean paired difference over tasks, Student; mean over models',
      unit: 'points',
      ...common(step),
      parts: modelParts(step, (one) => contrastOf(one, change(one.x), 'tasks', 'recorded')),
    },
  ]
}

/** The models of which enough tasks are recorded, each with its own estimate. */
function modelParts(sweep: Sweep, of: (series: Series) => Contrast) {
  return estimable(sweep, of).map(({ model, contrast }) => partEstimate({ label: String(model), contrast }))
}

const common = (sweep: Sweep) => ({
  resampled: 'tasks; models share them: standard errors averaged',
  n: tasksIn(sweep, 'as-published'),
  evidence: 'published' as const,
})

function partOf(sweep: Sweep, keep: (series: Series) => boolean, at: (x: number) => boolean): Sweep {
  return { ...sweep, series: sweep.series.filter(keep).map((one) => restricted(one, at)) }
}

/** Tasks that all curves of a sweep together have at every point. */
function tasksIn({ series }: Sweep, reading: Reading): number {
  return series
    .filter(byTask)
    .flatMap((one) => completeTasks(one, reading).tasks)
    .reduce((sum, { count }) => sum + count, 0)
}
