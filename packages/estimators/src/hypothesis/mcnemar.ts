import { fail } from '@lawbook/base'
import { incompleteBeta } from '../distribution/beta.ts'
import { logBinomial } from '../distribution/gamma.ts'
import { normalCdf } from '../distribution/normal.ts'

/** How many pairs differ: success under the first condition only, and under the second only. */
export type DiscordantPairs = { readonly onlyFirst: number; readonly onlySecond: number }

/**
 * Counts the discordant pairs of two aligned arrays of outcomes, 1 for success and 0 for failure. Throws LB_FIT when
 * their lengths differ, LB_DOMAIN for an outcome other than 0 and 1.
 */
export function discordantPairs(first: ArrayLike<number>, second: ArrayLike<number>): DiscordantPairs {
  if (first.length !== second.length)
    fail('LB_FIT', `${first.length} first outcomes came with ${second.length} second ones; give pairs`)
  let [onlyFirst, onlySecond] = [0, 0]
  for (let i = 0; i < first.length; i++) {
    for (const outcome of [first[i]!, second[i]!])
      if (outcome !== 0 && outcome !== 1) fail('LB_DOMAIN', `an outcome of pair ${i} is ${outcome}; it must be 0 or 1`)
    if (first[i]! > second[i]!) onlyFirst++
    if (first[i]! < second[i]!) onlySecond++
  }
  return { onlyFirst, onlySecond }
}

/**
 * The two-sided p-value of McNemar's exact test that both conditions succeed equally often: given n = b + c discordant
 * pairs, b is Binomial(n, 1/2), and p = min(1, 2 P(X <= min(b, c))), in (0, 1]; 1 without discordant pairs. Pairs must
 * be independent; for clusters of pairs take `signFlipTest`. Throws LB_DOMAIN unless the counts are whole numbers >=
 * 0.
 */
export function mcnemarExact(pairs: DiscordantPairs): number {
  const { n, fewer } = counted(pairs)
  return n === 0 ? 1 : Math.min(1, 2 * incompleteBeta(0.5, n - fewer, fewer + 1))
}

/**
 * The mid-p version of McNemar's exact test: the probability of outcomes further out, plus half of those as far out
 * (Lancaster 1961; Fagerland, Lydersen and Laake 2013). With P the binomial probability of min(b, c): the exact p less
 * P when b and c differ, 1 - P / 2 when they are equal (so 1/2 without discordant pairs, which say nothing). Less
 * conservative than the exact test; its size may exceed alpha a little. Throws as `mcnemarExact` does.
 */
export function mcnemarMidP(pairs: DiscordantPairs): number {
  const { n, fewer } = counted(pairs)
  const asFar = Math.exp(logBinomial(n, fewer) - n * Math.LN2)
  if (2 * fewer === n) return 1 - asFar / 2
  // I_{1/2}(n - k + 1, k) = P(X <= k - 1): summed apart, because the exact p less P would lose digits.
  return (fewer === 0 ? 0 : 2 * incompleteBeta(0.5, n - fewer + 1, fewer)) + asFar
}

/**
 * McNemar's (1947) asymptotic test without continuity correction: `chiSquare` = (b - c)^2 / (b + c) on one degree of
 * freedom, p = 2 Phi(-sqrt(chiSquare)). For some 10 discordant pairs or more. Throws as `mcnemarExact` does, and
 * LB_FIT without discordant pairs.
 */
export function mcnemarAsymptotic(pairs: DiscordantPairs): { chiSquare: number; p: number } {
  const { n, fewer } = counted(pairs)
  if (n === 0) fail('LB_FIT', 'no discordant pairs: the statistic is 0 / 0; use the exact test')
  const z = (n - 2 * fewer) / Math.sqrt(n)
  return { chiSquare: z * z, p: 2 * normalCdf(-z) }
}

function counted({ onlyFirst, onlySecond }: DiscordantPairs): { n: number; fewer: number } {
  for (const count of [onlyFirst, onlySecond])
    if (!Number.isInteger(count) || count < 0)
      fail('LB_DOMAIN', `${count} is no count of discordant pairs; it must be an integer of at least 0`)
  return { n: onlyFirst + onlySecond, fewer: Math.min(onlyFirst, onlySecond) }
}
