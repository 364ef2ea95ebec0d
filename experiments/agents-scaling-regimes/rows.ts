import type { AgentRow } from '@lawbook/agent-runs'
import type { Row } from '@lawbook/schemas'

/** The columns of each evidence table: agent rows without the columns that say nothing there. */
export const columns = {
  effort: ['benchmark', 'setting', 'agent', 'model', 'metric', 'y', 'n', 'note'],
  sequential: ['benchmark', 'model', 'task', 'x', 'metric', 'y', 'n', 'note'],
  lengths: ['benchmark', 'model', 'x', 'metric', 'y', 'n'],
  hours: ['setting', 'model', 'task', 'x', 'y', 'n'],
  throughput: ['setting', 'model', 'x', 'metric', 'y', 'n'],
  teams: ['benchmark', 'agent', 'model', 'x', 'y', 'n'],
  parallel: ['benchmark', 'model', 'axis', 'x', 'metric', 'y', 'n', 'note'],
  trials: ['source', 'benchmark', 'agent', 'model', 'x', 'metric', 'y', 'n'],
  union: ['benchmark', 'x', 'y', 'n'],
} as const satisfies Record<string, readonly (keyof AgentRow)[]>

type Columns = typeof columns

/** A row of an evidence table. */
export type RowOf<K extends keyof Columns> = Pick<AgentRow, Columns[K][number]>

/** Rows of agents with the columns of one evidence table, in its order. */
export function keep<K extends keyof Columns>(table: K, rows: readonly AgentRow[]): Row[] {
  return rows.map((row) => Object.fromEntries(columns[table].map((column) => [column, row[column]])))
}

/** An evidence table as it was observed. */
export function read<K extends keyof Columns>(table: K, evidence: Readonly<Record<string, readonly Row[]>>) {
  return (evidence[table] ?? []) as unknown as readonly RowOf<K>[]
}

/** Rows in groups of equal key, in order of first appearance. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}

/** Each different value once, in order of first appearance. */
export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]
