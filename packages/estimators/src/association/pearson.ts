import { fail } from '@lawbook/base'
import { incompleteBeta } from '../distribution/beta.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { Interval } from '../interval/student.ts'

/**
 * Refuse pairs that have no correlation: LB_FIT for lengths that differ or fewer than 2 pairs, LB_NOT_FINITE for a
 * value that is NaN or infinite, LB_DOMAIN for a constant side.
 */
export function checkPairs(x: Float64Array, y: Float64Array): void {
  if (x.length !== y.length) fail('LB_FIT', `${x.length} values of x came with ${y.length} of y; give as many of each`)
  if (x.length < 2) fail('LB_FIT', `${x.length} pairs have no correlation; give at least 2`)
  checkVaries('x', x)
  checkVaries('y', y)
}

function checkVaries(name: string, values: Float64Array): void {
  const odd = values.findIndex((value) => !Number.isFinite(value))
  if (odd >= 0) fail('LB_NOT_FINITE', `${name} is ${values[odd]} in pair ${odd}; leave out pairs with a missing value`)
  if (values.every((value) => value === values[0]))
    fail('LB_DOMAIN', `${name} is constant (${values[0]} in all ${values.length} pairs): no correlation is defined`)
}

/**
 * Pearson's product-moment correlation r of n >= 2 pairs, sum (x - mean x)(y - mean y) / sqrt(sum (x - mean x)^2 sum
 * (y - mean y)^2), in [-1, 1], without unit. Throws as `checkPairs` does, so LB_DOMAIN when x or y is constant, and
 * LB_NOT_FINITE when the values are too large to be summed.
 */
export function pearson(x: Float64Array, y: Float64Array): number {
  checkPairs(x, y)
  const u = scaledDeviations(x)
  const v = scaledDeviations(y)
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < u.length; i++) {
    xy += u[i]! * v[i]!
    xx += u[i]! * u[i]!
    yy += v[i]! * v[i]!
  }
  const r = xy / Math.sqrt(xx * yy)
  if (Number.isNaN(r)) fail('LB_NOT_FINITE', 'the sum of the values is beyond the range of doubles; rescale x or y')
  return Math.max(-1, Math.min(1, r))
}

/** Deviations from the mean in units of the largest, so that their squares neither overflow nor vanish. */
function scaledDeviations(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviations = values.map((value) => value - mean)
  const largest = deviations.reduce((most, deviation) => Math.max(most, Math.abs(deviation)), 0)
  return deviations.map((deviation) => deviation / largest)
}

/**
 * Pearson's r with the two-sided p-value of the t test of no correlation: t = r sqrt(df / (1 - r^2)) on df = n - 2
 * degrees of freedom, for pairs from a bivariate normal distribution (Student 1908). p is computed as I_{1-r^2}(df /
 * 2, 1 / 2), which is 0 only where |r| = 1. Throws as `pearson` does, and LB_FIT with fewer than 3 pairs.
 */
export function pearsonTest(x: Float64Array, y: Float64Array): { r: number; df: number; p: number } {
  const r = pearson(x, y)
  const df = x.length - 2
  if (df < 1) fail('LB_FIT', `${x.length} pairs cannot test a correlation; give at least 3`)
  return { r, df, p: incompleteBeta((1 - r) * (1 + r), df / 2, 0.5, r * r) }
}

/**
 * Fisher's interval of a correlation r of n pairs, with probability `tail` in (0, 1/2) on each side: tanh(atanh r -+
 * z_{1-tail} / sqrt(n - 3)) (Fisher 1921), for pairs from a bivariate normal distribution; of skewed values take
 * logarithms first. At |r| = 1 both limits are r. Throws LB_DOMAIN for r outside [-1, 1], n below 4 or not an integer,
 * and tail outside its range.
 */
export function fisherInterval({ r, n, tail }: { r: number; n: number; tail: number }): Interval {
  if (!(r >= -1 && r <= 1)) fail('LB_DOMAIN', `no correlation is ${r}; r must be in [-1, 1]`)
  if (!Number.isInteger(n) || n < 4)
    fail('LB_DOMAIN', `cannot give Fisher's interval from ${n} pairs; n must be an integer of at least 4`)
  if (!(tail > 0 && tail < 0.5)) fail('LB_DOMAIN', `cannot leave ${tail} in each tail; it must be in (0, 0.5)`)
  const z = Math.atanh(r)
  const reach = -normalQuantile(tail) / Math.sqrt(n - 3)
  return [Math.tanh(z - reach), Math.tanh(z + reach)]
}
