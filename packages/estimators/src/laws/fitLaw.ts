import { fail } from '@lawbook/base'
import { levenbergMarquardt } from '../fit/levenbergMarquardt.ts'
import { type Minimum, type Problem, reached } from '../fit/problem.ts'
import { type Loss, withLoss } from '../fit/robust.ts'
import { weightRoots } from '../fit/weights.ts'
import type { Law } from './law.ts'
import { checkParameters, checkPoints, distinctRows } from './points.ts'
import { inward, outward } from './scale.ts'
import { type Data, lengthOf, projected } from './variableProjection.ts'

/** A fitted law: parameters in the order of `law.parameters`, readable only where `status` is `converged`. */
export type Fit = Minimum

/**
 * How to fit: `start` is a warm start (all parameters, as in refits without one cluster), used alone unless it fails.
 * `weights` (n, above 0) minimise sum_i w_i (y_i - f_i)^2. `loss` replaces the square.
 */
export type FitOptions = {
  readonly start?: Float64Array | undefined
  readonly weights?: Float64Array | undefined
  readonly loss?: Loss | undefined
}

/**
 * Fit a law to points (x, y) by least squares in y. Linear parameters are solved for by QR, the shape is searched
 * by Levenberg-Marquardt from the law's own starts. Where that leads a linear parameter beyond its bounds, all are
 * searched inside them. `sse` is weighted; with a `loss`, for which all parameters are searched and the minimum may be
 * a local one, it is the total loss, whose scale is in units of sqrt(w) y. Throws LB_FIT with fewer distinct x than
 * parameters or lengths that do not belong together, LB_NOT_FINITE for a y that is not finite, LB_DOMAIN for a weight
 * not above 0 or an x outside the law.
 */
export function fitLaw(law: Law, x: Float64Array, y: Float64Array, options: FitOptions = {}): Fit {
  const data = { x, y, roots: weightRoots(options.weights, y.length) }
  checkPoints(law, x, y)
  const needed = law.parameters.length
  const distinct = distinctRows(law, x, needed)
  if (distinct < needed)
    fail('LB_FIT', `${distinct} distinct x cannot determine the ${law.id} law; give at least ${needed}`)
  if (options.start !== undefined) {
    checkParameters(law, options.start)
    const warm = search(law, data, [options.start], options.loss)
    if (warm.status === 'converged' || warm.status === 'bound-hit') return warm
  }
  return search(law, data, law.linear === law.parameters.length ? [] : law.starts(x, y), options.loss)
}

function search(law: Law, data: Data, starts: readonly Float64Array[], loss: Loss | undefined): Fit {
  const squares = searchShape(law, data, starts)
  if (loss === undefined) return squares
  const least = reached(squares)
  return searchAll(law, withLoss(problemOf(law, data), loss), least === null ? starts : [least, ...starts])
}

/** Search the shape alone; where that leads a linear parameter beyond its bounds, all parameters inside them. */
function searchShape(law: Law, data: Data, starts: readonly Float64Array[]): Fit {
  const { problem, parametersAt } = projected(law, data)
  const shapes =
    law.linear === law.parameters.length ? [new Float64Array(0)] : starts.map((start) => shapeOf(law, start))
  const minimum = levenbergMarquardt(problem, shapes)
  const searched = reached(minimum)
  const theta = searched === null ? null : parametersAt(searched)
  const bounded = law.parameters.slice(0, law.linear).some(({ lower, upper }) => lower > -Infinity || upper < Infinity)
  if (bounded && (theta === null || !inside(law, theta))) {
    const within = shapes.map(parametersAt).filter((start) => start.every(Number.isFinite))
    return searchAll(
      law,
      problemOf(law, data),
      (within.length > 0 ? within : starts).map((start) => clamped(law, start)),
    )
  }
  if (minimum.status === 'converged') return { ...minimum, parameters: theta! }
  if (minimum.status === 'bound-hit')
    return { ...minimum, point: theta!, held: minimum.held.map((j) => law.linear + j) }
  return minimum
}

function inside(law: Law, theta: Float64Array): boolean {
  return law.parameters.every(({ lower, upper }, j) => j >= law.linear || (theta[j]! >= lower && theta[j]! <= upper))
}

/** The linear parameters moved inside their bounds, to where the search of all parameters begins. */
function clamped(law: Law, theta: Float64Array): Float64Array {
  return theta.map((value, j) => Math.min(Math.max(value, law.parameters[j]!.lower), law.parameters[j]!.upper))
}

/** The shape of a start, as it is searched. */
function shapeOf(law: Law, start: Float64Array): Float64Array {
  return searchedOf(law, start).slice(law.linear)
}

/**
 * Search all parameters inside their bounds, for losses too, which have no exact solution in the linear ones and may
 * have several minima.
 */
function searchAll(law: Law, problem: Problem, starts: readonly Float64Array[]): Fit {
  const minimum = levenbergMarquardt(
    problem,
    starts.map((start) => searchedOf(law, start)),
  )
  const back = (searched: Float64Array): Float64Array =>
    searched.map((value, j) => inward(law.parameters[j]!.scale, value))
  if (minimum.status === 'converged') return { ...minimum, parameters: back(minimum.parameters) }
  return minimum.status === 'bound-hit' ? { ...minimum, point: back(minimum.point) } : minimum
}

/** The full problem, in the logs of the parameters whose scale is logarithmic. */
function problemOf(law: Law, { x, y, roots }: Data): Problem {
  const p = law.parameters.length
  const theta = new Float64Array(p)
  return {
    rows: y.length,
    lower: Float64Array.from(law.parameters, ({ lower, scale }) => outward(scale, lower)),
    upper: Float64Array.from(law.parameters, ({ upper, scale }) => outward(scale, upper)),
    norm: lengthOf(y, roots),
    evaluate(searched, residuals, jacobian) {
      for (let j = 0; j < p; j++) theta[j] = inward(law.parameters[j]!.scale, searched[j]!)
      law.evaluate(x, theta, residuals, jacobian)
      for (let i = 0; i < y.length; i++) {
        residuals[i] = roots[i]! * (y[i]! - residuals[i]!)
        for (let j = 0; j < p; j++)
          jacobian[i * p + j]! *= roots[i]! * (law.parameters[j]!.scale === 'log' ? theta[j]! : 1)
      }
    },
  }
}

function searchedOf(law: Law, theta: Float64Array): Float64Array {
  return theta.map((value, j) => outward(law.parameters[j]!.scale, value))
}
