import { rightOrWrong } from './clusteredWorlds.ts'

/** The sizes at which accuracy is known. */
export const ladder = Float64Array.of(10, 20, 50, 100, 200, 500)
const logs = ladder.map(Math.log)

/** The log law of the planted curves: accuracy .834 - .042 ln N. */
export const slope = 0.042
export const line = Float64Array.from(logs, (x) => 0.834 - slope * x)

/** The line and its residual space: ln N centred, and a quadratic in ln N of length 1 that no line can follow. */
const centred = without(logs, [logs.map(() => 1)])
const spread = dot(centred, centred)
const bent = without(
  centred.map((x) => x * x),
  [logs.map(() => 1), centred],
)
const bend = bent.map((value) => value / Math.sqrt(dot(bent, bent)))

/** The line bent upwards at both ends so far that the R^2 of the best line is as given. */
export function curveOfRSquared(target: number): Float64Array {
  const size = slope * Math.sqrt(spread) * Math.sqrt((1 - target) / target)
  return line.map((accuracy, k) => accuracy + size * bend[k]!)
}

/** R^2 of the best line in ln N through a curve: the share of its squares that lies along the line. */
export function rSquaredOfLine(curve: Float64Array): number {
  const around = without(curve, [logs.map(() => 1)])
  const along = dot(around, centred)
  return (along * along) / (spread * dot(around, around))
}

/** Right or wrong of every request at every size, right with the probabilities of a curve. */
export function outcomes(latent: Float64Array, curve: Float64Array): Float64Array[] {
  return Array.from(curve, (accuracy) => rightOrWrong(latent, accuracy))
}

/** Each request's own slope b, of which the slope of the mean curve is the mean. */
export function ownSlopes(rows: readonly Float64Array[]): Float64Array {
  return rows[0]!.map((_, i) => -rows.reduce((sum, row, k) => sum + row[i]! * centred[k]!, 0) / spread)
}

/** The mean curve of rows in clusters, from sums by cluster; `weight(g)` counts cluster g. */
export function meanCurve(
  rows: readonly Float64Array[],
  clusters: Int32Array,
  count: number,
): (weight: (cluster: number) => number) => Float64Array {
  const sizes = new Float64Array(count)
  for (const g of clusters) sizes[g]! += 1
  const sums = rows.map((row) => {
    const byCluster = new Float64Array(count)
    for (const [i, value] of row.entries()) byCluster[clusters[i]!]! += value
    return byCluster
  })
  return (weight) => {
    const curve = new Float64Array(rows.length)
    let total = 0
    for (let g = 0; g < count; g++) {
      const times = weight(g)
      if (times === 0) continue
      total += times * sizes[g]!
      for (let k = 0; k < curve.length; k++) curve[k]! += times * sums[k]![g]!
    }
    return curve.map((sum) => sum / total)
  }
}

function without(values: Float64Array, directions: readonly Float64Array[]): Float64Array {
  return directions.reduce((rest, direction) => {
    const along = dot(rest, direction) / dot(direction, direction)
    return rest.map((value, k) => value - along * direction[k]!)
  }, values)
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0)
}
