import { fail, integerPow, type Stream } from '@lawbook/base'

/** A kind of job, and what it costs a team to work on it together. */
export type TeamWork = {
  /** U: the units of work of one job. */
  readonly units: number
  /** The first of them, done one after another by one agent before the others start: 1 - p = serial / units. */
  readonly serial: number
  /** s: the standard deviation of the log of a unit's duration, which is lognormal of mean 1; 0 makes all of them 1. */
  readonly spread: number
  /** c: the time it takes to hand a finished unit over to one partner. */
  readonly talk: number
  /** h: the probability that the hand-over to one partner spoils the unit. */
  readonly slip: number
  /** r: the probability that a unit comes out right where no hand-over spoils it. */
  readonly right: number
  /** The time after which nothing counts any more; infinite for none. */
  readonly deadline: number
  /** How many units must be right by the deadline for the job to succeed: 1 to U. */
  readonly needed: number
}

/** What happened to one job, but for which units came out right. */
type TeamRun = {
  /** The units handed over by the deadline. */
  readonly done: number
  /** The time of the last hand-over, or the deadline. */
  readonly wallClock: number
  /** The time that all agents together worked and talked until then. */
  readonly busy: number
  /** The messages sent until then: n - 1 for each unit that was handed over. */
  readonly messages: number
}

/** The durations of the units of one job: exp(s z - s^2 / 2), z standard normal. */
export function unitDurations({ units, spread }: TeamWork, stream: Stream): Float64Array {
  return Float64Array.from({ length: units }, () =>
    spread === 0 ? 1 : Math.exp(spread * stream.normal() - (spread * spread) / 2),
  )
}

/**
 * One job done by n agents, event by event. An agent that takes a unit works on it for its duration d and then tells each
 * of its n - 1 partners, so that it is free again d + c (n - 1) later; then it takes the next unit from the queue. The
 * serial units go to one agent, the others to whoever is free first. At the deadline all stop: a unit that was not
 * handed over does not count, the time spent on it does.
 */
export function teamRun(work: TeamWork, n: number, durations: Float64Array): TeamRun {
  const { serial, talk, deadline } = work
  const talking = talk * (n - 1)
  const free = new Float64Array(n)
  let [done, finish, busy] = [0, 0, 0]
  for (const [u, duration] of durations.entries()) {
    const agent = u < serial ? 0 : earliest(free)
    const start = free[agent]!
    const end = start + (duration + talking)
    // After the last serial unit everyone starts at its end; before it nobody else has anything to do.
    if (u < serial) free.fill(end)
    else free[agent] = end
    if (end <= deadline) done++
    busy += Math.min(end, deadline) - Math.min(start, deadline)
    finish = Math.max(finish, end)
  }
  return { done, wallClock: Math.min(finish, deadline), busy, messages: done * (n - 1) }
}

/** The probability that a unit handed over to n - 1 partners is right: r (1 - h)^(n - 1). */
export function rightUnit({ right, slip }: TeamWork, n: number): number {
  return right * integerPow(1 - slip, n - 1)
}

/** Throws LB_DOMAIN for a job that cannot be: the message says what is allowed. */
export function checkWork(work: TeamWork, sizes: Float64Array): void {
  const { units, serial, needed, right, slip, deadline } = work
  if (!(Number.isInteger(units) && Number.isInteger(serial) && units >= 1 && serial >= 0 && serial <= units))
    fail('LB_DOMAIN', `cannot plan ${serial} serial of ${units} units; give integers, 0 to all of at least one unit`)
  if (!(Number.isInteger(needed) && needed >= 1 && needed <= units))
    fail('LB_DOMAIN', `cannot need ${needed} of ${units} units; give an integer from 1 to ${units}`)
  for (const name of ['spread', 'talk'] as const)
    if (!(work[name] >= 0 && work[name] < Number.POSITIVE_INFINITY))
      fail('LB_DOMAIN', `cannot work with ${name} = ${work[name]}; it must be finite and at least 0`)
  if (!(right >= 0 && right <= 1 && slip >= 0 && slip <= 1))
    fail('LB_DOMAIN', `cannot work with right = ${right} and slip = ${slip}; both are probabilities in [0, 1]`)
  if (!(deadline > 0))
    fail('LB_DOMAIN', `cannot end at ${deadline}; the deadline must be above 0, or infinite for none`)
  for (const n of sizes)
    if (!(Number.isInteger(n) && n >= 1))
      fail('LB_DOMAIN', `cannot make a team of ${n} agents; sizes must be integers of at least 1`)
}

function earliest(free: Float64Array): number {
  let first = 0
  for (let agent = 1; agent < free.length; agent++) if (free[agent]! < free[first]!) first = agent
  return first
}
