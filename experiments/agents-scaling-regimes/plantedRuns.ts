import { type AgentRow, type AgentRuns, noRecord } from '@lawbook/agent-runs'
import type { Stream } from '@lawbook/base'
import type { RegimeChoices } from './choices.ts'
import { plantBudgets, plantEffort, plantThroughput } from './planted.ts'
import type { RowOf } from './rows.ts'
import { passes } from './selection.ts'
import { type BudgetSeries, budgetSeries } from './sequential.ts'
import { gradedBenchmark } from './sequentialMeasures.ts'

type Change = { readonly effect: number }

/** The published runs with other rows in place of those that `test` finds. */
function replaced(
  runs: AgentRuns,
  test: (row: AgentRow) => boolean,
  plant: (own: AgentRow[]) => AgentRow[],
): AgentRuns {
  return { ...runs, rows: [...runs.rows.filter((row) => !test(row)), ...plant(runs.rows.filter(test))] }
}

/** The published runs with planted effects of effort. */
export const runsWithEffort = (runs: AgentRuns, { effect }: Change, stream: Stream): AgentRuns =>
  replaced(
    runs,
    ({ source }) => source === 'hal',
    (own) => plantEffort(own, { effect, byModel: 0 }, stream),
  )

/** The published runs with planted changes from the first to the last budget. */
export const runsWithBudgets = (
  runs: AgentRuns,
  { effect }: Change,
  { laterStarts }: RegimeChoices,
  stream: Stream,
): AgentRuns =>
  replaced(
    runs,
    ({ source, setting, task }) => source === 'general-agentbench' && setting === 'sequential' && task !== null,
    (own) => {
      const series = budgetSeries(own as readonly RowOf<'sequential'>[], laterStarts)
      return plantBudgets(series, { effect, byBenchmark: 0 }, stream).flatMap((one) => seriesRows(own[0]!, one))
    },
  )

/** The published runs with a planted exponent of throughput. */
export const runsWithThroughput = (runs: AgentRuns, exponent: number, stream: Stream): AgentRuns =>
  replaced(
    runs,
    ({ source }) => source === 'subagent-throughput',
    (own) => plantThroughput(own, exponent, stream),
  )

/** The published passes with judges that always pick a solved one where there is one, or any pass at all. */
export const runsWithJudges = (runs: AgentRuns, judge: 'perfect' | 'blind'): AgentRuns =>
  replaced(
    runs,
    ({ source, axis, metric }) => source === 'general-agentbench' && axis === 'solved' && metric !== 'tasks',
    (own) => own.map((row) => ({ ...row, y: judge === 'perfect' ? Math.min(1, row.x!) : row.x! / passes })),
  )

function seriesRows(like: AgentRow, { benchmark, model, from, to, pairs }: BudgetSeries): AgentRow[] {
  const cell = {
    ...like,
    benchmark,
    model,
    metric: benchmark === gradedBenchmark ? 'judge_score' : 'success',
    note: null,
  }
  return pairs.flatMap(({ first, last, n }, i) => [
    { ...cell, task: `g${i + 1}`, n, x: from, y: first.published },
    { ...cell, task: `g${i + 1}`, n, x: to, y: last.published, note: last.score === null ? noRecord : null },
  ])
}
