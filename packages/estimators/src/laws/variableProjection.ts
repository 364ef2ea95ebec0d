import type { Problem } from '../fit/problem.ts'
import { applyQt, dependentColumn, factorise, qrSpace, solveUpper } from '../fit/qr.ts'
import type { Law } from './law.ts'
import { inward, outward } from './scale.ts'

/** Points to fit to: x row by row, y, and the square roots of their weights. */
export type Data = { readonly x: Float64Array; readonly y: Float64Array; readonly roots: Float64Array }

/** A problem in the shape of a law alone, and all of the law's parameters at a shape (NaN where not determined). */
export type Projected = { readonly problem: Problem; parametersAt(searched: Float64Array): Float64Array }

/**
 * Variable projection (Golub and Pereyra 1973, with the Jacobian of Kaufman 1975): for every shape the best linear
 * parameters follow by QR, so that only the shape is searched, and its minimum is that of the full problem. Residuals
 * and Jacobian are turned by Q' and lose the leading rows, which the linear part explains; lengths stay as they are.
 * Bounds of linear parameters are not seen. Where the linear part is not determined residuals are NaN.
 */
export function projected(law: Law, { x, y, roots }: Data): Projected {
  const n = y.length
  const p = law.parameters.length
  const k = law.linear
  const shape = law.parameters.slice(k)
  const q = shape.length
  const theta = new Float64Array(p)
  const values = new Float64Array(n)
  const jacobian = new Float64Array(n * p)
  const columns = qrSpace(n, k)
  const turned = new Float64Array(n)
  const slope = new Float64Array(n)

  /** The linear parameters at this shape into `theta`, and Q'(y - offset) into `turned`; NaN if not determined. */
  const solve = (searched: Float64Array): void => {
    theta.fill(0, 0, k)
    for (let j = 0; j < q; j++) theta[k + j] = inward(shape[j]!.scale, searched[j]!)
    law.evaluate(x, theta, values, jacobian)
    for (let i = 0; i < n; i++) {
      turned[i] = roots[i]! * (y[i]! - values[i]!)
      for (let l = 0; l < k; l++) columns.packed[i * k + l] = roots[i]! * jacobian[i * p + l]!
    }
    factorise(columns)
    applyQt(columns, turned)
    if (dependentColumn(columns) !== null) turned.fill(Number.NaN)
    const linear = turned.slice(0, k)
    solveUpper(columns, linear)
    theta.set(linear)
  }

  return {
    parametersAt(searched) {
      solve(searched)
      return theta.slice()
    },
    problem: {
      rows: n - k,
      lower: Float64Array.from(shape, ({ lower, scale }) => outward(scale, lower)),
      upper: Float64Array.from(shape, ({ upper, scale }) => outward(scale, upper)),
      norm: lengthOf(y, roots),
      evaluate(searched, residuals, model) {
        solve(searched)
        for (let i = k; i < n; i++) residuals[i - k] = turned[i]!
        law.evaluate(x, theta, values, jacobian)
        for (let j = 0; j < q; j++) {
          const by = shape[j]!.scale === 'log' ? theta[k + j]! : 1
          for (let i = 0; i < n; i++) slope[i] = by * roots[i]! * jacobian[i * p + k + j]!
          applyQt(columns, slope)
          for (let i = k; i < n; i++) model[(i - k) * q + j] = slope[i]!
        }
      },
    },
  }
}

/** The length of the data, |sqrt(w) y|. */
export function lengthOf(y: Float64Array, roots: Float64Array): number {
  let sum = 0
  for (let i = 0; i < y.length; i++) sum += roots[i]! * y[i]! * (roots[i]! * y[i]!)
  return Math.sqrt(sum)
}
