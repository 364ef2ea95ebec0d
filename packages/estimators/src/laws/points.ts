import { fail } from '@lawbook/base'
import { domainOf, type Law } from './law.ts'

/**
 * Throws unless a law can be evaluated at the rows of x and held against y: LB_FIT when the lengths do not belong
 * together, LB_NOT_FINITE for a y that is not finite, LB_DOMAIN for an x outside the law.
 */
export function checkPoints(law: Law, x: Float64Array, y: Float64Array): void {
  const width = law.inputs.length
  if (x.length !== y.length * width)
    fail('LB_FIT', `${x.length} values of x came with ${y.length} of y; the ${law.id} law needs ${width} x a point`)
  for (let i = 0; i < y.length; i++) {
    if (!Number.isFinite(y[i]!))
      fail('LB_NOT_FINITE', `y is ${y[i]} at x = ${rowOf(law, x, i).join(', ')}; leave missing points out`)
    for (let k = 0; k < width; k++) {
      const { name, from, to } = law.inputs[k]!
      const value = x[i * width + k]!
      if (!(value >= from && value <= to))
        fail(
          'LB_DOMAIN',
          `the ${law.id} law is not defined at ${name} = ${value}; ${name} must be ${domainOf(law.inputs[k]!)}`,
        )
    }
  }
}

/** Throws LB_FIT unless there are as many parameters as the law has. */
export function checkParameters(law: Law, theta: Float64Array): void {
  if (theta.length !== law.parameters.length)
    fail('LB_FIT', `${theta.length} parameters were given; the ${law.id} law has ${law.parameters.length}`)
}

/** How many rows of x differ, counted up to `enough`. */
export function distinctRows(law: Law, x: Float64Array, enough: number): number {
  const width = law.inputs.length
  const seen: number[] = []
  for (let i = 0; i < x.length && seen.length < enough; i += width) {
    const known = seen.some((at) => {
      for (let k = 0; k < width; k++) if (x[at + k] !== x[i + k]) return false
      return true
    })
    if (!known) seen.push(i)
  }
  return seen.length
}

function rowOf(law: Law, x: Float64Array, i: number): Float64Array {
  return x.subarray(i * law.inputs.length, (i + 1) * law.inputs.length)
}
