import { fail, type Stream } from '@lawbook/base'
import { binomialUpperTail } from '@lawbook/estimators'
import { checkWork, rightUnit, type TeamWork, teamRun, unitDurations } from './teamWork.ts'

/** Runs of teams: sizes x runs, row by row, all runs of the first size before those of the second. */
export type SimulatedTeams = {
  /** 1 where enough units were right by the deadline, else 0. */
  readonly success: Float64Array
  /** The share of the job's units that were right by the deadline. */
  readonly share: Float64Array
  /** The time of the last hand-over, or the deadline. */
  readonly wallClock: Float64Array
  /** The time that all agents together worked and talked, a stand-in for tokens. */
  readonly busy: Float64Array
  /** The messages sent, n - 1 a unit. */
  readonly messages: Float64Array
}

/** What teams of each size do on average, and which is best. */
export type TeamTruth = {
  /** The probability of success. */
  readonly success: Float64Array
  /** The expected share of units right by the deadline. */
  readonly share: Float64Array
  readonly wallClock: Float64Array
  readonly busy: Float64Array
  /** The size with the largest probability of success; of equal ones the smallest. */
  readonly best: number
  /** The size with the smallest expected wall-clock time; of equal ones the smallest. */
  readonly fastest: number
}

/**
 * Runs of teams of the given sizes n, each on a job of its own: `teamRun` says how the work goes. A unit handed over in
 * time is right with probability r (1 - h)^(n - 1), independently, and the job succeeds if `needed` units are.
 *
 * With talk = slip = 0 and units of equal length the wall-clock time is serial + ceil((U - serial) / n), Amdahl's law
 * (1967) up to the last round. With messages, and n small beside U, it is U (1 + c (n - 1)) (1 - p + p / n), shortest at
 * n = sqrt(p (1 - c) / ((1 - p) c)): the universal scalability law (Gunther 1993) with contention 1 - p + c p and
 * coherence c (1 - p). With a deadline small teams come too late and large ones lose units, so that success has a
 * largest value between, wherever `teamTruth` finds it.
 *
 * Throws LB_DOMAIN for work that cannot be, sizes that are no integers of at least 1, or fewer than one run.
 */
export function simulatedTeams(
  work: TeamWork,
  options: { readonly sizes: Float64Array; readonly runs: number; readonly stream: Stream },
): SimulatedTeams {
  const { sizes, runs, stream } = options
  checkWork(work, sizes)
  checkCount(runs, 'runs')
  const column = (): Float64Array => new Float64Array(sizes.length * runs)
  const columns = { success: column(), share: column(), wallClock: column(), busy: column(), messages: column() }
  let row = 0
  for (const n of sizes) {
    const probability = rightUnit(work, n)
    for (let run = 0; run < runs; run++, row++) {
      const { done, wallClock, busy, messages } = teamRun(work, n, unitDurations(work, stream))
      let right = 0
      for (let unit = 0; unit < done; unit++) if (stream.uniform() < probability) right++
      columns.success[row] = right >= work.needed ? 1 : 0
      columns.share[row] = right / work.units
      columns.wallClock[row] = wallClock
      columns.busy[row] = busy
      columns.messages[row] = messages
    }
  }
  return columns
}

/**
 * What `simulatedTeams` gives on average, from `draws` jobs. Which units come out right is integrated exactly, P(success)
 * = mean over jobs of P(X >= needed), X ~ Binomial(done, r (1 - h)^(n - 1)); only durations are drawn, the same at all
 * sizes, so that sizes are compared on the same jobs. With spread 0 one draw is exact. Throws as `simulatedTeams` does,
 * LB_FIT without sizes.
 */
export function teamTruth(
  work: TeamWork,
  options: { readonly sizes: Float64Array; readonly draws: number; readonly stream: Stream },
): TeamTruth {
  const { sizes, draws, stream } = options
  checkWork(work, sizes)
  checkCount(draws, 'draws')
  if (sizes.length === 0) fail('LB_FIT', 'there is no best of no sizes; give at least one')
  const column = (): Float64Array => new Float64Array(sizes.length)
  const means = { success: column(), share: column(), wallClock: column(), busy: column() }
  const chances = sizes.map((n) => rightUnit(work, n))
  for (let draw = 0; draw < draws; draw++) {
    const durations = unitDurations(work, stream)
    for (const [k, n] of sizes.entries()) {
      const { done, wallClock, busy } = teamRun(work, n, durations)
      means.success[k]! += binomialUpperTail(work.needed - 1, done, chances[k]!) / draws
      means.share[k]! += (done * chances[k]!) / work.units / draws
      means.wallClock[k]! += wallClock / draws
      means.busy[k]! += busy / draws
    }
  }
  return {
    ...means,
    best: sizes[means.success.indexOf(Math.max(...means.success))]!,
    fastest: sizes[means.wallClock.indexOf(Math.min(...means.wallClock))]!,
  }
}

function checkCount(count: number, name: string): void {
  if (!(Number.isInteger(count) && count >= 1))
    fail('LB_DOMAIN', `cannot simulate ${count} ${name}; give an integer of at least 1`)
}
