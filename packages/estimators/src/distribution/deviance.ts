/**
 * The deviance k ln(k / m) + m - k >= 0 of a count k >= 0 from a mean m > 0; it is m at k = 0. Give `difference` = m
 * - k as exactly as you can: near k = m it carries all the digits. Binomial, Poisson, beta, gamma and hypergeometric
 * probabilities far in a tail are sums of such terms, without the cancellation that logarithms of factorials have (C.
 * Loader 2000, Fast and accurate computation of binomial probabilities).
 */
export function deviance(k: number, m: number, difference = m - k): number {
  if (k === 0) return m
  const e = difference / k
  return e > -0.5 && e < 1 ? k * excessOverLog(e) : k * Math.log(k / m) + difference
}

/** e - ln(1 + e) for -0.5 < e < 1, by the series of ln(1 + e) = 2 artanh(s), s = e / (2 + e). */
function excessOverLog(e: number): number {
  const s = e / (2 + e)
  const square = s * s
  let power = square
  let sum = 0
  for (let odd = 3; ; odd += 2) {
    const next = sum + power / odd
    if (next === sum) return s * (e - 2 * sum)
    sum = next
    power *= square
  }
}
