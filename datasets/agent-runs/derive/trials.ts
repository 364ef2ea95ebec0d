import type { AgentRow } from '../row.ts'
import { type Derivation, figure, groupBy, number, tally, text } from './make.ts'

/** Repeated trials of the same tasks: how many tasks were solved in x of n trials. */
export const terminalBench: Derivation = (read) =>
  [...groupBy(read('terminalbench_trials.csv'), 'dataset', 'submission').values()].flatMap((trials) => {
    const entry = {
      source: 'terminal-bench',
      benchmark: text(trials[0]!, 'dataset').replace(':', ' '),
      agent: text(trials[0]!, 'submission'),
    }
    return solvedOf(
      entry,
      [...groupBy(trials, 'task_id').values()].map((task) => task.map((row) => number(row, 'resolved'))),
    )
  })

export const tauBench: Derivation = (read) =>
  solvedOf(
    { source: 'tau-bench', benchmark: 'airline', model: 'gpt-4o' },
    [...groupBy(read('taubench_gpt4o_airline_trials.csv'), 'task_id').values()].map((task) =>
      task.map((row) => number(row, 'reward')),
    ),
  )

/** Tasks with another number of trials than most are rows of their own. */
function solvedOf(entry: Partial<AgentRow> & { source: string }, tasks: readonly (readonly number[])[]): AgentRow[] {
  return tally(tasks.map((task) => task.length)).flatMap(([n]) =>
    tally(tasks.filter((task) => task.length === n).map((task) => task.reduce((sum, solved) => sum + solved, 0))).map(
      ([x, y]) => figure({ ...entry, axis: 'solved', x, unit: 'trials', metric: 'tasks', y, n }),
    ),
  )
}
