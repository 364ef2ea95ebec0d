import { expect } from 'vitest'

/** Numbers of ours beside those of an oracle; `what` names the case in the table. */
export type Case = {
  readonly what: string
  readonly got: ArrayLike<number>
  readonly wanted: ArrayLike<number>
}

/**
 * What an error |got - wanted| is divided by: `relative`, |wanted| itself (1 where it is 0); `of the largest`, the
 * largest |wanted| of the case, for numbers that belong together, such as the entries of a covariance matrix;
 * `absolute below 1`, |wanted| or 1 if that is more, for logs of probabilities.
 */
export type Measure = 'relative' | 'of the largest' | 'absolute below 1'

/** The golden values of one function, and how the function is asked for them. */
export type Golden = {
  readonly name: string
  /** Programs and versions that made the values. */
  readonly oracle: string
  readonly measure: Measure
  /** What keeps the digits from 15, where they are few. */
  readonly why?: string
  readonly cases: () => readonly Case[]
}

/** More digits are not told apart: an error of one unit in the last place is 15.6 digits or more. */
const most = 15

/** How many digits the worst number of all cases has right, -log10 of its error and at most 15, and in which case. */
export function agreement({ name, measure, cases }: Golden): { count: number; digits: number; worst: string } {
  const all = cases()
  let [largest, worst] = [-1, '']
  for (const { what, got, wanted } of all) {
    const error = errorOf(got, wanted, measure)
    if (Number.isNaN(error)) throw new Error(`${name} of ${what}: a number is missing, or is NaN, or one is too many`)
    if (error > largest) [largest, worst] = [error, what]
  }
  return { count: all.length, digits: Math.min(most, -Math.log10(Math.max(largest, Number.MIN_VALUE))), worst }
}

/** The golden values of this name all have more than so many digits. */
export function reaches(list: readonly Golden[], name: string, digits: number): void {
  const found = list.filter((golden) => golden.name === name)
  expect(found.length).toBeGreaterThan(0)
  for (const golden of found) {
    const reached = agreement(golden)
    expect(reached.count).toBeGreaterThan(0)
    expect(reached.digits, `${name}, ${reached.worst}, by ${golden.oracle}`).toBeGreaterThan(digits)
  }
}

function errorOf(got: ArrayLike<number>, wanted: ArrayLike<number>, measure: Measure): number {
  if (got.length !== wanted.length || wanted.length === 0) return Number.NaN
  const sizes = Array.from(wanted, Math.abs)
  const largest = Math.max(...sizes)
  let worst = 0
  for (const [i, size] of sizes.entries()) {
    const unit = measure === 'relative' ? size : measure === 'of the largest' ? largest : Math.max(1, size)
    const error = Math.abs(got[i]! - wanted[i]!)
    // Math.max keeps NaN.
    worst = Math.max(worst, error === 0 ? 0 : error / (unit === 0 ? 1 : unit))
  }
  return worst
}
