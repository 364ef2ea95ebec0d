import type { Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'
import { type Derivation, figure, groupBy, number, numberOrNull, share, spread, text } from './make.ts'

/** Tasks a benchmark of the Holistic Agent Leaderboard has. */
const halTasks: Record<string, number> = {
  assistantbench: 33,
  'corebench-hard': 45,
  gaia: 165,
  'online-mind2web': 300,
  scicode: 65,
  scienceagentbench: 102,
  'swebench-verified-mini': 50,
  'taubench-airline': 50,
  usaco: 307,
}

/** Holistic Agent Leaderboard: accuracy and cost of an agent on a benchmark. */
export const hal: Derivation = (read) =>
  read('hal_results.csv').flatMap((row) => {
    const tasks = halTasks[text(row, 'benchmark')]!
    const effort = row.effort as string | null
    const entry = {
      source: 'hal',
      benchmark: text(row, 'benchmark'),
      setting: effort,
      agent: text(row, 'scaffold'),
      model: withoutEffort(text(row, 'model')),
    }
    return [
      figure({ ...entry, metric: 'success', y: number(row, 'accuracy'), n: tasks, note: averaged(row) }),
      figure({ ...entry, metric: 'cost', y: number(row, 'cost_usd_total') / tasks, n: tasks }),
    ]
  })

const averaged = (row: Row) => (row.runs === 1 ? null : `mean of ${number(row, 'runs')} runs`)

/** "Claude Opus 4.1 High (August 2025)" and "Claude Opus 4.1 (August 2025)" are one model at two efforts. */
function withoutEffort(model: string): string {
  return model.replace(/ (Low|Medium|High|Minimal)(?= \(|$)/, '')
}

/** SWE-bench leaderboards: only entries with a cost. */
export const swebenchLeaderboards: Derivation = (read) =>
  read('swebench_leaderboards.csv')
    .filter((row) => row.instance_cost_usd !== null)
    .flatMap((row) => {
      const entry = {
        source: 'swebench-leaderboards',
        benchmark: `SWE-bench ${text(row, 'board')}`,
        agent: text(row, 'system'),
        model: row.models === null ? null : text(row, 'models'),
      }
      return [
        figure({ ...entry, metric: 'success', y: share(row.resolved_pct) }),
        figure({ ...entry, metric: 'cost', y: number(row, 'instance_cost_usd') }),
      ]
    })

/** tau2-bench: the share of tasks solved in all of 1 to 4 attempts, and the cost where it is told. */
export const tau2Bench: Derivation = (read) =>
  read('tau2_leaderboard.csv').flatMap((row) => {
    const entry = {
      source: 'tau2-bench',
      benchmark: text(row, 'domain'),
      setting: text(row, 'modality'),
      agent: text(row, 'submission'),
      model: text(row, 'model'),
    }
    const attempts = [1, 2, 3, 4].flatMap((x) => {
      const y = share(row[`pass${x}`])
      return y === null ? [] : [figure({ ...entry, axis: 'attempts', x, unit: 'attempts', metric: 'all_pass', y })]
    })
    const cost = numberOrNull(row, 'cost_usd_per_task')
    return cost === null ? attempts : [...attempts, figure({ ...entry, metric: 'cost', y: cost })]
  })

/** AI Agents That Matter: HumanEval with plain and elaborate strategies, means over runs. */
export const agentsThatMatter: Derivation = (read) =>
  [...groupBy(read('agents_that_matter_humaneval.csv'), 'strategy', 'model').values()].flatMap(strategy)

function strategy(runs: readonly Row[]): AgentRow[] {
  const entry = {
    source: 'agents-that-matter',
    benchmark: 'HumanEval',
    agent: text(runs[0]!, 'strategy'),
    model: text(runs[0]!, 'model'),
  }
  const values = (column: string) => spread(runs.map((row) => number(row, column)))
  return [
    figure({ ...entry, metric: 'success', ...values('accuracy') }),
    figure({ ...entry, metric: 'cost', ...values('total_cost_usd') }),
  ]
}
