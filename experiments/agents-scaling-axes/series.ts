/** What a curve is of. */
export type About = {
  readonly id: string
  readonly sweep: string
  readonly benchmark: string | null
  readonly setting: string | null
  readonly agent: string | null
  readonly model: string | null
  readonly metric: string
}

/**
 * How a cell of a task came about: measured; published as 0 though the run left no record; published though its
 * execution rate is missing; not there.
 */
export type Mark = '.' | 'u' | 'e' | '-'

/** A unit of a curve: one task, or `count` tasks with equal outcomes, seen at every x. NaN where there is no figure. */
export type Task = {
  readonly id: string
  readonly count: number
  /** As published, one a point of the ladder. */
  readonly y: Float64Array
  readonly marks: readonly Mark[]
}

/** A curve of which every task is known. */
export type TaskSeries = { readonly about: About; readonly x: Float64Array; readonly tasks: readonly Task[] }

/** A curve of which only shares and the number of tasks or runs behind them are known; NaN where that is not. */
export type ShareSeries = {
  readonly about: About
  readonly x: Float64Array
  readonly y: Float64Array
  readonly n: Float64Array
}

export type Series = TaskSeries | ShareSeries

/** Whether a curve is known task by task. */
export const byTask = (series: Series): series is TaskSeries => 'tasks' in series

/** The curve on a part of its ladder. */
export function restricted<S extends Series>(series: S, keep: (x: number) => boolean): S {
  const at = [...series.x.keys()].filter((k) => keep(series.x[k]!))
  const some = (values: Float64Array): Float64Array => Float64Array.from(at, (k) => values[k]!)
  const x = some(series.x)
  if (!byTask(series)) return { ...series, x, y: some(series.y), n: some(series.n) }
  const tasks = series.tasks.map((task) => ({ ...task, y: some(task.y), marks: at.map((k) => task.marks[k]!) }))
  return { ...series, x, tasks }
}
