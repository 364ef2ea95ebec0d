import { type Interval, type Jackknife, studentQuantile } from '@lawbook/estimators'

/**
 * Where a line a + b x crosses zero (Fieller 1954): all x at which the jackknifed a + b x is within t standard errors
 * of zero, (a + b x)^2 <= t^2 (v_aa + 2 x v_ab + x^2 v_bb), with probability `tail` left on each side. `fitted` is the
 * jackknife of [a, b]. Null where the slope does not differ from zero at this level: the set is then no interval.
 */
export function fieller({ value, df, replicates }: Jackknife, tail: number): Interval | null {
  const [a, b] = [value[0]!, value[1]!]
  const count = replicates.length
  const between = (i: number, j: number): number =>
    ((count - 1) / count) *
    replicates.reduce((sum, theta) => sum + (theta[i]! - value[i]!) * (theta[j]! - value[j]!), 0)
  const t = studentQuantile(tail, df)
  const square = t * t
  const [x2, x1, x0] = [
    b * b - square * between(1, 1),
    2 * (a * b - square * between(0, 1)),
    a * a - square * between(0, 0),
  ]
  const root = x1 * x1 - 4 * x2 * x0
  if (!(x2 > 0 && root > 0)) return null
  const reach = Math.sqrt(root)
  return [(-x1 - reach) / (2 * x2), (-x1 + reach) / (2 * x2)]
}
