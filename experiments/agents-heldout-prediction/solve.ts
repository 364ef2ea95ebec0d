import { fail } from '@lawbook/base'

/**
 * The least-squares coefficients c (p) of y on the columns of X from their sums of products: `sums` is q x q, row by
 * row, over [X, y, ...] with q = sqrt(length) > p. Solves X'X c = X'y by Cholesky's factorisation (Golub and Van Loan
 * 2013, Matrix Computations, 4.2): exact enough for a few columns of similar size, and made anew for thousands of
 * training sets, where a QR of all rows would take minutes. Throws LB_FIT when a column is a combination of those before it.
 */
export function coefficientsOf(sums: Float64Array, p: number): Float64Array {
  const q = Math.round(Math.sqrt(sums.length))
  const factor = new Float64Array(p * p)
  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      let entry = sums[i * q + j]!
      for (let k = 0; k < j; k++) entry -= factor[i * p + k]! * factor[j * p + k]!
      if (i > j) factor[i * p + j] = entry / factor[j * p + j]!
      else if (entry > 1e-12 * sums[j * q + j]!) factor[j * p + j] = Math.sqrt(entry)
      else fail('LB_FIT', `column ${j + 1} of ${p} is a combination of those before it; give more distinct rows`)
    }
  }
  const c = new Float64Array(p)
  for (let i = 0; i < p; i++) {
    let entry = sums[i * q + p]!
    for (let k = 0; k < i; k++) entry -= factor[i * p + k]! * c[k]!
    c[i] = entry / factor[i * p + i]!
  }
  for (let i = p - 1; i >= 0; i--) {
    for (let k = i + 1; k < p; k++) c[i]! -= factor[k * p + i]! * c[k]!
    c[i]! /= factor[i * p + i]!
  }
  return c
}
