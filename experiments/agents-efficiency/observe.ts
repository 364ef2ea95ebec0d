import { type AgentRow, type AgentRuns, pick, sourceRows } from '@lawbook/agent-runs'
import type { DataHandle, Evidence, ObserveContext } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { labelOf } from './agent.ts'
import { booksOf } from './books.ts'
import type { EfficiencyChoices } from './choices.ts'
import { type AgentSet, sets, singleAgent } from './sets.ts'

type Context = ObserveContext<{ readonly runs: DataHandle<AgentRuns> }, EfficiencyChoices>

/**
 * The published figures that a reading needs, and where a reader gave the original files, the outcome and cost of
 * single runs. Throws LB_DANGLING where a source has none of them.
 */
export async function observe({ data, choices }: Context): Promise<Evidence> {
  const { rows, sources, runLevel } = data.runs
  const published = [
    ...sets.flatMap((set) => picked(rows, set)),
    ...pick(rows, { source: 'kim-2025', benchmark: null, metric: ['success', 'efficiency'] }),
    ...pick(rows, { source: 'tau2-bench', metric: 'all_pass', x: [1, choices.trials] }),
    ...pick(rows, { source: ['tau-bench', 'terminal-bench'], metric: 'tasks' }),
  ]
  return {
    tables: {
      published,
      sources: sourceRows(sources, published),
      ...(runLevel === null ? {} : { runs: sets.flatMap((set) => runsOf(runLevel, set)) }),
    },
    attrition: booksOf(published, choices),
    decisions: 0,
  }
}

/** The figures of a set that are no curves. */
function picked(rows: readonly AgentRow[], { source, benchmark, solved, cost }: AgentSet): AgentRow[] {
  const shares = ['success', 'useful_share', 'useful_share_as_reported']
  return pick(rows, { source, benchmark, axis: null, metric: [...new Set([solved, cost, ...shares])] })
}

/** One row a run: solved or not, and what it cost. */
function runsOf(runLevel: readonly AgentRow[], { id, source, benchmark, solved, cost }: AgentSet): Row[] {
  if (source === 'hal') return []
  const own = pick(runLevel, { source, benchmark, metric: [solved, cost] }).filter(
    ({ agent }) => source !== 'openhands' || agent === singleAgent,
  )
  const name = (row: AgentRow) => `${labelOf(row)}: ${row.task}`
  const costs = new Map(own.filter(({ metric }) => metric === cost).map((row) => [name(row), row.y]))
  return own
    .filter(({ metric }) => metric === solved)
    .map((row) => ({
      set: id,
      agent: labelOf(row),
      task: row.task,
      solved: row.y,
      cost: costs.get(name(row)) ?? null,
    }))
}
