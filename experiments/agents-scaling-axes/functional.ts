import { fail } from '@lawbook/base'
import { slopeWeights } from '@lawbook/estimators'

/** Weights of the points of a ladder: the functional is the sum of weight x success. */
export type Weights = (x: Float64Array) => Float64Array

/** Points (of a hundred) per e-fold: the least-squares slope of 100 y in ln x. */
export const slope: Weights = (x) => slopeWeights(logsOf(x)).map((weight) => 100 * weight)

/** The sum of squares of ln x about its mean. */
export function spreadOf(x: Float64Array): number {
  const u = logsOf(x)
  const mean = u.reduce((sum, value) => sum + value, 0) / u.length
  return u.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
}

/** The level of the least-squares line at ln x = 0, as a share. */
export const intercept: Weights = (x) => {
  const u = logsOf(x)
  const mean = u.reduce((sum, value) => sum + value, 0) / u.length
  return slope(x).map((weight) => 1 / u.length - (mean * weight) / 100)
}

/** The change from the first to the last point, in points. */
export const change: Weights = (x) => x.map((_, k) => (k === 0 ? -100 : k === x.length - 1 ? 100 : 0))

/** Points per e-fold in the lower half of the range of ln x, straight lines between the points. */
export const lowerSlope: Weights = (x) => halfSlope(x, 0)

/** The same in the upper half. */
export const upperSlope: Weights = (x) => halfSlope(x, x.length - 1)

/** The value at one point, as a share. */
export const valueAt =
  (at: number): Weights =>
  (x) =>
    x.map((_, k) => (k === at ? 1 : 0))

/** One set of weights less `factor` times another. */
export const less =
  (first: Weights, factor: number, second: Weights): Weights =>
  (x) => {
    const other = second(x)
    return first(x).map((weight, k) => weight - factor * other[k]!)
  }

function halfSlope(x: Float64Array, end: number): Float64Array {
  const u = logsOf(x)
  const half = (u.at(-1)! - u[0]!) / 2
  const middle = middleWeights(u)
  const sign = end === 0 ? 1 : -1
  return middle.map((weight, k) => (100 * sign * (weight - (k === end ? 1 : 0))) / half)
}

/** Weights of the value in the middle of the range of ln x, on the straight line between its neighbours. */
function middleWeights(u: Float64Array): Float64Array {
  const at = (u[0]! + u.at(-1)!) / 2
  const right = u.findIndex((value) => value >= at)
  const share = (at - u[right - 1]!) / (u[right]! - u[right - 1]!)
  return u.map((_, k) => (k === right ? share : k === right - 1 ? 1 - share : 0))
}

function logsOf(x: Float64Array): Float64Array {
  const rising = x.every((value, k) => value > (k === 0 ? 0 : x[k - 1]!))
  if (x.length < 2 || !rising)
    fail('LB_DOMAIN', `a sweep has the points ${[...x].join(', ')}; give two or more that are positive and rise`)
  return x.map(Math.log)
}
