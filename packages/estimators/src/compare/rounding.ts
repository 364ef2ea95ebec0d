import { fail } from '@lawbook/base'
import { type Law, predict } from '../laws/law.ts'

/** A law, the rows of inputs at which it is used, and its parameters in full. */
export type Printed = { readonly law: Law; readonly x: Float64Array; readonly parameters: Float64Array }

/** All digits that a double has: rounding to as many changes nothing. */
const allDigits = 17

/**
 * What is lost when parameters are printed: the largest |prediction with rounded parameters - prediction| over the rows
 * x, in the unit of y, when each parameter is rounded to `digits` significant digits, halves of the exact binary value
 * away from 0. Rounded coefficients of a steep law can change its predictions beyond recognition (Besiroglu et al.
 * 2024, arXiv 2404.10102, on the law of arXiv 2203.15556). Throws LB_DOMAIN unless digits is a whole number from 1 to
 * 17, LB_FIT when lengths do not match or there is no x, LB_NOT_FINITE when a parameter or a prediction is not finite.
 */
export function roundingEffect({ law, x, parameters, digits }: Printed & { readonly digits: number }): number {
  if (!Number.isInteger(digits) || digits < 1 || digits > allDigits)
    fail('LB_DOMAIN', `cannot round to ${digits} significant digits; give a whole number from 1 to ${allDigits}`)
  const width = law.inputs.length
  if (x.length === 0 || x.length % width !== 0)
    fail('LB_FIT', `${x.length} values of x are no rows of ${width}; the ${law.id} law needs ${width} a row`)
  if (parameters.length !== law.parameters.length)
    fail('LB_FIT', `${parameters.length} parameters came with the ${law.id} law; it has ${law.parameters.length}`)
  const rounded = parameters.map((value, j) => {
    if (!Number.isFinite(value))
      fail('LB_NOT_FINITE', `the parameter ${law.parameters[j]!.name} is ${value}; only a fitted law can be printed`)
    return Number(value.toPrecision(digits))
  })
  const exact = predict(law, x, parameters)
  const printed = predict(law, x, rounded)
  let largest = 0
  for (let i = 0; i < exact.length; i++) {
    const change = Math.abs(printed[i]! - exact[i]!)
    if (!Number.isFinite(change))
      fail('LB_NOT_FINITE', `the ${law.id} law goes from ${exact[i]} to ${printed[i]} in row ${i + 1} of x`)
    largest = Math.max(largest, change)
  }
  return largest
}

/**
 * How many significant digits the printed parameters need: the smallest number, 1 to 17, from which on `roundingEffect`
 * stays below `tolerance` (in the unit of y, above 0). "From which on", because one digit more may by chance do worse.
 * Throws LB_DOMAIN for a tolerance that is not above 0, else as `roundingEffect`.
 */
export function digitsNeeded({ tolerance, ...printed }: Printed & { readonly tolerance: number }): number {
  if (!(tolerance > 0)) fail('LB_DOMAIN', `no number of digits keeps the error below ${tolerance}; give one above 0`)
  let needed = allDigits
  while (needed > 1 && roundingEffect({ ...printed, digits: needed - 1 }) < tolerance) needed--
  return needed
}
