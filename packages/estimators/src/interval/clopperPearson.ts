import { fail } from '@lawbook/base'
import { betaQuantile, betaUpperQuantile } from '../distribution/betaQuantile.ts'
import type { Interval } from './student.ts'

/**
 * Clopper and Pearson's (1934) exact interval for a proportion of n independent trials, at confidence `level` in (0,
 * 1): the probabilities that the two one-sided binomial tests at (1 - level) / 2 do not reject, which are beta
 * quantiles, lo of Beta(x, n - x + 1) and hi of Beta(x + 1, n - x). It covers at least `level` at every true
 * proportion, and is therefore wider than Wilson's. Exactly 0 at x = 0 and 1 at x = n. Throws LB_DOMAIN unless
 * successes and n are integers with 0 <= successes <= n and n >= 1.
 */
export function clopperPearson(successes: number, n: number, level: number): Interval {
  if (!(Number.isInteger(n) && Number.isInteger(successes) && n >= 1 && successes >= 0 && successes <= n))
    fail('LB_DOMAIN', `no exact proportion of ${successes} in ${n}; give integers with 0 <= successes <= n and n >= 1`)
  if (!(level > 0 && level < 1)) fail('LB_DOMAIN', `cannot give a level of ${level}; it must be in (0, 1)`)
  const tail = (1 - level) / 2
  const lo = successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1)
  const hi = successes === n ? 1 : betaUpperQuantile(tail, successes + 1, n - successes)
  return [lo, hi]
}
