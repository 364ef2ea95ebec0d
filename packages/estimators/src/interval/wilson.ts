import { fail } from '@lawbook/base'
import { normalQuantile } from '../distribution/normal.ts'
import type { Interval } from './student.ts'

/**
 * Wilson's score interval for a proportion of n independent trials, at confidence `level` in (0, 1):
 * (x + z^2/2 -+ z sqrt(x (n - x) / n + z^2/4)) / (n + z^2), z = Phi^-1((1 + level) / 2) (Wilson 1927). Exactly 0 and 1
 * at the ends. It covers `level` on the average over p; at n = 10, or where n p is a few, it misses by several points
 * at some p (docs/tables/coverage-proportions.md), and `clopperPearson` does not. Throws LB_DOMAIN outside
 * 0 <= successes <= n, n >= 1.
 */
export function wilson(successes: number, n: number, level: number): Interval {
  if (!(n >= 1 && successes >= 0 && successes <= n))
    fail('LB_DOMAIN', `no proportion of ${successes} in ${n}; successes must be in [0, n] and n at least 1`)
  if (!(level > 0 && level < 1)) fail('LB_DOMAIN', `cannot give a level of ${level}; it must be in (0, 1)`)
  const z = -normalQuantile((1 - level) / 2)
  const square = z * z
  const centre = successes + square / 2
  const reach = z * Math.sqrt((successes * (n - successes)) / n + square / 4)
  const lo = successes === 0 ? 0 : (centre - reach) / (n + square)
  const hi = successes === n ? 1 : (centre + reach) / (n + square)
  return [lo, hi]
}
