import { fail } from '@lawbook/base'

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/** Coefficients B_2k / (2k (2k-1)) of Stirling's series (NIST DLMF 5.11.1). */
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
] as const

/**
 * ln Gamma(x) for x > 0, to about 1e-15 relative (absolute near the zeros at 1 and 2). Stirling's series after shifting
 * x above 10 by the recurrence Gamma(x + 1) = x Gamma(x). Throws LB_DOMAIN for x <= 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) fail('LB_DOMAIN', `cannot take the log-gamma of ${x}; x must be above 0`)
  let product = 1
  let shifted = x
  while (shifted < 10) product *= shifted++
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + stirlingCorrection(shifted) - Math.log(product)
}

/**
 * ln B(a, b) = ln Gamma(a) + ln Gamma(b) - ln Gamma(a + b) for a, b > 0. When both are large the leading terms of
 * Stirling's formula are combined by hand, because their difference would lose all digits.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < 10) return logGamma(a) + logGamma(b) - logGamma(a + b)
  const sum = a + b
  const correction = stirlingCorrection(large) - stirlingCorrection(sum)
  if (small >= 10) {
    return (
      halfLogTwoPi -
      0.5 * Math.log(small) -
      small * Math.log1p(large / small) -
      (large - 0.5) * Math.log1p(small / large) +
      correction +
      stirlingCorrection(small)
    )
  }
  return logGamma(small) + small - small * Math.log(sum) - (large - 0.5) * Math.log1p(small / large) + correction
}

/**
 * The log of the binomial coefficient, ln C(n, k), for 0 <= k <= n; n and k may be fractional. It is
 * -ln(n + 1) - ln B(k + 1, n - k + 1). Throws LB_DOMAIN outside.
 */
export function logBinomial(n: number, k: number): number {
  if (!(k >= 0 && k <= n)) fail('LB_DOMAIN', `cannot choose ${k} of ${n}; k must be in [0, n]`)
  if (k === 0 || k === n) return 0
  return -Math.log(n + 1) - logBeta(k + 1, n - k + 1)
}

/** ln Gamma(x) - [(x - 1/2) ln x - x + ln(2 pi) / 2] for x >= 10. */
function stirlingCorrection(x: number): number {
  const inverseSquare = 1 / (x * x)
  let sum = 0
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * inverseSquare + stirling[k]!
  return sum / x
}
