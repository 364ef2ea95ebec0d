import { integerPow } from '@lawbook/base'
import type { Kernel } from './kernel.ts'

/** The least-squares slope -cov(y, ln N)/var(ln N), written out. */
function slopeOf(sizes: readonly number[], y: readonly number[]): number {
  const x = sizes.map(Math.log)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const xy = x.reduce((sum, value, k) => sum + (value - mx) * (y[k]! - my), 0)
  return -xy / x.reduce((sum, value) => sum + (value - mx) * (value - mx), 0)
}

/** The predicted slope over the default ladder for two bins and two kinds, accuracy by accuracy. */
export function predictedOracle(
  { rates, weights, missing }: Kernel,
  [first, second]: readonly [number, number],
): number {
  const sizes = [10, 20, 50, 100]
  const accuracy = sizes.map((size) =>
    [0, 1].reduce((sum, c) => {
      const p = (first * rates[2 * c]! + second * rates[2 * c + 1]!) / (first + second)
      return sum + weights[c]! * integerPow(1 - p, size - 1) * (1 - missing)
    }, 0),
  )
  return slopeOf(sizes, accuracy)
}

/** The slope of exact accuracy by counting every subset of M competitors, the first `beaten` of which win. */
export function hypergeometricOracle(
  beaten: number,
  ties: number,
  competitors: number,
  sizes: readonly number[],
): number {
  const accuracy = sizes.map((size) => {
    let [subsets, right] = [0, 0]
    for (let set = 0; set < 1 << competitors; set++) {
      const members = Array.from({ length: competitors }, (_, j) => j).filter((j) => (set >> j) & 1)
      if (members.length !== size - 1) continue
      subsets++
      if (members.some((j) => j < beaten)) continue
      right += 1 / (1 + members.filter((j) => j < beaten + ties).length)
    }
    return right / subsets
  })
  return slopeOf(sizes, accuracy)
}
