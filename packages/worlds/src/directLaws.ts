import { fail } from '@lawbook/base'
import { beatenBy, type RankLaw, unreachable } from './rankLaw.ts'

const eulerGamma = 0.5772156649015329

/** H_n = 1 + 1/2 + ... + 1/n. */
function harmonic(n: number): number {
  let sum = 0
  for (let k = n; k >= 1; k--) sum += 1 / k
  return sum
}

/**
 * The law under which accuracy falls in a straight line in ln N: Zipf-1 ranks, that is P(r) = b/r for r = 1..M (Zipf's
 * law of exponent 1), P(0) = c, the rest unreachable. Acc(N) = c + b (H_M - H_{N-1}), the estimators' `harmonic` law
 * exactly, which is a - b ln(N - 1/2) up to O(N^-2) with c = a - b (H_M - 0.5772...). Needs b >= 0, c >= 0 and
 * c + b H_M <= 1, that is a in [b (H_M - 0.5772), 1 - 0.5772 b].
 */
export function logLaw({ a, b, competitors }: { a: number; b: number; competitors: number }): RankLaw {
  const total = harmonic(competitors)
  const never = a - b * (total - eulerGamma)
  const [low, high] = [b * (total - eulerGamma), 1 - b * eulerGamma]
  if (!(b >= 0) || !(a >= low && a <= high))
    fail('LB_DOMAIN', `cannot plant a = ${a}, b = ${b}: b must be at least 0 and a in [${low}, ${high}] for this b`)
  return {
    id: 'log',
    competitors,
    accuracy: (N) => never + b * (total - harmonic(N - 1)),
    rank(u) {
      let below = never
      if (u < below) return beatenBy(0)
      for (let r = 1; r <= competitors; r++) if (u < (below += b / r)) return beatenBy(r)
      return unreachable
    },
  }
}

/** The null world: a share `right` of requests is never lost, the others never found, at any N. */
export function noDecayLaw({ right, competitors }: { right: number; competitors: number }): RankLaw {
  if (!(right >= 0 && right <= 1)) fail('LB_DOMAIN', `cannot plant a share right of ${right}; it must be in [0, 1]`)
  return {
    id: 'no-decay',
    competitors,
    accuracy: () => right,
    rank: (u) => (u < right ? beatenBy(0) : unreachable),
  }
}
