import { fail } from '@lawbook/base'

/** A linear fit: `coefficients` (p), `residuals` (n) = y - X coefficients, and `sse`, their sum of squares. */
export type LinearFit = { coefficients: Float64Array; residuals: Float64Array; sse: number }

/**
 * Linear least squares: the coefficients that minimise |y - X c|^2, by Householder QR (Golub and Van Loan, Matrix
 * Computations, 5.3). `design` is X row by row, n x p, where n is the length of y. QR keeps twice the digits that the
 * normal equations do. Throws LB_FIT with fewer rows than columns, or when a column is a combination of the others.
 */
export function leastSquares(design: Float64Array, y: Float64Array): LinearFit {
  const n = y.length
  const p = design.length / n
  if (!Number.isInteger(p) || p < 1)
    fail('LB_FIT', `a design of ${design.length} numbers does not divide into ${n} rows`)
  if (n < p) fail('LB_FIT', `${n} rows cannot determine ${p} coefficients; give at least ${p}`)
  const r = design.slice()
  const rotated = y.slice()
  for (let k = 0; k < p; k++) eliminate(r, rotated, n, p, k)

  const coefficients = new Float64Array(p)
  for (let k = p - 1; k >= 0; k--) {
    let sum = rotated[k]!
    for (let j = k + 1; j < p; j++) sum -= r[k * p + j]! * coefficients[j]!
    coefficients[k] = sum / r[k * p + k]!
  }
  const residuals = y.slice()
  let sse = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) residuals[i]! -= design[i * p + j]! * coefficients[j]!
    sse += residuals[i]! * residuals[i]!
  }
  return { coefficients, residuals, sse }
}

/** Reflect rows k.. of R and y so that column k of R is zero below the diagonal. */
function eliminate(r: Float64Array, y: Float64Array, n: number, p: number, k: number): void {
  let above = 0
  let below = 0
  for (let i = 0; i < n; i++) {
    const square = r[i * p + k]! * r[i * p + k]!
    if (i < k) above += square
    else below += square
  }
  const norm = Math.sqrt(below)
  if (!(norm > 1e-12 * Math.sqrt(above + below)))
    fail('LB_FIT', `column ${k + 1} of ${p} is a combination of those before it (rank ${k}); give more distinct points`)
  const head = r[k * p + k]!
  const diagonal = head > 0 ? -norm : norm
  const pivot = head - diagonal
  const scale = -1 / (diagonal * pivot)
  for (let j = k + 1; j < p; j++) {
    let dot = pivot * r[k * p + j]!
    for (let i = k + 1; i < n; i++) dot += r[i * p + k]! * r[i * p + j]!
    dot *= scale
    r[k * p + j]! -= dot * pivot
    for (let i = k + 1; i < n; i++) r[i * p + j]! -= dot * r[i * p + k]!
  }
  let dot = pivot * y[k]!
  for (let i = k + 1; i < n; i++) dot += r[i * p + k]! * y[i]!
  dot *= scale
  y[k]! -= dot * pivot
  for (let i = k + 1; i < n; i++) y[i]! -= dot * r[i * p + k]!
  r[k * p + k] = diagonal
}
