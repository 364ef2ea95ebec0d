import { fail } from '@lawbook/base'
import { dependentColumn, factorise, type Qr, qrSpace } from './qr.ts'
import { refine } from './refine.ts'
import { weightRoots } from './weights.ts'

/**
 * A linear fit: `coefficients` c (p); `residuals` (n) = y - X c, on the scale of y; `sse` = sum_i w_i residual_i^2;
 * `scaledResiduals` (n) = sqrt(w_i) residual_i, which without weights are the residuals; and `factor`, the QR
 * factorisation of the rows sqrt(w_i) x_i, of which standard errors and leverages are made.
 */
export type LinearFit = {
  coefficients: Float64Array
  residuals: Float64Array
  sse: number
  scaledResiduals: Float64Array
  factor: Qr
}

/**
 * Ordinary or weighted linear least squares: the coefficients that minimise sum_i w_i (y_i - x_i'c)^2, by Householder
 * QR (Golub and Van Loan 2013, Matrix Computations, 5.3) and iterative refinement (Bjorck 1967). `design` is X row by
 * row, n x p, where n is the length of y; `weights` (n) are above 0, all 1 when left out. A constant factor of the
 * weights changes no coefficient. Throws LB_FIT with fewer rows than columns, with weights of another length, or when a
 * column is a combination of the others; LB_DOMAIN for a weight that is not above 0 and finite; LB_NOT_FINITE for a
 * number in the design or in y that is not finite, or when squares overflow.
 */
export function leastSquares(
  design: Float64Array,
  y: Float64Array,
  { weights = null }: { weights?: Float64Array | null } = {},
): LinearFit {
  const n = y.length
  const p = columns(design, y)
  const roots = weights === null ? null : weightRoots(weights, n)
  const factor = qrSpace(n, p)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < p; j++) factor.packed[i * p + j] = design[i * p + j]! * (roots === null ? 1 : roots[i]!)
  factorise(factor)
  if (factor.norms.some((norm) => !(norm < Number.POSITIVE_INFINITY)))
    fail('LB_NOT_FINITE', 'the squares of the design overflow; give its columns in larger units')
  const k = dependentColumn(factor)
  if (k !== null)
    fail('LB_FIT', `column ${k + 1} of ${p} is a combination of those before it (rank ${k}); give more distinct points`)

  const { coefficients, residuals } = refine(factor, design, y, weights, roots)
  const scaledResiduals = roots === null ? residuals : residuals.map((residual, i) => roots[i]! * residual)
  let sse = 0
  for (let i = 0; i < n; i++) sse += scaledResiduals[i]! * scaledResiduals[i]!
  if (!(sse < Number.POSITIVE_INFINITY))
    fail('LB_NOT_FINITE', `the sum of squares is ${sse}; give y and the design in units that make their squares finite`)
  return { coefficients, residuals, sse, scaledResiduals, factor }
}

function columns(design: Float64Array, y: Float64Array): number {
  const n = y.length
  const p = design.length / n
  if (!Number.isInteger(p) || p < 1)
    fail('LB_FIT', `a design of ${design.length} numbers does not divide into ${n} rows`)
  if (n < p) fail('LB_FIT', `${n} rows cannot determine ${p} coefficients; give at least ${p}`)
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(y[i]!)) fail('LB_NOT_FINITE', `y is ${y[i]} in row ${i + 1}; leave missing rows out`)
    for (let j = 0; j < p; j++)
      if (!Number.isFinite(design[i * p + j]!))
        fail(
          'LB_NOT_FINITE',
          `column ${j + 1} of the design is ${design[i * p + j]} in row ${i + 1}; leave such rows out`,
        )
  }
  return p
}
