/**
 * Solve (A + lambda D^2) x = b for the p x p normal matrix A, restricted to the `free` variables (x = 0 elsewhere), by
 * Cholesky after scaling by `scale` (D), so that the diagonal is of order 1. Writes x and uses `factor` (p x p) as work
 * space. Returns the smallest squared pivot, at most 1 + lambda: near 0 means that the columns are dependent, and at
 * or below 0 that there is no solution.
 */
export function solveDamped(
  normal: Float64Array,
  b: Float64Array,
  scale: Float64Array,
  free: Uint8Array,
  lambda: number,
  factor: Float64Array,
  x: Float64Array,
): number {
  const p = b.length
  let smallest = Number.POSITIVE_INFINITY
  for (let i = 0; i < p; i++) {
    x[i] = 0
    if (free[i] === 0) continue
    for (let j = 0; j <= i; j++) {
      if (free[j] === 0) continue
      let sum = normal[i * p + j]! / (scale[i]! * scale[j]!) + (i === j ? lambda : 0)
      for (let k = 0; k < j; k++) if (free[k] === 1) sum -= factor[i * p + k]! * factor[j * p + k]!
      if (i !== j) factor[i * p + j] = sum / factor[j * p + j]!
      else {
        if (!(sum > 0)) return 0
        if (sum < smallest) smallest = sum
        factor[i * p + i] = Math.sqrt(sum)
      }
    }
    let sum = b[i]! / scale[i]!
    for (let k = 0; k < i; k++) if (free[k] === 1) sum -= factor[i * p + k]! * x[k]!
    x[i] = sum / factor[i * p + i]!
  }
  for (let i = p - 1; i >= 0; i--) {
    if (free[i] === 0) continue
    let sum = x[i]!
    for (let k = i + 1; k < p; k++) if (free[k] === 1) sum -= factor[k * p + i]! * x[k]!
    x[i] = sum / factor[i * p + i]!
  }
  for (let i = 0; i < p; i++) x[i]! /= scale[i]!
  return smallest
}
