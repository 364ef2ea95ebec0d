import { fail } from '@lawbook/base'

/** Rounding that a symmetric, positive semidefinite matrix or its eigenvalues may carry, relative. */
const rounding = 1e-9

/**
 * The participation ratio of m eigenvalues >= 0, (sum lambda)^2 / sum lambda^2: how many equal ones they are worth,
 * from 1 (one holds all) to m (all equal) (Bell and Dean 1970; as a dimension Rajan, Abbott and Sompolinsky 2010).
 * Without unit and the same at every scale. Throws LB_DOMAIN when an eigenvalue is not finite or is negative beyond
 * 1e-9 of the largest, or none is above 0.
 */
export function participationRatio(eigenvalues: Float64Array): number {
  const largest = eigenvalues.reduce((most, value) => Math.max(most, value), 0)
  if (!(largest > 0 && Number.isFinite(largest)))
    fail('LB_DOMAIN', `the largest eigenvalue is ${largest}; it must be finite and above 0`)
  let [sum, squares] = [0, 0]
  for (const value of eigenvalues) {
    if (!(value >= -rounding * largest)) fail('LB_DOMAIN', `an eigenvalue is ${value}; all must be at least 0`)
    // In units of the largest, so that no square overflows; a negative one is rounding of 0.
    const scaled = Math.max(0, value / largest)
    sum += scaled
    squares += scaled * scaled
  }
  return within(eigenvalues.length, (sum * sum) / squares)
}

/**
 * The participation ratio of a correlation or covariance matrix C, m x m row by row, without its eigenvalues: (tr C)^2
 * / tr C^2 = (sum_j C_jj)^2 / sum_jk C_jk^2. For correlations of m measurements it is how many independent ones they
 * are worth: m when uncorrelated, 1 when all are alike. Throws LB_FIT when C is not square, LB_DOMAIN when it is not
 * symmetric, an entry is not finite or beyond what variances allow (C_jk^2 <= C_jj C_kk), each to 1e-9, or the
 * diagonal is all 0.
 */
export function participationRatioOfMatrix(matrix: Float64Array): number {
  const m = Math.round(Math.sqrt(matrix.length))
  if (m * m !== matrix.length) fail('LB_FIT', `${matrix.length} numbers are no square matrix; give m x m`)
  let [trace, largest] = [0, 0]
  for (let j = 0; j < m; j++) largest = Math.max(largest, matrix[j * m + j]!)
  if (!(largest > 0 && Number.isFinite(largest)))
    fail('LB_DOMAIN', `the largest number on the diagonal is ${largest}; it must be finite and above 0`)
  let squares = 0
  for (let j = 0; j < m; j++) {
    trace += matrix[j * m + j]! / largest
    for (let k = 0; k < m; k++) {
      const entry = matrix[j * m + k]! / largest
      const bound = (matrix[j * m + j]! / largest) * (matrix[k * m + k]! / largest)
      if (!(matrix[j * m + j]! >= 0 && entry * entry <= bound * (1 + rounding) + rounding * rounding))
        fail('LB_DOMAIN', `entry (${j}, ${k}) is ${matrix[j * m + k]}, beyond what the diagonal allows`)
      if (!(Math.abs(entry - matrix[k * m + j]! / largest) <= rounding))
        fail('LB_DOMAIN', `entries (${j}, ${k}) and (${k}, ${j}) differ; the matrix must be symmetric`)
      squares += entry * entry
    }
  }
  return within(m, (trace * trace) / squares)
}

/** Rounding may lead a hair outside [1, m]. */
function within(m: number, ratio: number): number {
  return Math.max(1, Math.min(m, ratio))
}
