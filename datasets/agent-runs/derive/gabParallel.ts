import type { Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'
import { type Derivation, figure, groupBy, number, numberOrNull, spread, tally, text } from './make.ts'

const judges = { self_pointwise: 'self_judged_correct', gpt5_pointwise: 'gpt5_judged_correct' } as const

/**
 * General AgentBench, parallel: four passes a task. How many tasks have 0 to 4 solved passes (coverage of any k follows
 * exactly), and what a judge who sees all four keeps of them: the mean score of the passes it accepts, of all if it
 * accepts none. MCP-bench has no binary outcome and is left to its summary; tasks without four passes are left out.
 */
export const gabParallel: Derivation = (read) => [
  ...[...groupBy(read('gab_parallel_passes.csv'), 'model', 'benchmark').values()]
    .filter(([first]) => first!.benchmark !== 'mcpbench')
    .flatMap(solvedPasses),
  ...read('gab_parallel_summary.csv').flatMap(summary),
]

const of = (row: Row) => ({
  source: 'general-agentbench',
  benchmark: text(row, 'benchmark'),
  setting: 'parallel',
  model: text(row, 'model'),
})

function solvedPasses(passes: readonly Row[]): AgentRow[] {
  const cell = { ...of(passes[0]!), axis: 'solved', unit: 'passes of 4' }
  const all = [...groupBy(passes, 'task_id').values()]
  const tasks = all.filter((task) => task.length === 4)
  const solved = (task: readonly Row[]) => task.reduce((sum, row) => sum + number(row, 'score'), 0)
  const left = all.length - tasks.length
  return [
    ...tally(tasks.map(solved)).map(([x, y]) =>
      figure({ ...cell, x, metric: 'tasks', y, n: 4, note: left > 0 ? `${left} without four passes left out` : null }),
    ),
    ...Object.entries(judges).flatMap(([metric, column]) => {
      const kept = tasks.flatMap((task) =>
        task.some((row) => row[column] === null) ? [] : [[solved(task), keep(task, column)] as const],
      )
      return tally(kept.map(([x]) => x)).flatMap(([x]) =>
        tally(kept.filter(([at]) => at === x).map(([, y]) => y)).map(([y, n]) => figure({ ...cell, x, metric, y, n })),
      )
    }),
  ]
}

/** The mean score of the passes that a judge accepts; of all where it accepts none. */
function keep(task: readonly Row[], column: string): number {
  const accepted = task.filter((row) => row[column] === 1)
  return spread((accepted.length > 0 ? accepted : task).map((row) => number(row, 'score'))).y!
}

function summary(row: Row): AgentRow[] {
  const cell = { ...of(row), axis: 'attempts', x: number(row, 'k'), unit: 'attempts', n: number(row, 'n_tasks') }
  const columns = {
    coverage: 'coverage',
    self_pointwise: 'self_pointwise_selection',
    gpt5_pointwise: 'gpt5_pointwise_selection',
    self_pairwise: 'self_pairwise_selection',
  }
  return Object.entries(columns).flatMap(([metric, column]) => {
    const y = numberOrNull(row, column)
    return y === null ? [] : [figure({ ...cell, metric, y })]
  })
}
