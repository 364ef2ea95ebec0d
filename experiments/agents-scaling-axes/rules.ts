import { innerTail, intersection, median, outerTail } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import { nestedOf } from './estimate.ts'
import type { Part } from './units.ts'

/**
 * "Success rises in every sweep": the smallest slope and limits (intersection-union) over the parts that have an error of
 * their own.
 */
export function everySweep(parts: readonly Part[]): Estimate {
  const known = parts.filter(({ contrast }) => contrast.se !== null)
  return intersection(known.map(({ contrast }) => nestedOf(contrast, known.length)!))
}

/**
 * The median of the parts. Its limits are those of the sign test, the k-th smallest and the k-th largest; null where so
 * few parts can give none at the level: fewer than five at 95 % one-sided, than eight at 99.5 %.
 */
export function medianOf(parts: readonly Part[]): Estimate {
  const slopes = Float64Array.from(parts, ({ contrast }) => contrast.value).sort()
  const limits = (tail: number): [number, number] | null => {
    const k = signRank(slopes.length, tail)
    return k === 0 ? null : [slopes[k - 1]!, slopes.at(-k)!]
  }
  return { value: median(slopes), i90: limits(innerTail), i995: limits(outerTail('one')) }
}

/** The largest k for which k - 1 or fewer of n fair coins are heads with probability at most `tail`; 0 if none is. */
function signRank(n: number, tail: number): number {
  let [ways, sum, k] = [1, 0, 0]
  let all = 1
  for (let i = 0; i < n; i++) all *= 2
  while (k < n / 2) {
    sum += ways
    if (sum / all > tail) break
    ways = (ways * (n - k)) / (k + 1)
    k++
  }
  return k
}
