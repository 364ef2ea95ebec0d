import { deviance as countDeviance } from '../distribution/deviance.ts'
import { leastSquares } from './leastSquares.ts'
import type { Qr } from './qr.ts'

/**
 * k_i `successes` of m_i `trials` (n each), and a `design` X, n x p and row by row; eta = X c is log(p / (1 - p)) or p.
 */
export type Binomial = {
  readonly design: Float64Array
  readonly successes: Float64Array
  readonly trials: Float64Array
  readonly link: 'logit' | 'identity'
}

/**
 * The likelihood at some coefficients: eta = X c, p and q = 1 - p of every row, the derivative of the log likelihood by
 * eta_i (`gradient`), and the `deviance`, twice the log likelihood that is missing to p_i = k_i / m_i.
 */
export type LikelihoodPoint = {
  readonly coefficients: Float64Array
  readonly eta: Float64Array
  readonly p: Float64Array
  readonly q: Float64Array
  readonly gradient: Float64Array
  readonly deviance: number
}

/** The likelihood at these coefficients; null where a probability is outside (0, 1) or its likelihood is 0. */
export function likelihoodAt(data: Binomial, coefficients: Float64Array): LikelihoodPoint | null {
  const { design, successes, trials, link } = data
  const eta = timesDesign(design, coefficients, trials.length)
  const p = link === 'identity' ? eta : eta.map((x) => 1 / (1 + Math.exp(-x)))
  const q = link === 'identity' ? eta.map((x) => 1 - x) : eta.map((x) => 1 / (1 + Math.exp(x)))
  const gradient = new Float64Array(eta.length)
  let deviance = 0
  for (let i = 0; i < eta.length; i++) {
    const [k, m] = [successes[i]!, trials[i]!]
    if (!(p[i]! > 0 || (k === 0 && link === 'logit'))) return null
    if (!(q[i]! > 0 || (k === m && link === 'logit'))) return null
    // k - m p, in a form that keeps the digits of a p near 1
    const surplus = k * q[i]! - (m - k) * p[i]!
    deviance += 2 * countDeviance(k, m * p[i]!, -surplus) + 2 * countDeviance(m - k, m * q[i]!, surplus)
    gradient[i] = link === 'logit' ? surplus : surplus / (p[i]! * q[i]!)
  }
  return { coefficients, eta, p, q, gradient, deviance }
}

/** The expected information of eta_i, above 0: m p q under `logit`, m / (p q) under `identity`. */
export function expectedInformation({ trials, link }: Binomial, { p, q }: LikelihoodPoint): Float64Array {
  return trials.map((m, i) => (link === 'logit' ? Math.max(m * p[i]! * q[i]!, Number.MIN_VALUE) : m / (p[i]! * q[i]!)))
}

/** The observed information of eta_i under the identity link: k / p^2 + (m - k) / q^2. */
export function observedInformation({ successes, trials }: Binomial, { p, q }: LikelihoodPoint): Float64Array {
  return trials.map((m, i) => successes[i]! / (p[i]! * p[i]!) + (m - successes[i]!) / (q[i]! * q[i]!))
}

/** A step of the coefficients, what it does to eta, and the factor of the weighted design that it was made with. */
export type Step = { readonly step: Float64Array; readonly moves: Float64Array; readonly factor: Qr }

/** The step (X'WX)^-1 X' gradient by weighted least squares, W the information of eta. */
export function weightedStep({ design }: Binomial, { gradient }: LikelihoodPoint, information: Float64Array): Step {
  const working = gradient.map((value, i) => value / information[i]!)
  const { coefficients, factor } = leastSquares(design, working, { weights: information })
  return { step: coefficients, moves: timesDesign(design, coefficients, gradient.length), factor }
}

/** The rounding of eta: 1e-15 of the sum of the sizes of its terms. */
export function roundingOf(
  { design }: Binomial,
  { coefficients, eta }: LikelihoodPoint,
  step: Float64Array,
): Float64Array {
  const sizes = coefficients.map((c, j) => Math.abs(c) + Math.abs(step[j]!))
  return timesDesign(design.map(Math.abs), sizes, eta.length).map((sum) => 1e-15 * sum)
}

function timesDesign(design: Float64Array, coefficients: Float64Array, n: number): Float64Array {
  const p = coefficients.length
  const result = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) result[i]! += design[i * p + j]! * coefficients[j]!
  return result
}
