import type { AgentRow } from '@lawbook/agent-runs'
import { fail } from '@lawbook/base'

/** A mean over runs, the standard deviation between them (null for a single one), and their number. */
export type Spread = { readonly mean: number; readonly sd: number | null; readonly n: number }

/** One cell of LLM Teams: a team of some size on one kind of job. */
export type Cell = {
  readonly suite: string
  readonly model: string
  readonly assignment: string
  /** The share of the job that can be done in parallel. */
  readonly p: number
  readonly agents: number
  readonly runs: number
  /** Share of runs that succeeded. */
  readonly success: number
  /** Of ln seconds over successful runs; null without one, and so are the next two. */
  readonly logTime: Spread | null
  /** Arithmetic mean over successful runs, seconds. */
  readonly time: number | null
  /** Of ln tokens over successful runs. */
  readonly logTokens: Spread | null
  /** Of ln seconds over all runs, failed ones too. */
  readonly logTimeAll: Spread | null
  /** Of ln tokens over all runs. */
  readonly logTokensAll: Spread | null
  /** Arithmetic mean of tokens over all runs. */
  readonly tokensAll: number | null
}

/** The metrics that cells are made of. */
export const cellMetrics = [
  'success',
  'wall_clock',
  'log_wall_clock',
  'log_tokens',
  'log_wall_clock_all',
  'log_tokens_all',
  'tokens_all',
] as const

/** Rows of LLM Teams, one a metric, as cells in the order of their first row. */
export function cellsOf(rows: readonly AgentRow[]): Cell[] {
  const groups = new Map<string, AgentRow[]>()
  for (const row of rows) {
    const key = cellKey(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map(cellOf)
}

/** What tells cells apart. */
type CellName = Pick<AgentRow, 'benchmark' | 'setting' | 'agent' | 'model' | 'x'>

export function cellKey({ benchmark, setting, agent, model, x }: CellName): string {
  return [benchmark, setting, agent, model, x].join('\u0000')
}

function cellOf(rows: readonly AgentRow[]): Cell {
  const { benchmark, setting, agent, model, x } = rows[0]!
  const metrics = new Map(rows.map((row) => [row.metric, row]))
  const one = (metric: (typeof cellMetrics)[number]): AgentRow =>
    metrics.get(metric) ??
    fail('LB_DANGLING', `a cell of ${benchmark} and ${model} has no "${metric}"; give every metric of cellMetrics`)
  const { y, n } = one('success')
  return {
    suite: benchmark!,
    model: model!,
    assignment: agent!,
    p: Number(setting!.replace('p = ', '')),
    agents: x!,
    runs: n!,
    success: y!,
    logTime: spreadOf(one('log_wall_clock')),
    time: one('wall_clock').y,
    logTokens: spreadOf(one('log_tokens')),
    logTimeAll: spreadOf(one('log_wall_clock_all')),
    logTokensAll: spreadOf(one('log_tokens_all')),
    tokensAll: one('tokens_all').y,
  }
}

function spreadOf({ y, sd, n }: AgentRow): Spread | null {
  return y === null ? null : { mean: y, sd, n: n! }
}

/** Suite and model together. */
export function pairOf({ suite, model }: Pick<Cell, 'suite' | 'model'>): string {
  return `${suite} / ${model}`
}

/** The cells of a parallel share, of one assignment or of all. */
export function cellsOfKind(
  cells: readonly Cell[],
  { share, assignment }: { readonly share: number; readonly assignment?: string | undefined },
): Cell[] {
  return cells.filter((cell) => cell.p === share && (assignment === undefined || cell.assignment === assignment))
}
