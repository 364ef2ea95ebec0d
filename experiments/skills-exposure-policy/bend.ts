import { jackknife, lineWeights, type Sample } from '@lawbook/sweeps'
import type { Estimated } from './contrast.ts'
import { kinWeights } from './judged.ts'

/** Points of accuracy per doubling of N over some sizes, by least squares on ln N: a falling curve is negative. */
function perDoubling(curve: Float64Array, all: readonly number[], sizes: readonly number[]): number {
  const { b } = lineWeights(sizes)
  return -100 * Math.LN2 * sizes.reduce((sum, size, k) => sum + b[k]! * curve[all.indexOf(size)]!, 0)
}

/** A curve under a budget and the curve of the same router without one. */
export type Bent = { readonly kin: string; readonly limited: Sample; readonly unlimited: Sample }

/**
 * How much the budget bends the curve: slope beyond the break size less slope up to it, less the same difference of the
 * unlimited curve, in points per doubling; mean within kin, then over kins. Null where fewer than two sizes lie on
 * either side. These are slopes of a bent curve: neither is the b of a routing law.
 */
export function bend(routers: readonly Bent[], breakSize: number): Estimated | null {
  const sizes = routers[0]?.limited.sizes ?? []
  const before = sizes.filter((size) => size <= breakSize)
  const after = sizes.filter((size) => size > breakSize)
  if (before.length < 2 || after.length < 2) return null
  const weights = kinWeights(routers)
  const turn = (curve: Float64Array): number => perDoubling(curve, sizes, after) - perDoubling(curve, sizes, before)
  const { value, se, df } = jackknife(
    routers.flatMap(({ limited, unlimited }) => [limited, unlimited]),
    (curves) =>
      Float64Array.of(
        routers.reduce((sum, _, i) => sum + weights[i]! * (turn(curves[2 * i]!) - turn(curves[2 * i + 1]!)), 0),
      ),
  )
  return { value: value[0]!, se: se[0]!, df }
}
