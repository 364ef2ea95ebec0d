import { fail, round10 } from '@lawbook/base'
import type { FitRecord } from '@lawbook/schemas'
import { extrapolation } from '../compare/extrapolation.ts'
import { type FittedPoints, sizesOf } from '../compare/refit.ts'
import { roundingEffect } from '../compare/rounding.ts'
import { rSquared } from '../compare/rSquared.ts'
import { sensitivity } from '../compare/sensitivity.ts'
import { type Minimum, reached } from '../fit/problem.ts'
import type { Interval } from '../interval/student.ts'
import { type Law, predict } from '../laws/law.ts'

/** Why something was not done, in a sentence that the record repeats. */
export type Reason = { readonly reason: string }

/** How intervals were made, and what they are, parameter by parameter in the order of the law. */
export type ParameterIntervals = {
  readonly method: string
  readonly level: string
  readonly resampled: string
  readonly estimates: readonly { readonly se: number | null; readonly i90: Interval | null }[]
}

/** What only the author of a fit knows. */
export type FitDescription = {
  /** Unique in its result. */
  readonly id: string
  readonly law: Law
  /** The points that `fit` was fitted to, with their weights and loss. */
  readonly points: FittedPoints
  readonly fit: Minimum
  /** Which curve it is. */
  readonly series: string
  /** What one point is. */
  readonly row: string
  /** The unit of y. */
  readonly unit: string
  readonly exclusions: readonly { readonly reason: string; readonly n: number }[]
  /** What the weights are; "equal" where the points have none. */
  readonly weights: string
  /** The model of each point, where the points are of several. */
  readonly models?: readonly string[]
  readonly interval: ParameterIntervals | Reason
  /** Fitted to the same points up to `from`, and compared beyond. */
  readonly rivals: readonly Law[] | Reason
  /** Where the extrapolation is cut, in the first input; chosen before looking beyond. */
  readonly from: number | Reason
  /** Significant digits of the parameters as they are printed. */
  readonly digits: number
}

/**
 * The record of a fit: what its author says of it, and what can be computed from law, points and fit: status, bounds
 * hit, agreement of the starts, domain, R^2, largest deviation, the extrapolation (root mean square) of the law and its
 * rivals, the sensitivity to every model and size, and the effect of rounding. What cannot be had is a reason: a fit
 * that did not converge has no parameters, so no interval, sensitivity or rounding either. Throws LB_FIT when the
 * intervals are not one a parameter, weights are named but not given (or the reverse), rivals are asked for without a
 * cut, or the points do not belong together; as `extrapolation` does, when no point lies beyond `from`.
 */
export function fitChecklist(of: FitDescription): FitRecord {
  const { law, points, fit, unit } = of
  if ((points.weights === undefined) !== (of.weights === 'equal'))
    fail(
      'LB_FIT',
      `the weights are called "${of.weights}", but the points ${points.weights === undefined ? 'have none: they are "equal"' : 'have some: say what they are'}`,
    )
  const nothing = { reason: `the fit ended ${fit.status} and has no parameters` }
  const own = fit.status === 'converged' ? fit.parameters : null
  return {
    id: of.id,
    law: law.id,
    equation: law.equation,
    series: of.series,
    row: of.row,
    n: points.y.length,
    exclusions: of.exclusions,
    domain: fittedRange(law, points),
    loss: points.loss === undefined ? 'squared error in y' : `${points.loss.kind} of scale ${points.loss.scale} in y`,
    weights: of.weights,
    optimiser: optimiserOf(law, points, fit),
    status: fit.status,
    boundsHit: fit.status === 'bound-hit' ? fit.held.map((j) => law.parameters[j]!.name) : [],
    parameters: own === null ? [] : parametersOf(law, own, of.interval),
    interval: own === null ? nothing : methodOf(of.interval),
    ...closeness(law, points, fit),
    rivals: rivalsOf(of),
    extrapolation: typeof of.from === 'number' ? ownError(law, points, of.from, unit) : of.from,
    sensitivity: own === null ? nothing : sensitivityOf(of),
    rounding:
      own === null
        ? nothing
        : { digits: of.digits, error: roundingEffect({ law, x: points.x, parameters: own, digits: of.digits }), unit },
  }
}

