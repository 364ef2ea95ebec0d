import type { AgentRow } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'
import { innerTail, studentInterval, wilson } from '@lawbook/estimators'

/** One agent in one reading. */
export type Agent = {
  /** Scaffold, model and effort, as a reader can find it. */
  readonly label: string
  /** What agents share that are not independent of each other. */
  readonly model: string
  /** What decides who is among the best. */
  readonly success: number
  /** The number that the reading calls efficiency. */
  readonly value: number
  /** Its own 90 % interval, where the figures allow one. */
  readonly own: readonly [number, number] | null
  /** The part of the benchmark that the number is of, where an agent stands once for each. */
  readonly domain?: string
}

/** An agent's name from the columns that tell it apart. */
export function labelOf({ agent, model, setting }: AgentRow): string {
  return [model, agent, setting].filter((part) => part !== null).join(', ')
}

/** A figure of the agent of a row. Throws LB_DANGLING where none is listed for it. */
export function listedFor(figures: ReadonlyMap<string, number>, row: AgentRow): number {
  const found = figures.get(labelOf(row))
  if (found !== undefined) return found
  return fail(
    'LB_DANGLING',
    `${labelOf(row)} has the metric ${row.metric} of ${row.benchmark} and no figure beside it; list its tasks and success as well`,
  )
}

/** A share of n tasks with Wilson's interval; no interval where n is not known. */
export function ofTasks(row: AgentRow, share: number, n: number | null): Agent {
  const own = n === null ? null : wilson(share * n, n, 1 - 2 * innerTail)
  return { label: labelOf(row), model: row.model!, success: share, value: share, own }
}

/** A mean with its standard deviation between tasks, as a share: Student, cut off at 0 and 1. */
export function ofSpend(row: AgentRow, success: number): Agent {
  const { y, n, sd } = row
  const [value, tasks] = [y!, n!]
  const se = (sd ?? 0) / Math.sqrt(tasks)
  const [lo, hi] = se === 0 ? [value, value] : studentInterval({ value, se, df: tasks - 1, tail: innerTail })
  // An agent that solved nothing, or everything, has no spread to make an interval from.
  const own = se === 0 ? null : ([Math.max(0, lo), Math.min(1, hi)] as const)
  return { label: labelOf(row), model: row.model!, success, value, own }
}

/** The share of agents with the highest success, rounded up; who ties with the last of them is in. */
export function bestOf<T extends { readonly success: number }>(agents: readonly T[], share: number): T[] {
  const line = agents.map(({ success }) => success).sort((a, b) => b - a)[Math.ceil(share * agents.length) - 1]
  return agents.filter(({ success }) => line !== undefined && success >= line)
}
