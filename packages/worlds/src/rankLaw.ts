import type { Stream } from '@lawbook/base'

/** Where a planted right skill stands among its competitors: the counts that exact expectations are made of. */
export type PlantedRank = {
  readonly beaten: number
  readonly ties: 0
  readonly matched: number
  readonly targetMatched: boolean
}

/** A distribution of ranks whose accuracy curve is known in closed form or by quadrature. */
export type RankLaw = {
  readonly id: 'log' | 'hill' | 'power' | 'signal-detection' | 'no-decay'
  /** M: the competitors among which the right skill is ranked; the library has M + 1 skills. */
  readonly competitors: number
  /** The expected accuracy in a random library of N, N in [1, M + 1]. */
  accuracy(N: number): number
  /** The rank at quantile u in (0, 1); laws of a beat probability p then draw r ~ Binomial(M, p) from the stream. */
  rank(u: number, stream: Stream): PlantedRank
}

/** The right skill is matched and r competitors beat it. */
export function beatenBy(r: number): PlantedRank {
  return { beaten: r, ties: 0, matched: r, targetMatched: true }
}

/** Nothing shares anything with the request: the router abstains at every N. */
export const unreachable: PlantedRank = { beaten: 0, ties: 0, matched: 0, targetMatched: false }
