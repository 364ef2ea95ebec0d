import { fail } from '@lawbook/base'
import { type Law, predict } from '@lawbook/estimators'

/** A law of the estimators with the parameters that are planted, in the law's order and units. */
export type PlantedLaw = { readonly law: Law; readonly parameters: Float64Array }

/**
 * The truth of a planted law at the points x, n x `law.inputs.length` row by row. Throws LB_FIT where the parameters or
 * x have another length than the law asks for, LB_DOMAIN where a parameter lies outside its bounds (no fit could find
 * it) or x outside its domain, and LB_NOT_FINITE where the law has no finite value.
 */
export function lawMeans({ law, parameters }: PlantedLaw, x: Float64Array): Float64Array {
  const width = law.inputs.length
  if (parameters.length !== law.parameters.length)
    fail('LB_FIT', `the law "${law.id}" has ${law.parameters.length} parameters and ${parameters.length} were given`)
  if (x.length === 0 || x.length % width !== 0)
    fail('LB_FIT', `${x.length} values of x are no points of the law "${law.id}"; give ${width} for each point`)
  for (const [k, { name, lower, upper }] of law.parameters.entries())
    if (!(parameters[k]! >= lower && parameters[k]! <= upper))
      fail('LB_DOMAIN', `cannot plant ${name} = ${parameters[k]} of "${law.id}"; it must be in [${lower}, ${upper}]`)
  for (const [i, value] of x.entries()) {
    const { name, from, to } = law.inputs[i % width]!
    if (!(value >= from && value <= to))
      fail('LB_DOMAIN', `cannot plant "${law.id}" at ${name} = ${value}; ${name} must be in [${from}, ${to}]`)
  }
  const means = predict(law, x, parameters)
  for (const [i, mean] of means.entries())
    if (!Number.isFinite(mean))
      fail('LB_NOT_FINITE', `the planted law "${law.id}" is ${mean} at point ${i}; plant other parameters or points`)
  return means
}
