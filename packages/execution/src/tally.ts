import type { Outcome } from './outcome.ts'

/** The books of a batch: `used` are the jobs that were done; `byOutcome` adds up to `planned`. */
export type Tally = {
  readonly planned: number
  readonly used: number
  readonly byOutcome: Readonly<Record<Outcome, number>>
}

/** Count jobs by how they ended. */
export function tally(executions: readonly { readonly outcome: Outcome }[]): Tally {
  const byOutcome = { done: 0, refused: 0, crashed: 0, time: 0, files: 0, output: 0, outside: 0, link: 0 }
  for (const { outcome } of executions) byOutcome[outcome]++
  return { planned: executions.length, used: byOutcome.done, byOutcome }
}
