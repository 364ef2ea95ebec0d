import { innerTail, wilson } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { completeTasks, contrastOf } from './contrast.ts'
import { estimateOf } from './estimate.ts'
import { valueAt } from './functional.ts'
import type { Observed } from './observed.ts'
import { byTask, type Task, type TaskSeries } from './series.ts'

/**
 * Every curve of context budgets under its readings, one row a budget. `as-published`: what the source prints.
 * `recorded`: the tasks with a record at that budget. `same-tasks`: those with a record at every budget. `lowest` and
 * `highest`: all missing ones failed, or succeeded. `judge`: the judge's part of the
 * composite of mcpbench alone, of cells with an execution rate; `judge-all`: of every cell.
 * The 90 % interval is Wilson's for shares, Student's over tasks for scores.
 */
export function readingRows({ sweeps }: Observed): Row[] {
  const plain = sweeps.get('general-agentbench')!.series.filter(byTask)
  const composites = sweeps.get('mcpbench-composite')!.series.filter(byTask)
  const shares = plain.filter(({ about }) => about.metric === 'success')
  const judged = plain.filter(({ about }) => about.metric !== 'success')
  return [
    ...shares.flatMap((one) => [
      ...curve(one, 'as-published', published),
      ...curve(one, 'recorded', recorded),
      ...sameTasks(one),
      ...curve(one, 'lowest', filled(0)),
      ...curve(one, 'highest', filled(1)),
    ]),
    ...composites.flatMap((one) => [...curve(one, 'as-published', published), ...curve(one, 'recorded', recorded)]),
    ...judged.flatMap((one) => [...curve(one, 'judge', recorded), ...curve(one, 'judge-all', published)]),
  ]
}

type Cell = (task: Task, k: number) => number | null

const published: Cell = ({ y, marks }, k) => (marks[k] === '-' ? null : y[k]!)
const recorded: Cell = ({ y, marks }, k) => (marks[k] === '.' ? y[k]! : null)
const filled =
  (value: number): Cell =>
  ({ y, marks }, k) =>
    marks[k] === '.' ? y[k]! : value

function sameTasks(series: TaskSeries): Row[] {
  return curve(completeTasks(series, 'recorded'), 'same-tasks', recorded, series)
}

function curve(series: TaskSeries, reading: string, cell: Cell, whole = series): Row[] {
  const { benchmark, model, metric } = series.about
  const planned = whole.tasks.reduce((sum, { count }) => sum + count, 0)
  return Array.from(series.x, (x, k): Row => {
    const known = series.tasks.flatMap((task) => {
      const y = cell(task, k)
      return y === null ? [] : [{ y, count: task.count }]
    })
    const n = known.reduce((sum, { count }) => sum + count, 0)
    const missing = whole.tasks.reduce((sum, { marks, count }) => sum + (marks[k] === '.' ? 0 : count), 0)
    const about = { benchmark, model, metric, reading, x, planned, n, missing }
    if (n < 2) return { ...about, y: null, lo: null, hi: null }
    const sum = known.reduce((total, { y, count }) => total + count * y, 0)
    const [lo, hi] = metric === 'success' ? wilson(Math.round(sum), n, 1 - 2 * innerTail) : studentOf(series, known)
    return { ...about, y: sum / n, lo, hi }
  })
}

function studentOf({ about }: TaskSeries, known: readonly { readonly y: number; readonly count: number }[]) {
  const tasks = known.map(({ y, count }, i): Task => ({ id: `${i}`, count, y: Float64Array.of(y), marks: ['.'] }))
  const one = { about, x: Float64Array.of(1), tasks }
  return estimateOf(contrastOf(one, valueAt(0)(one.x), 'tasks', 'recorded')).i90 ?? [null, null]
}
