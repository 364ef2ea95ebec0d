import type { Share } from '../report.ts'

/** How a curve is moved: today's point, what becomes of any accuracy on the curve, and the reach of today's interval. */
export type Shift = {
  readonly today: Share
  readonly move: (accuracy: number) => number
  /** How far the interval of the point that the curve is led through reaches down and up; null where it is not moved. */
  readonly sampled: readonly [down: number, up: number] | null
}

export const unmoved = (today: Share): Shift => ({ today, move: (accuracy) => accuracy, sampled: null })

/**
 * The curve moved on the logit scale so that it passes through `anchor` today: the agent's odds are the router's times
 * a constant. An accuracy of 0 or 1 of n is read as half a case away from it.
 */
export function shiftThrough(today: Share, anchor: Share): Shift {
  const by = logit(inside(anchor.value, anchor.n)) - logit(inside(today.value, today.n))
  return {
    today: anchor,
    move: (accuracy) => 1 / (1 + Math.exp(-(logit(inside(accuracy, today.n)) + by))),
    sampled: [anchor.value - anchor.low, anchor.high - anchor.value],
  }
}

const logit = (share: number): number => Math.log(share / (1 - share))

function inside(share: number, n: number): number {
  const least = 0.5 / (n + 1)
  return Math.min(1 - least, Math.max(least, share))
}
