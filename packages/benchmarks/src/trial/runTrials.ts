import { fail } from '@lawbook/base'
import type { Spent, Trial } from '../result.ts'
import type { AttemptKey, Ledger } from './ledger.ts'

/** One trial and what it took. */
export type TrialEnd = { readonly trial: Trial; readonly spent: Spent }

/** A trial that is to be run. `run` ends soon after its signal is aborted, whatever it is doing. */
export type PlannedTrial = AttemptKey & { readonly run: (signal: AbortSignal) => Promise<TrialEnd> }

/** Told before the first trial and after each. */
export type TrialProgress = {
  /** Trials that have ended, with those kept from an earlier run. */
  readonly done: number
  readonly total: number
  /** Scored in an earlier run, and not run again. */
  readonly kept: number
  /** The trial that has just ended; null at the start. */
  readonly last: TrialEnd | null
}

export type RunOptions = {
  /** Trials at one time, from 1. */
  readonly workers: number
  /** Whether the user has said that code of the tasks may run. */
  readonly allowTaskCode: boolean
  readonly ledger: Ledger
  readonly signal: AbortSignal
  readonly onProgress?: (progress: TrialProgress) => void
}

/**
 * Run what the ledger does not have as scored, in the order given, some at a time; each is in the ledger before the
 * next progress is told. Without leave to run task code nothing is run: LB_TASK_CODE. When the signal is aborted the
 * running trials are killed and not written, and LB_INTERRUPTED is thrown: running the same again goes on from there.
 * An error that is not of one trial (a full disk) stops all and is thrown.
 */
export async function runTrials(planned: readonly PlannedTrial[], options: RunOptions): Promise<void> {
  const { workers, ledger, signal, onProgress } = options
  checkPlan(planned, options)
  const open = planned.filter((one) => !ledger.isScored(one))
  const counts = { total: planned.length, kept: planned.length - open.length }
  let done = counts.kept
  onProgress?.({ ...counts, done, last: null })
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const queue = open.values()
  const work = async (): Promise<void> => {
    for (const one of queue) {
      if (either.aborted) return
      const end = await one.run(either)
      if (either.aborted) return
      await ledger.append(end.trial, end.spent)
      done++
      onProgress?.({ ...counts, done, last: end })
    }
  }
  const pool = Array.from({ length: workers }, () =>
    work().catch((thrown) => {
      stop.abort()
      throw thrown
    }),
  )
  const failed = (await Promise.allSettled(pool)).find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  if (signal.aborted) fail('LB_INTERRUPTED', `interrupted after ${done} of ${counts.total} trials; those are kept`)
}

function checkPlan(planned: readonly PlannedTrial[], { allowTaskCode, workers }: RunOptions): void {
  if (!allowTaskCode)
    fail(
      'LB_TASK_CODE',
      'running a benchmark executes the set-up, solution and verifier code of its tasks with your rights, and nobody has said that it may: if you trust where it comes from, allow it',
    )
  if (!Number.isInteger(workers) || workers < 1) fail('LB_USAGE', `${workers} workers: give a whole number from 1`)
  const seen = new Set<string>()
  for (const { task, agent, attempt } of planned) {
    const name = JSON.stringify([task, agent, attempt])
    if (seen.has(name)) fail('LB_DUPLICATE_ID', `attempt ${attempt} of ${agent} at ${task} is planned twice`)
    seen.add(name)
  }
}
