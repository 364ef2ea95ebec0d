import type { Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'
import { type Derivation, figure, groupBy, number, spread, text, usefulShare } from './make.ts'

const of = (model: string) => ({
  source: 'mini-swe-agent',
  benchmark: 'SWE-bench Verified',
  agent: 'mini-SWE-agent',
  model,
})

/** mini-SWE-agent on SWE-bench Verified: truncation curves by steps and by cost, and totals of each model. */
export const miniSweAgent: Derivation = (read) => [
  ...read('swebench_bashonly_step_curve.csv').flatMap((row) => [
    point(row, 'steps', 'step_limit', 'steps', 'success'),
    figure({ ...at(row, 'steps', 'step_limit', 'steps'), metric: 'steps_used', y: number(row, 'mean_steps_used') }),
  ]),
  ...read('swebench_bashonly_cost_curve.csv').flatMap((row) => [
    point(row, 'spend', 'cost_limit_usd', 'USD', 'success'),
    figure({ ...at(row, 'spend', 'cost_limit_usd', 'USD'), metric: 'cost', y: number(row, 'mean_spend_usd') }),
  ]),
  ...[...groupBy(read('swebench_bashonly_instances.csv'), 'model').values()].flatMap(totals),
]

/** One row a run: whether it was solved, what it cost, how many calls it made. */
export const miniSweAgentRuns: Derivation = (read) =>
  read('swebench_bashonly_instances.csv').flatMap((row) => {
    const run = { ...of(text(row, 'model')), task: text(row, 'instance_id'), n: 1 }
    return [
      figure({ ...run, metric: 'success', y: number(row, 'resolved') }),
      figure({ ...run, metric: 'cost', y: number(row, 'cost_usd') }),
      figure({ ...run, metric: 'steps', y: number(row, 'api_calls') }),
    ]
  })

function at(row: Row, axis: string, column: string, unit: string) {
  return { ...of(text(row, 'model')), axis, x: number(row, column), unit, n: number(row, 'n') }
}

function point(row: Row, axis: string, column: string, unit: string, metric: string): AgentRow {
  return figure({ ...at(row, axis, column, unit), metric, y: number(row, 'resolved') / number(row, 'n') })
}

function totals(runs: readonly Row[]): AgentRow[] {
  const model = of(text(runs[0]!, 'model'))
  const values = (column: string) => runs.map((row) => number(row, column))
  const tasks = runs.map((row) => ({ cost: number(row, 'cost_usd'), solved: number(row, 'resolved') }))
  return [
    figure({ ...model, metric: 'success', ...spread(values('resolved')), sd: null }),
    figure({ ...model, metric: 'cost', ...spread(values('cost_usd')) }),
    figure({ ...model, metric: 'steps', ...spread(values('api_calls')) }),
    figure({ ...model, metric: 'useful_share', ...usefulShare(tasks) }),
  ]
}
