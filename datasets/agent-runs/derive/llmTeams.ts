import type { Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'
import { type Derivation, figure, groupBy, number, spread, text } from './make.ts'

const assignments: Record<string, string> = { preassign_nolead: 'pre-assigned', decentralized: 'self-organised' }

/**
 * LLM teams: 1 to 5 agents on jobs whose parallel share p is known. Times and tokens are of successful runs, and of all
 * runs where the metric ends in `_all`: a failed run has spent as well.
 */
export const llmTeams: Derivation = (read) =>
  [...groupBy(read('llm_teams_runs.csv'), 'mode', 'model', 'task_type', 'p_true', 'n_agents').values()].flatMap(cell)

/** One row a run. */
export const llmTeamsRuns: Derivation = (read) =>
  read('llm_teams_runs.csv').flatMap((row) => {
    const run = { ...of(row), task: `run ${number(row, 'rep')}`, n: 1 }
    return [
      figure({ ...run, metric: 'success', y: number(row, 'success') }),
      figure({ ...run, metric: 'wall_clock', y: number(row, 'wall_clock_s') }),
      figure({ ...run, metric: 'tokens', y: tokens(row) }),
    ]
  })

const of = (row: Row) => ({
  source: 'llm-teams',
  benchmark: text(row, 'task_type'),
  setting: `p = ${number(row, 'p_true')}`,
  agent: assignments[text(row, 'mode')]!,
  model: text(row, 'model'),
  axis: 'agents',
  x: number(row, 'n_agents'),
  unit: 'agents',
})

const tokens = (row: Row) => number(row, 'input_tokens') + number(row, 'output_tokens')

function cell(runs: readonly Row[]): AgentRow[] {
  const at = of(runs[0]!)
  const good = runs.filter((row) => row.success === 1)
  const seconds = (some: readonly Row[]) => some.map((row) => number(row, 'wall_clock_s'))
  const note = good.length === 0 ? 'no successful run' : null
  const logs = (values: readonly number[]) => spread(values.map((value) => Math.log(value)))
  return [
    figure({ ...at, metric: 'success', y: good.length / runs.length, n: runs.length }),
    figure({ ...at, metric: 'wall_clock', ...spread(seconds(good)), note }),
    figure({ ...at, metric: 'log_wall_clock', ...logs(seconds(good)), note }),
    figure({ ...at, metric: 'log_wall_clock_all', ...logs(seconds(runs)) }),
    figure({ ...at, metric: 'tokens', ...spread(good.map(tokens)), note }),
    figure({ ...at, metric: 'log_tokens', ...logs(good.map(tokens)), note }),
    figure({ ...at, metric: 'tokens_all', ...spread(runs.map(tokens)) }),
    figure({ ...at, metric: 'log_tokens_all', ...logs(runs.map(tokens)) }),
  ]
}
