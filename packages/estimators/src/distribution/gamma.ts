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
 * ln Gamma(x) for x > 0, to about 1e-15 relative (5e-15 absolute from 1 to 3, where it has its zeros). Stirling's
 * series after shifting x above 10 by the recurrence Gamma(x + 1) = x Gamma(x). Throws LB_DOMAIN outside.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot take the log-gamma of ${x}; x must be finite and above 0`)
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

/** Coefficients B_2k / (2k) of the asymptotic series of digamma (NIST DLMF 5.11.2). */
const digammaSeries = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160] as const

/** The positive zero of digamma, as a double and the rest. */
const digammaZero = 1.4616321449683622
const digammaZeroRest = 9.549995429965697e-17

/** Taylor coefficients (-1)^(k+1) zeta(k + 1, zero) of digamma at its zero, from k = 1. */
const digammaAtZero = [
  0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652, 0.10782405069126237,
  -0.07219956125645471, 0.04880428816414311, -0.03316112647484736, 0.022597648232218104, -0.01542476590494896,
] as const

/**
 * The digamma function psi(x) = d ln Gamma(x) / dx for x > 0, to about 2e-14 relative, also beside its zero at 1.4616.
 * The harmonic numbers are H(n) = psi(n + 1) + 0.5772156649015329. Asymptotic series after shifting x above 10 by
 * psi(x + 1) = psi(x) + 1 / x; a Taylor series within 0.05 of the zero, where that sum cancels. Throws LB_DOMAIN for
 * x <= 0.
 */
export function digamma(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot take the digamma of ${x}; x must be finite and above 0`)
  const offset = x - digammaZero - digammaZeroRest
  if (Math.abs(offset) < 0.05) {
    let sum = 0
    for (let k = digammaAtZero.length - 1; k >= 0; k--) sum = sum * offset + digammaAtZero[k]!
    return sum * offset
  }
  let steps = 0
  let shifted = x
  while (shifted < 10) steps += 1 / shifted++
  const inverseSquare = 1 / (shifted * shifted)
  let sum = 0
  for (let k = digammaSeries.length - 1; k >= 0; k--) sum = (sum + digammaSeries[k]!) * inverseSquare
  return Math.log(shifted) - 0.5 / shifted - sum - steps
}

/** ln Gamma(x) - [(x - 1/2) ln x - x + ln(2 pi) / 2] for x >= 10: the rest of Stirling's formula. */
export function stirlingCorrection(x: number): number {
  const inverseSquare = 1 / (x * x)
  let sum = 0
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * inverseSquare + stirling[k]!
  return sum / x
}
