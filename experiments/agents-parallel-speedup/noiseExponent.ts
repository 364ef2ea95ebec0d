import { type Nested, nestedIntervals, slopeWeights } from '@lawbook/estimators'
import type { Cell } from './cells.ts'
import type { Noise } from './noise.ts'
import { groupsOf, type Series, slopeOf } from './series.ts'

/**
 * The mean exponent of some series with the noise of their runs alone: what other runs of these very pairs would give,
 * and nothing on other models or suites. A slope is a weighted sum of cell means, so Var = sum w^2 se^2; t with the
 * degrees of freedom of Welch and Satterthwaite. Null where no run varies.
 */
export function noiseExponent(
  series: readonly Series[],
  cells: readonly Cell[],
  noise: ReadonlyMap<Cell, Noise>,
): Nested | null {
  const groups = groupsOf(cells)
  let [variance, squares] = [0, 0]
  for (const { suite, model, assignment, p, sizes } of series) {
    const weights = slopeWeights(sizes.map(Math.log))
    const group = groups.find(
      ([one]) => one!.suite === suite && one!.model === model && one!.assignment === assignment && one!.p === p,
    )!
    for (const [k, size] of sizes.entries()) {
      const { se, df } = noise.get(group.find(({ agents }) => agents === size)!)!
      const part = (weights[k]! * se) / series.length
      variance += part * part
      squares += (part * part * part * part) / df
    }
  }
  if (!(variance > 0)) return null
  const df = squares > 0 ? (variance * variance) / squares : Number.POSITIVE_INFINITY
  const value = series.reduce((sum, one) => sum + slopeOf(one), 0) / series.length
  return nestedIntervals({ value, se: Math.sqrt(variance), df, sided: 'one' })
}
