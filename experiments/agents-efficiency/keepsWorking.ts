import { allOf, type Nested, nestedIntervals } from '@lawbook/estimators'

/** How many tasks were solved in exactly `solved` of `trials` trials. */
export type Tally = { readonly solved: number; readonly trials: number; readonly tasks: number }

/**
 * The share of tasks solved in k trials of k over the share solved in one: sum_t C(x_t, k) / C(n_t, k) over
 * sum_t x_t / n_t, for tasks solved in x_t of n_t trials (averaged over all choices of k trials; pass^k of tau-bench,
 * Yao 2024). Interval: Student on the linearised ratio, tasks as independent. Null where no trial succeeded.
 */
export function keepsWorking(tallies: readonly Tally[], k: number): Nested | null {
  const n = tallies.reduce((sum, { tasks }) => sum + tasks, 0)
  const mean = (of: (tally: Tally) => number) => tallies.reduce((sum, tally) => sum + tally.tasks * of(tally), 0) / n
  const once = mean(({ solved, trials }) => solved / trials)
  if (once === 0) return null
  const every = ({ solved, trials }: Tally): number => allOf(solved, trials, k)
  const value = mean(every) / once
  const term = (tally: Tally) => (every(tally) - (value * tally.solved) / tally.trials) / once
  const square = mean((tally) => term(tally) * term(tally))
  return nestedIntervals({ value, se: Math.sqrt(square / (n - 1)), df: n - 1, sided: 'two' })
}
