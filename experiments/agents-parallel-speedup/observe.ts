import { type AgentRow, type agentRuns, pick, sourceRows } from '@lawbook/agent-runs'
import type { Evidence, ObserveContext } from '@lawbook/experiment'
import type { Ledger, Row } from '@lawbook/schemas'
import { cellMetrics, cellsOf } from './cells.ts'
import type { SpeedupChoices } from './choices.ts'

type Data = { readonly runs: typeof agentRuns }
type Context = ObserveContext<Data, SpeedupChoices>

/**
 * The published figures that speak of speed-up and of what teams spend. Where a reader gave the original files, the
 * times of single successful runs come as a table of their own.
 */
export async function observe({ data }: Context): Promise<Evidence> {
  const { rows, sources, runLevel } = data.runs
  const teams = pick(rows, { source: 'llm-teams', metric: [...cellMetrics] })
  const jobs = pick(rows, { source: 'subagent-throughput', metric: 'speed_up' })
  const silo = pick(rows, { source: 'silo-bench', metric: 'tokens_per_round' })
  const reference = pick(rows, { source: ['usl-raytracer', 'usl-specsdm91'] })
  const turns = pick(rows, { source: 'kim-2025', benchmark: null, metric: 'turns' })
  const times: Evidence['tables'] = runLevel === null ? {} : { times: timesOf(runLevel) }
  return {
    tables: {
      teams,
      jobs,
      silo,
      reference,
      turns,
      sources: sourceRows(sources, [...teams, ...jobs, ...silo, ...reference, ...turns]),
      ...times,
    },
    attrition: [...teamLedgers(teams), complete('independent jobs, cells', jobs), complete('Silo-Bench, cells', silo)],
    decisions: 0,
  }
}

/** The books of LLM Teams: cells that were planned (all crossings of what occurs), and runs. */
function teamLedgers(rows: readonly AgentRow[]): Ledger[] {
  const cells = cellsOf(rows)
  const levels = (of: (cell: (typeof cells)[number]) => string | number) => new Set(cells.map(of)).size
  const planned =
    levels(({ suite }) => suite) *
    levels(({ model }) => model) *
    levels(({ assignment }) => assignment) *
    levels(({ p }) => p) *
    levels(({ agents }) => agents)
  const used = cells.filter(({ logTime }) => logTime !== null).length
  const runs = cells.reduce((sum, cell) => sum + cell.runs, 0)
  const succeeded = cells.reduce((sum, { logTime }) => sum + (logTime?.n ?? 0), 0)
  const books = { excluded: [], missing: 0 }
  return [
    {
      ...books,
      stage: 'LLM Teams, cells: failed without a successful run, missing without a run',
      planned,
      used,
      failed: cells.length - used,
      missing: planned - cells.length,
    },
    {
      ...books,
      stage: 'LLM Teams, runs: failed ones have no time',
      planned: runs,
      used: succeeded,
      failed: runs - succeeded,
    },
  ]
}

function complete(stage: string, { length }: readonly Row[]): Ledger {
  return { stage, planned: length, used: length, excluded: [], failed: 0, missing: 0 }
}

/** ln seconds of each successful run. The k-th time of a cell is that of its k-th outcome. */
function timesOf(runLevel: readonly AgentRow[]): Row[] {
  const [won, clock] = ['success', 'wall_clock'].map((metric) => pick(runLevel, { source: 'llm-teams', metric }))
  return clock!.flatMap(({ benchmark, setting, agent, model, x, y }, k) =>
    won![k]!.y === 1 ? [{ benchmark, setting, agent, model, x, log_time: Math.log(y!) }] : [],
  )
}
