import { fail } from './error.ts'

/**
 * A number as it is written: rounded to 10 significant digits. Every number passes here before it reaches JSON, CSV
 * or a figure, so that the last digits, which differ between builds of V8, never reach a file. -0 becomes 0.
 */
export function round10(x: number): number {
  const rounded = Number(x.toPrecision(10))
  // The largest doubles round up to infinity.
  if (!Number.isFinite(rounded)) fail('LB_NOT_FINITE', `cannot write ${x}; write null and give a reason`)
  return rounded
}

/** x rounded to a multiple of 1e-6: scores are rounded so before they are ranked, and equal scores are ties. */
export function roundScore(x: number): number {
  return Math.round(x * 1e6) / 1e6
}

/**
 * x to the power y for x >= 0, by exp and log. `Math.pow` and `**` are forbidden where numbers are computed: they
 * differ in the last digit between versions of V8.
 */
export function pow(x: number, y: number): number {
  if (x < 0) fail('LB_DOMAIN', `cannot raise ${x} to ${y}; the base must be at least 0`)
  if (x === 0) return y === 0 ? 1 : y > 0 ? 0 : Number.POSITIVE_INFINITY
  return Math.exp(y * Math.log(x))
}

/** x to an integer power n >= 0, by repeated squaring: exact where the products are. */
export function integerPow(x: number, n: number): number {
  if (!Number.isInteger(n) || n < 0) fail('LB_DOMAIN', `cannot raise to ${n}; the exponent must be an integer >= 0`)
  let result = 1
  for (let base = x, left = n; left > 0; left = Math.floor(left / 2), base *= base) if (left % 2 === 1) result *= base
  return result
}
