import type { Law } from './law.ts'

/** The ends of ln x over the points above 0, with a width that is never 0. */
export function logRange(x: Float64Array): { low: number; high: number; width: number } {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of x) {
    if (value <= 0) continue
    low = Math.min(low, Math.log(value))
    high = Math.max(high, Math.log(value))
  }
  if (low > high) return { low: 0, high: 0, width: 1 }
  return { low, high, width: high > low ? high - low : 1 }
}

/**
 * Pairs (ln midpoint, steepness) of S-shaped curves in ln x: midpoints from one width of the points before the first
 * to one width after the last, steepness from a slow bend over all points to a step between two of them.
 */
export function sigmoidGrid(x: Float64Array): [middle: number, steepness: number][] {
  const { low, width } = logRange(x)
  const pairs: [number, number][] = []
  for (const share of [-1, -0.5, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.5, 2])
    for (const bends of [0.5, 1.5, 4, 10, 25, 60]) pairs.push([low + share * width, bends / width])
  return pairs
}

/**
 * The best `kept` of many candidate starts, lowest first: by the sum of squares that is left when the linear parameters
 * are solved for without their bounds. A fit from these costs less than a fit from every candidate, and misses the
 * lowest valley less often than a fit from a few guesses.
 */
export function lowest(
  law: Law,
  x: Float64Array,
  y: Float64Array,
  candidates: readonly (readonly number[])[],
  kept = 4,
): Float64Array[] {
  const p = law.parameters.length
  const values = new Float64Array(y.length)
  const jacobian = new Float64Array(y.length * p)
  const column = new Float64Array(y.length)
  const ranked = candidates.map((candidate) => {
    const theta = Float64Array.from(candidate)
    theta.fill(0, 0, law.linear)
    law.evaluate(x, theta, values, jacobian)
    for (let i = 0; i < y.length; i++) values[i] = y[i]! - values[i]!
    return { start: Float64Array.from(candidate), left: leftOver(values, jacobian, p, law.linear, column) }
  })
  return ranked
    .filter(({ left }) => Number.isFinite(left))
    .sort((one, other) => one.left - other.left)
    .slice(0, kept)
    .map(({ start }) => start)
}

/**
 * The sum of squares of `residuals` that the first `linear` columns of the matrix (rows x p) cannot explain, by
 * Gram-Schmidt in place.
 */
function leftOver(
  residuals: Float64Array,
  matrix: Float64Array,
  p: number,
  linear: number,
  column: Float64Array,
): number {
  const n = residuals.length
  for (let j = 0; j < linear; j++) {
    for (let i = 0; i < n; i++) column[i] = matrix[i * p + j]!
    const square = dot(column, column)
    if (square === 0) continue
    const along = dot(column, residuals) / square
    for (let i = 0; i < n; i++) residuals[i]! -= along * column[i]!
    for (let k = j + 1; k < linear; k++) {
      let share = 0
      for (let i = 0; i < n; i++) share += column[i]! * matrix[i * p + k]!
      for (let i = 0; i < n; i++) matrix[i * p + k]! -= (share / square) * column[i]!
    }
  }
  return dot(residuals, residuals)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
