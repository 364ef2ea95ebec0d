import { fail } from '@lawbook/base'
import type { Law } from '../laws/law.ts'
import { derivative } from './derivative.ts'

/**
 * A law at one point: `parameters` of the law, `x` one row of its inputs, `input` which of them moves (0, the first,
 * unless said), and the `covariance` of the parameters (p x p, row by row) for a standard error.
 */
export type LawAt = {
  readonly law: Law
  readonly parameters: Float64Array
  readonly x: Float64Array
  readonly input?: number
  readonly covariance?: Float64Array
}

/** A value with its standard error; null when no covariance was given. */
export type LocalValue = { readonly value: number; readonly se: number | null }

/**
 * The local exponent of a law at x, d ln y / d ln x: the power law that touches it there. No unit; negative where y
 * falls, -b all along a power law a x^-b. By extrapolated differences in ln x (`derivative`), to 1e-9 of 1 + its size;
 * the standard error by the delta method from the law's own Jacobian. Throws LB_FIT when lengths do not match,
 * LB_NOT_FINITE for a value or covariance that is not finite, LB_DOMAIN for x outside the law or not above 0, y not
 * above 0, a law that is not smooth at x, or a covariance that gives a negative variance.
 */
export function localExponent(at: LawAt): LocalValue {
  const y = start(at)
  if (!(y > 0))
    fail('LB_DOMAIN', `the ${at.law.id} law is ${y} at x = ${at.x.join(', ')}; a local exponent needs y above 0`)
  return measure(at, 1, Math.log, (slope, value) => slope / value)
}

/**
 * The local slope of a law at x, d y / d ln x: what an e-fold of x is worth there, in the unit of y; times ln 2 it is
 * what a doubling is worth. Negative where y falls; -b all along the log law a - b ln N. Accuracy 1e-9 of |y| + its
 * size; standard error and errors as in `localExponent`, but y may be any number.
 */
export function localSlope(at: LawAt): LocalValue {
  return measure(
    at,
    Math.abs(start(at)),
    (value) => value,
    (slope) => slope,
  )
}

/**
 * d transform(y) / d ln x, and the same of its derivatives by the parameters, which `chain` makes of dy / dtheta and y.
 * `size` is what an error is compared with.
 */
function measure(
  { law, parameters, x, input = 0, covariance }: LawAt,
  size: number,
  transform: (y: number) => number,
  chain: (slope: number, y: number) => number,
): LocalValue {
  const p = parameters.length
  const values = new Float64Array(1)
  const jacobian = new Float64Array(p)
  const row = x.slice()
  const move = (logX: number): void => {
    row[input] = Math.exp(logX)
    law.evaluate(row, parameters, values, jacobian)
  }
  const logX = Math.log(x[input]!)
  const { from, to } = law.inputs[input]!
  const along = (f: () => number) =>
    derivative(
      (s) => {
        move(s)
        return f()
      },
      logX,
      Math.log(Math.max(from, 0)),
      Math.log(to),
    )

  const { value, error } = along(() => transform(values[0]!))
  if (!(error <= 1e-9 * (size + Math.abs(value))))
    fail('LB_DOMAIN', `the ${law.id} law has no derivative at x = ${x.join(', ')}, as at a kink; take x beside it`)
  if (covariance === undefined) return { value, se: null }
  const by = Float64Array.from(parameters, (_, j) => along(() => chain(jacobian[j]!, values[0]!)).value)
  return { value, se: deltaError(by, covariance) }
}

/** The standard error of a quantity with derivatives `by`, by the delta method: sqrt(by' C by). */
function deltaError(by: Float64Array, covariance: Float64Array): number {
  const p = by.length
  let variance = 0
  let terms = 0
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      const term = by[i]! * covariance[i * p + j]! * by[j]!
      variance += term
      terms += Math.abs(term)
    }
  if (!Number.isFinite(variance)) fail('LB_NOT_FINITE', `the delta method gives a variance of ${variance}`)
  if (variance < -1e-10 * terms)
    fail('LB_DOMAIN', `the covariance gives the variance ${variance}; give one without negative eigenvalues`)
  return Math.sqrt(Math.max(variance, 0))
}

/** y at the point, after a look at the arguments. */
function start({ law, parameters, x, input = 0, covariance }: LawAt): number {
  const p = law.parameters.length
  if (parameters.length !== p)
    fail('LB_FIT', `${parameters.length} parameters came with the ${law.id} law; it has ${p}`)
  if (x.length !== law.inputs.length)
    fail('LB_FIT', `${x.length} numbers came as x; the ${law.id} law has ${law.inputs.length} inputs, give one row`)
  if (covariance !== undefined && covariance.length !== p * p)
    fail('LB_FIT', `${covariance.length} numbers came as covariance of ${p} parameters; give ${p * p}, row by row`)
  const moved = law.inputs[input]
  if (moved === undefined)
    fail('LB_DOMAIN', `the ${law.id} law has no input ${input}; give 0 to ${law.inputs.length - 1}`)
  for (const [k, { name, from, to }] of law.inputs.entries())
    if (!(x[k]! >= from && x[k]! <= to))
      fail('LB_DOMAIN', `the ${law.id} law is not defined at ${name} = ${x[k]}; ${name} must be in [${from}, ${to}]`)
  if (!(x[input]! > 0)) fail('LB_DOMAIN', `${moved.name} is ${x[input]}, which has no logarithm; give one above 0`)
  const values = new Float64Array(1)
  law.evaluate(x, parameters, values, new Float64Array(p))
  if (!Number.isFinite(values[0]!)) fail('LB_NOT_FINITE', `the ${law.id} law is ${values[0]} at x = ${x.join(', ')}`)
  return values[0]!
}
