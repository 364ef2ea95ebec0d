import { lineWeights } from '@lawbook/sweeps'
import type { Kernel } from './kernel.ts'

/** The shares of competitors by bin of many pools, bins without any left out: entries start[at] .. start[at + 1]. */
export type Profiles = { readonly start: Int32Array; readonly bin: Uint8Array; readonly share: Float64Array }

/** One profile for every `bins` counts. */
export function profilesOf(counts: ArrayLike<number>, bins: number): Profiles {
  const start = new Int32Array(counts.length / bins + 1)
  const [bin, share]: [number[], number[]] = [[], []]
  for (let at = 0; at + 1 < start.length; at++) {
    let total = 0
    for (let k = 0; k < bins; k++) total += counts[at * bins + k]!
    for (let k = 0; k < bins; k++) {
      const n = counts[at * bins + k]!
      if (n === 0) continue
      bin.push(k)
      share.push(n / total)
    }
    start[at + 1] = bin.length
  }
  return { start, bin: Uint8Array.from(bin), share: Float64Array.from(share) }
}

/** A kind with a smaller share of requests moves no slope. */
const negligible = 1e-12

/**
 * The slope b that a kernel predicts for one target in one pool, before any routing there. With s_k the share of the
 * pool's competitors in bin k, a request of kind c is beaten by a competitor with q_c = sum over k of s_k K_c(k), so
 * Acc(N) = (1 - missing) · sum over c of w_c (1 - q_c)^(N-1), and b is the least-squares slope of that over the ladder.
 * `at` is the number of the profile.
 */
export function slopePredictor(ladder: readonly number[]): (kernel: Kernel, profiles: Profiles, at: number) => number {
  const slope = slopeOfSurvival(ladder)
  return ({ bins, rates, weights, missing }, { start, bin, share }, at) => {
    const from = start[at]!
    const to = start[at + 1]!
    let b = 0
    for (let c = 0; c < weights.length; c++) {
      if (weights[c]! < negligible) continue
      let q = 0
      for (let e = from; e < to; e++) q += share[e]! * rates[c * bins + bin[e]!]!
      b += weights[c]! * slope(1 - q)
    }
    return (1 - missing) * b
  }
}

/** The least-squares slope of x^(N-1) over a rising ladder; each power goes on from the one before it. */
function slopeOfSurvival(ladder: readonly number[]): (x: number) => number {
  const weights = Float64Array.from(lineWeights(ladder).b)
  const steps = Int32Array.from(ladder, (size, n) => size - (n === 0 ? 1 : ladder[n - 1]!))
  return (x) => {
    let sum = 0
    let power = 1
    for (let n = 0; n < steps.length; n++) {
      // Exponentiation by squaring (`integerPow`), written out where nine tenths of a prediction are spent.
      for (let left = steps[n]!, square = x; left > 0; left >>= 1, square *= square) if (left & 1) power *= square
      sum += weights[n]! * power
    }
    return sum
  }
}
