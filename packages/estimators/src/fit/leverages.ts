import type { LinearFit } from './leastSquares.ts'
import { thinQ } from './qr.ts'

/**
 * The leverages h_i of the rows of a linear fit, 0 <= h_i <= 1: the diagonal of the hat matrix
 * W^1/2 X (X'WX)^-1 X'W^1/2, made as the squared lengths of the rows of Q. They sum to p. A row with h_i = 1 determines
 * a combination of the coefficients alone, and its residual is 0 whatever its y (Hoaglin and Welsch 1978).
 */
export function leverages({ factor }: LinearFit): Float64Array {
  const { n, p } = factor
  const q = thinQ(factor)
  const h = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) h[i]! += q[i * p + j]! * q[i * p + j]!
  return h
}
