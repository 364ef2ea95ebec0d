import { checkSizes, missTable } from './hypergeometric.ts'
import type { Standing } from './standing.ts'

/** What happens to one request in a random library, as probabilities; `wrong` is what `right` and `abstain` leave. */
export type RequestCurves = {
  readonly sizes: readonly number[]
  /** Row-major, one row a request, one column a size. */
  readonly right: Float64Array
  readonly abstain: Float64Array
}

/** Means over requests, one value a size; `right + wrong + abstain` is 1. */
export type AccuracyCurve = {
  readonly sizes: readonly number[]
  readonly right: Float64Array
  readonly wrong: Float64Array
  readonly abstain: Float64Array
}

type Counts = Pick<Standing, 'beaten' | 'ties' | 'matched' | 'targetMatched'>

/**
 * The exact chance of each outcome for each request when the right skill stands among N - 1 competitors drawn at random
 * from the M = S - 1 others, r of which beat it and t of which tie with it, ties shared evenly:
 * P(right | N) = 1/(t+1) · sum over j = 0..t of C(M - r - j, N - 1) / C(M, N - 1). An unmatched right skill is never
 * chosen; the router abstains if moreover none of the matched competitors is drawn. Sizes in [1, S], else LB_DOMAIN.
 */
export function requestCurves(standings: readonly Counts[], sizes: readonly number[], skills: number): RequestCurves {
  checkSizes(sizes, skills)
  const right = new Float64Array(standings.length * sizes.length)
  const abstain = new Float64Array(standings.length * sizes.length)
  sizes.forEach((size, k) => {
    const miss = missTable(skills - 1, size - 1)
    standings.forEach(({ beaten, ties, matched, targetMatched }, i) => {
      const at = i * sizes.length + k
      if (!targetMatched) {
        abstain[at] = miss[matched]!
        return
      }
      let sum = 0
      for (let j = 0; j <= ties; j++) sum += miss[beaten + j]!
      right[at] = sum / (ties + 1)
    })
  })
  return { sizes, right, abstain }
}

/** The mean of `requestCurves` over requests: the accuracy curve of a router. */
export function accuracyCurve(standings: readonly Counts[], sizes: readonly number[], skills: number): AccuracyCurve {
  const each = requestCurves(standings, sizes, skills)
  const right = columnMeans(each.right, sizes.length)
  const abstain = columnMeans(each.abstain, sizes.length)
  return { sizes, right, abstain, wrong: right.map((value, k) => Math.max(0, 1 - value - abstain[k]!)) }
}

/** Means of the columns of a row-major matrix. */
function columnMeans(matrix: Float64Array, columns: number): Float64Array {
  const means = new Float64Array(columns)
  for (let at = 0; at < matrix.length; at++) means[at % columns]! += matrix[at]!
  return means.map((sum) => sum / (matrix.length / columns))
}
