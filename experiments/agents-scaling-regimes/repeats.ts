import { innerTail, logHypergeometric, studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { taskMean } from './estimate.ts'
import { groupBy, type RowOf } from './rows.ts'

type Count = { readonly solved: number; readonly tasks: number }

/** P(at least one of k trials drawn from n is solved), where c of the n are: 1 - C(n-c, k) / C(n, k). */
export const anyOf = (solved: number, trials: number, k: number): number =>
  -Math.expm1(logHypergeometric(0, { population: trials, marked: solved, drawn: k }))

/** P(all of k trials drawn from n are solved): C(c, k) / C(n, k). */
export const allOf = (solved: number, trials: number, k: number): number =>
  Math.exp(logHypergeometric(k, { population: trials, marked: solved, drawn: k }))

/** A mean over tasks with its 90 % interval (tasks are resampled), as three cells; the limits are null without spread. */
function overTasks(name: string, counts: readonly Count[], value: (solved: number) => number): Row {
  const { n, value: centre, se } = taskMean(counts.map(({ solved, tasks }) => ({ value: value(solved), n: tasks })))
  const [lo, hi] = se > 0 ? studentInterval({ value: centre, se, df: n - 1, tail: innerTail }) : [null, null]
  return { [name]: centre, [`${name}_lo`]: lo, [`${name}_hi`]: hi }
}

/**
 * Repeated trials of one system on the same tasks: solved in one trial, in at least one of k, in all of k. k is the
 * fewest trials of a source, so that its systems are compared alike. Leaderboards that publish only "all of k" have no
 * "at least one", and no intervals.
 */
export function repeatRows(rows: readonly RowOf<'trials'>[]): Row[] {
  const counted = rows.filter(({ metric }) => metric === 'tasks')
  const bySystem = ({ source, benchmark, agent, model }: RowOf<'trials'>) =>
    JSON.stringify([source, benchmark, agent, model])
  const fromCounts = [...groupBy(counted, bySystem).values()].map((own): Row => {
    const { source, benchmark, agent, model, n } = own[0]!
    const k = Math.min(...counted.filter((row) => row.source === source).map((row) => row.n!))
    const counts = own.map(({ x, y }) => ({ solved: x!, tasks: y! }))
    return {
      source,
      benchmark,
      system: agent ?? model,
      k,
      tasks: counts.reduce((total, { tasks }) => total + tasks, 0),
      ...overTasks('one', counts, (solved) => solved / n!),
      ...overTasks('any', counts, (solved) => anyOf(solved, n!, k)),
      ...overTasks('all', counts, (solved) => allOf(solved, n!, k)),
    }
  })
  const published = rows.filter(({ metric }) => metric === 'all_pass')
  return [...fromCounts, ...[...groupBy(published, bySystem).values()].map(publishedRow)]
}

function publishedRow(own: readonly RowOf<'trials'>[]): Row {
  const [first, last] = [...own].sort((a, b) => a.x! - b.x!)
  const none = { one_lo: null, one_hi: null, any: null, any_lo: null, any_hi: null }
  const { source, benchmark, agent } = first!
  return {
    source,
    benchmark,
    system: agent,
    k: last!.x!,
    tasks: null,
    one: first!.y!,
    ...none,
    all: last!.y!,
    all_lo: null,
    all_hi: null,
  }
}

/**
 * The share of tasks that at least one of k models solves, k models drawn from those that tried: exact from how many
 * tasks were solved by how many of them. Tasks are resampled, the models are held fixed.
 */
export function unionRows(rows: readonly RowOf<'union'>[], sizes: readonly number[]): Row[] {
  return [...groupBy(rows, ({ benchmark }) => benchmark!)].flatMap(([benchmark, own]) => {
    const models = own[0]!.n!
    const counts = own.map(({ x, y }) => ({ solved: x!, tasks: y! }))
    const tasks = counts.reduce((total, count) => total + count.tasks, 0)
    return sizes
      .filter((k) => k <= models)
      .map((k): Row => ({ benchmark, k, tasks, ...overTasks('covered', counts, (solved) => anyOf(solved, models, k)) }))
  })
}
