import { binomialInformation, chiSquareUpperTail, fitLaw, type Law, predict } from '@lawbook/estimators'
import type { CurvePoint } from './curve.ts'
import type { Likelihood } from './fitReport.ts'
import type { FittedLaw } from './fittedLaw.ts'

const mostRounds = 100
const still = 1e-10
/** Probabilities nearer to 0 or 1 are taken as this far from it on the way, and are no maximum inside. */
const edge = 1e-6

/**
 * Information criteria of each law from the trials behind the points, taken as independent, at the maximum of their
 * binomial likelihood; null for a law that has none with all probabilities inside (0, 1). `aicAbove` is held against
 * the smallest AIC of these laws.
 */
export function likelihoodsOf(fits: readonly FittedLaw[], points: readonly CurvePoint[]): (Likelihood | null)[] {
  const all = fits.map(({ law, fit }) =>
    fit.status === 'converged' ? likelihoodOf(law, points, fit.parameters) : null,
  )
  const least = Math.min(...all.map((each) => each?.aic ?? Number.POSITIVE_INFINITY))
  return all.map((each) => (each === null ? null : { ...each, aicAbove: each.aic - least }))
}

function likelihoodOf(
  law: Law,
  points: readonly CurvePoint[],
  start: Float64Array,
): Omit<Likelihood, 'aicAbove'> | null {
  const fitted = mostLikely(law, points, start)
  if (fitted === null) return null
  const deviance = points.reduce((sum, { y, trials }, i) => sum + 2 * trials! * divergence(y, fitted[i]!), 0)
  const parameters = law.parameters.length
  const { aic, aicc, bic } = binomialInformation({ deviance, n: points.length, parameters, points: 'independent' })
  const df = points.length - parameters
  return { deviance, df, lackOfFit: df > 0 ? chiSquareUpperTail(deviance, df) : null, aic, aicc, bic }
}

/**
 * The probabilities at the maximum of the likelihood, by least squares with the weights n / (p (1 - p)) of the round
 * before (iterative reweighting, McCullagh and Nelder 1989, 2.5), which stands still there.
 */
function mostLikely(law: Law, points: readonly CurvePoint[], start: Float64Array): Float64Array | null {
  const [x, y] = [Float64Array.from(points, (point) => point.x), Float64Array.from(points, (point) => point.y)]
  let theta = start
  let fitted = predict(law, x, theta)
  for (let round = 0; round < mostRounds; round++) {
    const weights = fitted.map((p, i) => points[i]!.trials! / spreadOf(p))
    const fit = fitLaw(law, x, y, { weights, start: theta })
    if (fit.status !== 'converged') return null
    const next = predict(law, x, fit.parameters)
    const moved = next.some((p, i) => Math.abs(p - fitted[i]!) > still)
    ;[theta, fitted] = [fit.parameters, next]
    if (!moved) return fitted.every((p) => p > edge && p < 1 - edge) ? fitted : null
  }
  return null
}

/** p (1 - p), of a p that is moved inside where a round has left [0, 1]. */
function spreadOf(p: number): number {
  const inside = Math.min(Math.max(p, edge), 1 - edge)
  return inside * (1 - inside)
}

/** y ln(y / p) + (1 - y) ln((1 - y) / (1 - p)), a term of 0 where y or 1 - y is 0. */
const divergence = (y: number, p: number): number => part(y, p) + part(1 - y, 1 - p)
const part = (y: number, p: number): number => (y === 0 ? 0 : y * Math.log(y / p))