/** "N from 10 to 500 (6 distinct)", input by input. */
function fittedRange(law: Law, points: FittedPoints): string {
  const rows = sizesOf(law, points)
  return law.inputs
    .map(({ name }, j) => {
      const values = [...new Set(rows.map(({ x }) => x[j]!))].sort((a, b) => a - b)
      return `${name} from ${round10(values[0]!)} to ${round10(values.at(-1)!)} (${values.length} distinct)`
    })
    .join(', ')
}

function optimiserOf(law: Law, { loss }: FittedPoints, fit: Minimum): FitRecord['optimiser'] {
  const { starts, iterations } = fit
  if (loss === undefined && law.linear === law.parameters.length)
    return { method: 'linear least squares by QR', starts, agreeing: null, iterations }
  const projected = loss === undefined && law.linear > 0
  return {
    method: projected ? 'variable projection and Levenberg-Marquardt' : 'Levenberg-Marquardt',
    starts,
    agreeing: 'startsAgreeing' in fit ? fit.startsAgreeing : 0,
    iterations,
  }
}

function parametersOf(law: Law, theta: Float64Array, interval: FitDescription['interval']): FitRecord['parameters'] {
  const estimates = 'reason' in interval ? law.parameters.map(() => ({ se: null, i90: null })) : interval.estimates
  if (estimates.length !== law.parameters.length)
    fail(
      'LB_FIT',
      `${estimates.length} intervals came with the ${law.parameters.length} parameters of the ${law.id} law`,
    )
  return law.parameters.map(({ name, unit }, j) => ({ name, value: theta[j]!, ...estimates[j]!, unit }))
}

function methodOf(interval: FitDescription['interval']): FitRecord['interval'] {
  if ('reason' in interval) return interval
  const { method, level, resampled } = interval
  return { method, level, resampled }
}

/** R^2 and the largest deviation of the fitted points; none without a point to predict from. */
function closeness(law: Law, { x, y }: FittedPoints, fit: Minimum): Pick<FitRecord, 'r2' | 'largestDeviation'> {
  const theta = reached(fit)
  if (theta === null) return { r2: null, largestDeviation: null }
  const fitted = predict(law, x, theta)
  const varies = y.some((value) => value !== y[0])
  const deviations = fitted.map((value, i) => Math.abs(value - y[i]!))
  return { r2: varies ? rSquared(y, fitted) : null, largestDeviation: Math.max(...deviations) }
}

function rivalsOf({ rivals, points, from }: FitDescription): FitRecord['rivals'] {
  if ('reason' in rivals) return rivals
  if (typeof from !== 'number')
    return fail(
      'LB_FIT',
      `${rivals.length} rivals cannot be compared without a cut; give \`from\`, or a reason for no rivals`,
    )
  if (rivals.length === 0) return fail('LB_FIT', 'no rivals were given; give some, or the reason why there are none')
  return rivals.map((law) => {
    const { status, error } = extrapolation({ law, points, from })
    return { law: law.id, status, error: error?.rms ?? null }
  })
}

function ownError(law: Law, points: FittedPoints, from: number, unit: string): FitRecord['extrapolation'] {
  const { status, to, error } = extrapolation({ law, points, from })
  if (error === null) return { reason: `the fit up to ${from} ended ${status}` }
  return { from, to, status, error: error.rms, unit }
}

function sensitivityOf({ law, points, models, series }: FitDescription): FitRecord['sensitivity'] {
  const own = models ?? Array.from(points.y, () => series)
  const { parameters, unfitted } = sensitivity({ law, points, models: own, at: new Float64Array(0) })
  return { changes: parameters, unfitted }
}
