import { fixed, type Position } from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'

/** What a figure of a transfer experiment speaks of. */
export type About = {
  /** "tasks in ClawBench's layout". */
  readonly tasks: string
  /** "strict pass rate": the judged metric, and the column of the table `arms` that holds it in %. */
  readonly metric: string
  readonly column: 'strict' | 'declared' | 'flat'
}

/** What every caption has to say of its intervals. */
export const overTasks = {
  interval: 'Student’s t over tasks',
  level: '90 % (thick) and 99.5 % (thin)',
  resampled: 'tasks; routers and the library are held fixed',
}

/** What every caption has to say of what was run. */
export const scripted =
  'Recipes were executed and the tasks’ own checkers judged; no language model took part, so levels say nothing about agents.'

export const libraryNames = { raw: 'as it was', authors: 'authors’ rules', ours: 'our steps' } as const

/** '+3.1 (+1.0 to +5.2)'. */
export function changeText(row: Row | undefined): string {
  const value = fixed(row?.value, 1)
  return typeof row?.lo90 === 'number' ? `${value} (${fixed(row.lo90, 1)} to ${fixed(row.hi90, 1)})` : value
}

export const tasksText = (measure: Measure | undefined): string => `${measure?.n ?? 0} tasks`

/** An axis of named places in the order given. */
export function places(field: string, names: readonly string[]): Position {
  return { field, type: 'ordinal', sort: [...names], scale: { padding: 0.25 }, axis: { title: null, labelAngle: 0 } }
}

/** A domain from 0 % that holds all values, rounded up to a multiple of `to`. */
export function fromZero(values: readonly number[], to: number): [number, number] {
  return [0, Math.max(to, Math.ceil(Math.max(...values) / to) * to)]
}
