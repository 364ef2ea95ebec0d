import { fail, type Stream } from '@lawbook/base'
import { logBeta } from '@lawbook/estimators'
import { betaDraw } from './betaDraw.ts'

/** A population of tasks of which one attempt succeeds with probability p ~ Beta(alpha, beta). alpha, beta > 0. */
export type TaskRates = { readonly alpha: number; readonly beta: number }

/**
 * The coverage pass@k, the expected share of tasks solved by at least one of k independent attempts: E[1 - (1 - p)^k] =
 * 1 - B(alpha, beta + k) / B(alpha, beta), for any real k >= 0. What is left falls as a power for large k, as
 * Gamma(alpha + beta) / Gamma(beta) k^-alpha (Schaeffer et al. 2025, arXiv 2502.17578, on Brown et al. 2024, arXiv
 * 2407.21787). Right to about 1e-14 absolute for k up to 1e6 and parameters
 * up to about 100. Throws LB_DOMAIN outside.
 */
export function coverage({ alpha, beta }: TaskRates, k: number): number {
  checkRates(alpha, beta)
  if (!(k >= 0 && k < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot give the coverage of ${k} attempts; k must be finite and at least 0`)
  return k === 0 ? 0 : -Math.expm1(logBeta(alpha, beta + k) - logBeta(alpha, beta))
}

/**
 * The coverage of tasks whose probabilities of success are known: the mean of 1 - (1 - p)^k, k >= 0. Throws LB_FIT
 * without tasks, LB_DOMAIN for a probability outside [0, 1] or another k.
 */
export function coverageOf(probabilities: Float64Array, k: number): number {
  if (probabilities.length === 0) fail('LB_FIT', 'there is no coverage of no tasks; give at least one probability')
  if (!(k >= 0 && k < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot give the coverage of ${k} attempts; k must be finite and at least 0`)
  for (const p of probabilities)
    if (!(p >= 0 && p <= 1)) fail('LB_DOMAIN', `cannot succeed with probability ${p}; it must be in [0, 1]`)
  if (k === 0) return 0
  return probabilities.reduce((sum, p) => sum - Math.expm1(k * Math.log1p(-p)), 0) / probabilities.length
}

/** Attempts at tasks, and the probabilities behind them. */
export type PlantedAttempts = {
  /** The probability of success of each task. */
  readonly probabilities: Float64Array
  /** 1 for success, 0 for failure: tasks x attempts, row by row. */
  readonly outcomes: Int32Array
}

/** Draws tasks and, for each, `attempts` independent attempts. Throws LB_DOMAIN outside, and for counts below 1. */
export function plantedAttempts(
  { alpha, beta }: TaskRates,
  options: { readonly tasks: number; readonly attempts: number; readonly stream: Stream },
): PlantedAttempts {
  const { tasks, attempts, stream } = options
  checkRates(alpha, beta)
  if (!(Number.isInteger(tasks) && Number.isInteger(attempts) && tasks >= 1 && attempts >= 1))
    fail('LB_DOMAIN', `cannot draw ${attempts} attempts at ${tasks} tasks; both must be integers of at least 1`)
  const probabilities = Float64Array.from({ length: tasks }, () => betaDraw(alpha, beta, stream))
  const outcomes = Int32Array.from({ length: tasks * attempts }, (_, row) =>
    stream.uniform() < probabilities[Math.floor(row / attempts)]! ? 1 : 0,
  )
  return { probabilities, outcomes }
}

function checkRates(alpha: number, beta: number): void {
  if (!(alpha > 0 && beta > 0 && alpha + beta < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot plant rates from Beta(${alpha}, ${beta}); both parameters must be finite and above 0`)
}
