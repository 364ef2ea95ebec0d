import { capabilityGap, predict } from '@lawbook/estimators'
import type { GapChoices } from './choices.ts'

/** The law's coefficients as printed: slope below, height above, critical gap, scale (L12; its line is 0 at the gap). */
export const printedGapLaw = Float64Array.of(0.31, 0.265, 0.25, 0.12)

/** The capability-gap law at some gaps, with the parameters (slope, height, critical gap, scale). */
export function gapLawAt(gaps: ArrayLike<number>, theta: Float64Array): Float64Array {
  return predict(capabilityGap, Float64Array.from(gaps), theta)
}

/**
 * The least-squares parameters of the capability-gap law on a grid of critical gaps and scales, slope and height solved
 * for at each: its sum of squares has a kink wherever the critical gap passes a point, so that a search by derivatives
 * may end in any of many valleys. A branch without points has the coefficient 0. Null with fewer than four points.
 */
export function fitGapLaw(
  gaps: Float64Array,
  synergies: Float64Array,
  { criticalGaps: { from, to, step }, scales }: GapChoices,
): Float64Array | null {
  if (gaps.length < 4) return null
  let best: Float64Array | null = null
  let least = Number.POSITIVE_INFINITY
  const steps = Math.round((to - from) / step)
  for (let i = 0; i <= steps; i++) {
    const critical = from + i * step
    for (const scale of scales) {
      const { slope, height, explained } = branches(gaps, synergies, critical, scale)
      if (-explained < least - 1e-12) {
        least = -explained
        best = Float64Array.of(slope, height, critical, scale)
      }
    }
  }
  return best
}

/** Both branches' coefficients, and how much of the sum of squares they explain together: no point is in both. */
function branches(gaps: Float64Array, synergies: Float64Array, critical: number, scale: number) {
  let [dd, ds, ee, es] = [0, 0, 0, 0]
  for (let i = 0; i < gaps.length; i++) {
    const beyond = gaps[i]! - critical
    if (beyond < 0) {
      dd += beyond * beyond
      ds += beyond * synergies[i]!
    } else {
      const reached = -Math.expm1(-beyond / scale)
      ee += reached * reached
      es += reached * synergies[i]!
    }
  }
  const [slope, height] = [dd > 0 ? ds / dd : 0, ee > 0 ? es / ee : 0]
  return { slope, height, explained: slope * ds + height * es }
}
