import type { Row } from '@lawbook/schemas'
import { noRecord, rateMissing } from '../artefacts.ts'
import type { AgentRow } from '../row.ts'
import { type Derivation, figure, groupBy, number, spread, text } from './make.ts'

/**
 * General AgentBench, sequential: agents pushed on until their context reaches a budget. Tasks with the same outcomes at
 * every budget of a series are one group. Two artefacts of the published scores are kept apart by their note: runs that
 * left no context record and were scored 0, and composites in which a missing execution rate counts as 0.
 */
export const gabSequential: Derivation = (read) =>
  [...groupBy(read('gab_sequential_budget.csv'), 'model', 'benchmark').values()].flatMap((runs) => {
    const benchmark = text(runs[0]!, 'benchmark')
    return [...(benchmark === 'mcpbench' ? composites(runs) : groups(runs)), ...resources(runs)]
  })

const of = (row: Row) => ({
  source: 'general-agentbench',
  benchmark: text(row, 'benchmark'),
  setting: 'sequential',
  model: text(row, 'model'),
  axis: 'context',
  unit: 'k tokens',
})

const budgets = (runs: readonly Row[]) =>
  [...new Set(runs.map((row) => number(row, 'context_budget_k')))].sort((a, b) => a - b)

/**
 * Whether a run left no record: no context on `search` (the only benchmark that records contexts), no tokens, or no turn
 * (`mathhay` counts none).
 */
function isLost(row: Row): boolean {
  const noContext = row.benchmark === 'search' && row.max_context_tokens === null
  return noContext || row.total_tokens === 0 || (row.turns === 0 && row.benchmark !== 'mathhay')
}

/** The outcome of one run. */
function outcome(row: Row | undefined): { y: number | null; note: string | null } {
  if (row === undefined) return { y: null, note: 'no run' }
  return { y: number(row, 'score'), note: isLost(row) ? noRecord : null }
}

function groups(runs: readonly Row[]): AgentRow[] {
  const xs = budgets(runs)
  const patterns = new Map<string, number>()
  for (const task of groupBy(runs, 'task_id').values()) {
    const outcomes = xs.map((x) => outcome(task.find((row) => row.context_budget_k === x)))
    const pattern = JSON.stringify(outcomes)
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1)
  }
  return [...patterns].flatMap(([pattern, n], g) =>
    (JSON.parse(pattern) as ReturnType<typeof outcome>[]).map((seen, i) =>
      figure({ ...of(runs[0]!), task: `g${g + 1}`, x: xs[i]!, metric: 'success', ...seen, n }),
    ),
  )
}

function composites(runs: readonly Row[]): AgentRow[] {
  return runs.flatMap((row) => {
    const run = { ...of(row), task: text(row, 'task_id'), x: number(row, 'context_budget_k'), n: 1 }
    const lost = isLost(row) ? noRecord : null
    const note = lost ?? (row.mcp_exec_rate_missing === 1 ? rateMissing : null)
    return [
      figure({ ...run, metric: 'score', y: number(row, 'score'), note }),
      figure({ ...run, metric: 'judge_score', y: number(row, 'mcp_judge_score'), note: lost }),
    ]
  })
}

/** What a budget used on average: tokens and turns, over the runs that left a record of them. */
function resources(runs: readonly Row[]): AgentRow[] {
  return budgets(runs).flatMap((x) => {
    const cell = runs.filter((row) => row.context_budget_k === x)
    return (['total_tokens', 'turns'] as const).flatMap((column) => {
      const values = cell.flatMap((row) => (row[column] === null || isLost(row) ? [] : [number(row, column)]))
      if (values.length === 0) return []
      return [figure({ ...of(cell[0]!), x, metric: column === 'turns' ? 'turns' : 'tokens', ...spread(values) })]
    })
  })
}
