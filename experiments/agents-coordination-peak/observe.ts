import { type AgentRow, type AgentRuns, agentRows, sourceRows } from '@lawbook/agent-runs'
import type { DataHandle, Evidence, ObserveContext } from '@lawbook/experiment'
import type { Ledger, Row } from '@lawbook/schemas'
import type { PeakChoices } from './choices.ts'
import { type SizeSweep, sweepsOf } from './sweeps.ts'

type Context = ObserveContext<{ readonly runs: DataHandle<AgentRuns> }, PeakChoices>

/** Sources of which only a best size, or a range of sizes, is told. */
export const told = ['kim-2025-sizes', 'macnet-sizes', 'simas']

/**
 * The figures over team size, the single agent on the input of a team, and the TeamBench scores of one agent, one agent
 * with restricted access and a team. `run` reads nothing else.
 */
export async function observe({ data, choices }: Context): Promise<Evidence> {
  const { rows, sources } = data.runs
  const metrics = new Map(choices.studies.map(({ source }) => [source, new Set<string>()]))
  for (const { source, metric } of choices.studies) metrics.get(source)!.add(metric)
  const sweeps = rows.filter(
    ({ source, metric, axis }) => told.includes(source) || (axis !== null && metrics.get(source)?.has(metric) === true),
  )
  const teams = rows.filter(({ source, metric }) => source === 'teambench' && metric === 'score')
  const cited = sourceRows(sources, [...sweeps, ...teams])
  const report = sweeps.filter(({ source, n }) => source === 'cooperbench-report' && n !== null)
  return {
    tables: { sweeps: asRows(sweeps), teams: asRows(teams), sources: cited },
    attrition: [
      sweepLedger(sweeps, cited, sweepsOf(sweeps, cited, choices.studies)),
      ...(report.length === 0 ? [] : [reportLedger(report)]),
      ...(teams.length === 0 ? [] : [teamLedger(teams)]),
    ],
    decisions: 0,
  }
}

/** The books of the figures over team size: secondary ones are drawn and counted nowhere. */
function sweepLedger(rows: readonly AgentRow[], cited: readonly Row[], sweeps: readonly SizeSweep[]): Ledger {
  const secondary = new Set(cited.filter(({ depth }) => depth === 'secondary').map(({ id }) => id))
  const drawn = rows.filter(({ source }) => secondary.has(source))
  const missing = rows.filter(({ source, y }) => y === null && !secondary.has(source))
  const leftOut = sweeps.reduce((sum, sweep) => sum + sweep.leftOut, 0)
  return {
    stage: 'figures over team size',
    planned: rows.length,
    used: rows.length - drawn.length - missing.length - leftOut,
    excluded: [
      { reason: 'read in an abstract or a note: drawn, never judged', n: drawn.length },
      { reason: 'of a pair of model and suite that was not run at every size', n: leftOut },
    ],
    failed: 0,
    missing: missing.length,
  }
}

/** The books of the CooperBench report: its settings were not scored on the same number of pairs of features. */
function reportLedger(rows: readonly AgentRow[]): Ledger {
  const most = Math.max(...rows.map(({ n }) => n!))
  const planned = most * rows.length
  const used = rows.reduce((sum, { n }) => sum + n!, 0)
  return {
    stage: `CooperBench report: pairs of features, ${most} in each of ${rows.length} settings`,
    planned,
    used,
    excluded: [],
    failed: 0,
    missing: planned - used,
  }
}

export const conditions = ['oracle', 'restricted', 'full'] as const

/** The books of the TeamBench runs: a model and task counts only with all three of its runs. */
function teamLedger(teams: readonly AgentRow[]): Ledger {
  const own = teams.filter(({ agent }) => conditions.some((condition) => condition === agent))
  const scored = own.filter(({ y }) => y !== null)
  const cells = (rows: readonly AgentRow[]): string[] => rows.map(({ model, task }) => `${model}|${task}`)
  const ids = cells(scored)
  const complete = ids.filter((id) => ids.filter((other) => other === id).length === conditions.length)
  const planned = new Set(cells(own)).size * conditions.length
  return {
    stage: 'TeamBench runs',
    planned,
    used: complete.length,
    excluded: [{ reason: 'another run of the same model and task is missing', n: scored.length - complete.length }],
    failed: own.length - scored.length,
    missing: planned - own.length,
  }
}

function asRows(rows: readonly AgentRow[]): Row[] {
  return rows.map((row) => ({ ...row }))
}

/** Evidence rows as figures; none where the table was not observed. */
export function figuresOf(evidence: Readonly<Record<string, readonly Row[]>>, table: string): AgentRow[] {
  return agentRows(evidence[table] ?? [])
}
