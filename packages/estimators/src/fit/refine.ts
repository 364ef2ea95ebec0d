import { applyQ, applyQt, type Qr, solveLower, solveUpper } from './qr.ts'
import { productError, sumError } from './roundingError.ts'

/** Every step wins about as many digits as the factorisation has right; more than a few mean that it has none. */
const mostSteps = 10

/**
 * The coefficients c (p) and residuals y - X c (n) of weighted least squares, from a factorisation and by iterative
 * refinement (Bjorck 1967, Iterative refinement of linear least squares solutions). `qr` is the factorisation of the
 * rows sqrt(w_i) x_i and `roots` are the sqrt(w_i); weights and roots are null where all are 1. The first step is the
 * usual solution by QR; each further one solves d + A dc = sqrt(w) f, A'd = -g for what is left over of the two
 * equations that define the solution,
 *
 *   f = y - e - X c,   g = X'W e,
 *
 * evaluated in twice the working precision (sums and products of Ogita, Rump and Oishi 2005). So coefficients are right
 * to about the last digit while the condition number of the columns, each brought to length 1, is well below 1e15; QR
 * alone loses once the digits of that number, and twice where residuals are large. Steps end when they no longer
 * shrink.
 */
export function refine(
  qr: Qr,
  design: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  roots: Float64Array | null,
): { coefficients: Float64Array; residuals: Float64Array } {
  const { n, p, norms } = qr
  const coefficients = new Float64Array(p)
  const residuals = new Float64Array(n)
  const left = new Float64Array(n)
  const slack = new Float64Array(p)
  const change = new Float64Array(p)
  let smallest = Number.POSITIVE_INFINITY
  for (let step = 0; step < mostSteps; step++) {
    unexplained(design, y, residuals, coefficients, left)
    correlation(design, residuals, weights, slack)
    if (roots !== null) for (let i = 0; i < n; i++) left[i]! *= roots[i]!
    applyQt(qr, left)
    solveLower(qr, slack)
    for (let k = 0; k < p; k++) {
      change[k] = left[k]! + slack[k]!
      left[k] = -slack[k]!
    }
    solveUpper(qr, change)
    applyQ(qr, left)
    let size = 0
    for (let k = 0; k < p; k++) size = Math.max(size, Math.abs(change[k]!) * norms[k]!)
    if (!(size < smallest / 2)) break
    smallest = size
    for (let k = 0; k < p; k++) coefficients[k]! += change[k]!
    for (let i = 0; i < n; i++) residuals[i]! += roots === null ? left[i]! : left[i]! / roots[i]!
  }
  return { coefficients, residuals }
}

/** f = y - e - X c, summed in twice the working precision and rounded once. */
function unexplained(
  design: Float64Array,
  y: Float64Array,
  residuals: Float64Array,
  coefficients: Float64Array,
  f: Float64Array,
): void {
  const p = coefficients.length
  for (let i = 0; i < y.length; i++) {
    let sum = y[i]! - residuals[i]!
    let error = sumError(y[i]!, -residuals[i]!, sum)
    for (let j = 0; j < p; j++) {
      const product = -design[i * p + j]! * coefficients[j]!
      const next = sum + product
      error += sumError(sum, product, next) + productError(-design[i * p + j]!, coefficients[j]!, product)
      sum = next
    }
    f[i] = sum + error
  }
}

/** g = X'W e, summed in twice the working precision and rounded once. */
function correlation(
  design: Float64Array,
  residuals: Float64Array,
  weights: Float64Array | null,
  g: Float64Array,
): void {
  const p = g.length
  for (let j = 0; j < p; j++) {
    let sum = 0
    let error = 0
    for (let i = 0; i < residuals.length; i++) {
      const weight = weights === null ? 1 : weights[i]!
      const weighted = weight * residuals[i]!
      const rest = productError(weight, residuals[i]!, weighted)
      const x = design[i * p + j]!
      const product = x * weighted
      const next = sum + product
      error += sumError(sum, product, next) + productError(x, weighted, product) + x * rest
      sum = next
    }
    g[j] = sum + error
  }
}
