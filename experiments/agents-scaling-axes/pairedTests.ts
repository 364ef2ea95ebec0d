import { holm, mcnemarExact } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { completeTasks, type Reading } from './contrast.ts'
import type { Observed } from './observed.ts'
import { fewestTasks } from './pool.ts'
import { byTask, restricted, type TaskSeries } from './series.ts'

/**
 * First against last point of every curve of which tasks are known, under both readings: tasks up and down, McNemar's
 * exact test (a sign test where figures are scores), Holm over the curves of a sweep under one reading that have enough
 * tasks with both.
 */
export function pairedRows({ sweeps }: Observed): Row[] {
  const sets: readonly (readonly [string, Reading])[] = [
    ['general-agentbench', 'recorded'],
    ['general-agentbench', 'as-published'],
    ['mcpbench-composite', 'as-published'],
    ['edgebench', 'recorded'],
    ['teambench', 'recorded'],
  ]
  return sets.flatMap(([id, reading]) =>
    corrected(
      sweeps
        .get(id)!
        .series.filter(byTask)
        .map((one) => test(one, reading))
        .filter(({ n }) => n >= fewestTasks),
    ),
  )
}

function test(series: TaskSeries, reading: Reading): Row & { p: number; n: number } {
  const [first, last] = [series.x[0]!, series.x.at(-1)!]
  const { tasks } = completeTasks(
    restricted(series, (x) => x === first || x === last),
    reading,
  )
  const sum = (keep: (from: number, to: number) => boolean): number =>
    tasks.reduce((total, { y, count }) => total + (keep(y[0]!, y[1]!) ? count : 0), 0)
  const [n, up, down] = [sum(() => true), sum((from, to) => to > from), sum((from, to) => to < from)]
  const level = (k: number): number => tasks.reduce((total, { y, count }) => total + count * y[k]!, 0) / n
  const { sweep, benchmark, model, metric } = series.about
  return {
    sweep,
    benchmark,
    model,
    metric,
    reading,
    first,
    last,
    n,
    from: level(0),
    to: level(1),
    up,
    down,
    p: mcnemarExact({ onlyFirst: down, onlySecond: up }),
  }
}

function corrected(rows: readonly (Row & { p: number })[]): Row[] {
  const adjusted = holm(Float64Array.from(rows, ({ p }) => p))
  return rows.map((row, i) => ({ ...row, holm: adjusted[i]! }))
}
