import { type AgentRow, agentRows } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { type Cell, cellKey, cellsOf } from './cells.ts'
import type { Curve } from './series.ts'
import { curvesOf } from './series.ts'

/** Evidence rows as `run` uses them. */
export type Observed = {
  readonly cells: readonly Cell[]
  /** ln times of a cell's successful runs; undefined where only the cell is published. */
  readonly times: (cell: Cell) => Float64Array | undefined
  /** Independent jobs, one curve of ln speed-up a series, with the name of its model. */
  readonly jobs: readonly JobSeries[]
  /** Tokens a round in Silo-Bench, relative to two agents. */
  readonly silo: readonly (Curve & { readonly model: string })[]
  readonly reference: readonly AgentRow[]
  /** Mean turns by number of agents. */
  readonly turns: readonly AgentRow[]
}

export type JobSeries = Curve & {
  readonly series: string
  /** The series' model without the word for how it is reached: two series share one. */
  readonly model: string
}

/** Read the evidence tables. Throws LB_DANGLING where one is missing or empty. */
export function readEvidence(tables: Readonly<Record<string, readonly Row[]>>): Observed {
  const table = (id: string): AgentRow[] => {
    const rows = tables[id] ?? []
    return rows.length > 0
      ? agentRows(rows)
      : fail('LB_DANGLING', `the evidence has no table "${id}"; observe it again`)
  }
  const times = timesBy(tables.times ?? [])
  return {
    cells: cellsOf(table('teams')),
    times: (cell) => times.get(keyOf(cell)),
    jobs: curvesOf(table('jobs')).map((curve) => ({
      ...curve,
      series: curve.model,
      model: curve.model.replace(/ (direct|proxy)$/, ''),
    })),
    silo: curvesOf(table('silo')),
    reference: table('reference'),
    turns: table('turns'),
  }
}

function keyOf({ suite, p, assignment, model, agents }: Cell): string {
  return cellKey({ benchmark: suite, setting: `p = ${p}`, agent: assignment, model, x: agents })
}

function timesBy(rows: readonly Row[]): Map<string, Float64Array> {
  const lists = new Map<string, number[]>()
  for (const row of rows) {
    const key = cellKey(row as Parameters<typeof cellKey>[0])
    lists.set(key, [...(lists.get(key) ?? []), Number(row.log_time)])
  }
  return new Map([...lists].map(([key, list]) => [key, Float64Array.from(list)]))
}
