import { inverseUpper, type Qr } from './qr.ts'

/** (A'A)^-1 = R^-1 R^-T of a factorisation, p x p and row by row. */
export function inverseGram(factor: Qr): Float64Array {
  const { p } = factor
  const identity = new Float64Array(p * p)
  for (let k = 0; k < p; k++) identity[k * p + k] = 1
  return sandwich(factor, identity)
}

/**
 * R^-1 M R^-T, p x p and row by row: the covariance of the coefficients c = R^-1 Q'y when M is that of Q'y.
 */
export function sandwich(factor: Qr, meat: Float64Array): Float64Array {
  const { p } = factor
  const inverse = inverseUpper(factor)
  const half = product(inverse, meat, p)
  const covariance = new Float64Array(p * p)
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++)
      for (let k = j; k < p; k++) covariance[i * p + j]! += half[i * p + k]! * inverse[j * p + k]!
  return covariance
}

/** The roots of the diagonal of a covariance (p x p). */
export function standardErrors(covariance: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: p }, (_, j) => Math.sqrt(covariance[j * p + j]!))
}

function product(a: Float64Array, b: Float64Array, p: number): Float64Array {
  const result = new Float64Array(p * p)
  for (let i = 0; i < p; i++)
    for (let k = 0; k < p; k++) for (let j = 0; j < p; j++) result[i * p + j]! += a[i * p + k]! * b[k * p + j]!
  return result
}
