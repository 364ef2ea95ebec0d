import { lineWeights, missTable, type RankMatrix, unmatched } from '@lawbook/sweeps'

/** Where one request's right skill stands: `beats[j]` is 1 if competitor j beats it, 1/2 in a tie, else 0. */
export type Decided = { readonly matched: boolean; beats(j: number): number }

/** Read one row of a rank matrix. A right skill that shares nothing with the request is beaten by everybody. */
export function decided({ ranks, skills, targets }: RankMatrix, row: number): Decided {
  const start = row * skills
  const right = ranks[start + targets[row]!]!
  if (right === unmatched) return { matched: false, beats: () => 1 }
  return {
    matched: true,
    beats: (j) => {
      const rank = ranks[start + j]!
      return rank < right ? 1 : rank === right ? 0.5 : 0
    },
  }
}

/** The exact chance that a request is answered right in a random library of each size, drawn from a pool. */
export type Exact = (decision: Decided, pool: Int32Array) => Float64Array

/**
 * Exact accuracy over random libraries of a pool (`requestCurves`, for pools of many sizes): 1/(t + 1) · sum over
 * j = 0..t of C(M - r - j, N - 1)/C(M, N - 1). Sizes above M + 1 give NaN.
 */
export function exactOver(sizes: readonly number[]): Exact {
  const tables = new Map<number, Float64Array[]>()
  const tablesOf = (competitors: number): Float64Array[] => {
    let own = tables.get(competitors)
    if (own === undefined)
      tables.set(competitors, (own = sizes.map((size) => missTable(competitors, Math.min(size - 1, competitors)))))
    return own
  }
  return (decision, pool) => {
    if (!decision.matched) return new Float64Array(sizes.length)
    let [beaten, ties] = [0, 0]
    for (const j of pool) {
      const beats = decision.beats(j)
      if (beats === 1) beaten++
      else if (beats > 0) ties++
    }
    const own = tablesOf(pool.length)
    return Float64Array.from(sizes, (size, n) => {
      if (size > pool.length + 1) return Number.NaN
      let sum = 0
      for (let j = 0; j <= ties; j++) sum += own[n]![beaten + j]!
      return sum / (ties + 1)
    })
  }
}

/** One request's share in the slope b over a ladder: b is the mean of these over requests. */
export function slopeOver(sizes: readonly number[]): Exact {
  const weights = lineWeights(sizes).b
  const exact = exactOver(sizes)
  return (decision, pool) => {
    const right = exact(decision, pool)
    return Float64Array.of(right.reduce((sum, value, n) => sum + weights[n]! * value, 0))
  }
}
