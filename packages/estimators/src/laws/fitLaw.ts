import { fail } from '@lawbook/base'
import { leastSquares } from '../fit/leastSquares.ts'
import { levenbergMarquardt } from '../fit/levenbergMarquardt.ts'
import type { Minimum, Problem } from '../fit/problem.ts'
import { type ProjectedModel, projected, withLinear } from '../fit/projected.ts'
import type { Law } from './law.ts'

/** A fitted law: parameters in the order of `law.parameters`, readable only where `status` is `converged`. */
export type Fit = Minimum

/**
 * Fit a law to points (x, y) by unweighted least squares in y. Laws that are linear in all parameters are solved by QR,
 * in the first one by variable projection, others by Levenberg-Marquardt from the law's own starts. With
 * `options.start` (a warm start, as in refits without one cluster) that start alone is used, and the law's own only if
 * it fails. Throws LB_FIT with fewer distinct x than parameters, a number that is not finite, or x outside the law.
 */
export function fitLaw(law: Law, x: Float64Array, y: Float64Array, options: { start?: Float64Array } = {}): Fit {
  check(law, x, y)
  if (law.linear === 'all') return fitLinear(law, x, y)
  if (options.start !== undefined) {
    const warm = search(law, x, y, [options.start])
    if (warm.status === 'converged') return warm
  }
  return search(law, x, y, law.starts(x, y))
}

function check(law: Law, x: Float64Array, y: Float64Array): void {
  if (x.length !== y.length) fail('LB_FIT', `${x.length} values of x came with ${y.length} of y; give as many of each`)
  const needed = law.parameters.length
  const distinct: number[] = []
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(y[i]!)) fail('LB_FIT', `y is ${y[i]} at x = ${x[i]}; leave missing points out`)
    if (!(x[i]! >= law.smallest && x[i]! < Number.POSITIVE_INFINITY))
      fail('LB_FIT', `the ${law.id} law is not defined at x = ${x[i]}; x must be at least ${law.smallest} and finite`)
    if (distinct.length < needed && !distinct.includes(x[i]!)) distinct.push(x[i]!)
  }
  if (distinct.length < needed)
    fail('LB_FIT', `${distinct.length} distinct x cannot determine the ${law.id} law; give at least ${needed}`)
}

function fitLinear(law: Law, x: Float64Array, y: Float64Array): Fit {
  const p = law.parameters.length
  const design = new Float64Array(x.length * p)
  law.evaluate(x, new Float64Array(p), new Float64Array(x.length), design)
  const { coefficients, sse } = leastSquares(design, y)
  return {
    status: 'converged',
    parameters: coefficients,
    sse,
    iterations: 1,
    atBound: false,
    startsAgreeing: 1,
    starts: 1,
  }
}

function search(law: Law, x: Float64Array, y: Float64Array, starts: readonly Float64Array[]): Fit {
  if (law.linear === 'first') {
    const model = shapeOf(law, x)
    const minimum = levenbergMarquardt(
      projected(model, y),
      starts.map((start) => start.slice(1)),
    )
    return withLinear(minimum, model, y)
  }
  const minimum = levenbergMarquardt(
    problemOf(law, x, y),
    starts.map((start) => outward(law, start)),
  )
  return minimum.status === 'converged' ? { ...minimum, parameters: inward(law, minimum.parameters) } : minimum
}

/** The law as u(x; beta) with its first parameter set to 1. Its other parameters are on the linear scale. */
function shapeOf(law: Law, x: Float64Array): ProjectedModel {
  const p = law.parameters.length
  const theta = new Float64Array(p)
  const full = new Float64Array(x.length * p)
  const rest = law.parameters.slice(1)
  return {
    lower: Float64Array.from(rest, ({ lower }) => lower),
    upper: Float64Array.from(rest, ({ upper }) => upper),
    evaluate(beta, u, slopes) {
      theta[0] = 1
      theta.set(beta, 1)
      law.evaluate(x, theta, u, full)
      for (let i = 0; i < x.length; i++) for (let j = 1; j < p; j++) slopes[i * (p - 1) + j - 1] = full[i * p + j]!
    },
  }
}

/** The full problem, in the logs of the parameters whose scale is logarithmic. */
function problemOf(law: Law, x: Float64Array, y: Float64Array): Problem {
  const p = law.parameters.length
  return {
    rows: x.length,
    lower: outward(
      law,
      law.parameters.map(({ lower }) => lower),
    ),
    upper: outward(
      law,
      law.parameters.map(({ upper }) => upper),
    ),
    norm: Math.sqrt(y.reduce((sum, value) => sum + value * value, 0)),
    evaluate(searched, residuals, jacobian) {
      const theta = inward(law, searched)
      law.evaluate(x, theta, residuals, jacobian)
      for (let i = 0; i < x.length; i++) {
        residuals[i] = y[i]! - residuals[i]!
        for (let j = 0; j < p; j++) if (law.parameters[j]!.scale === 'log') jacobian[i * p + j]! *= theta[j]!
      }
    },
  }
}

/** Parameters as they are searched: logs where the scale is logarithmic. */
function outward(law: Law, theta: ArrayLike<number>): Float64Array {
  return Float64Array.from(theta, (value, j) => (law.parameters[j]!.scale === 'log' ? Math.log(value) : value))
}

/** The inverse of `outward`. */
function inward(law: Law, searched: Float64Array): Float64Array {
  return searched.map((value, j) => (law.parameters[j]!.scale === 'log' ? Math.exp(value) : value))
}
