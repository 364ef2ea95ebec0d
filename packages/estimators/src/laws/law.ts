import { fail } from '@lawbook/base'

/**
 * A parameter of a law, searched between `lower` and `upper`. `scale: 'log'` for positive ones that span orders of
 * magnitude: they are searched as logs.
 */
export type Parameter = {
  readonly name: string
  readonly unit: string
  readonly lower: number
  readonly upper: number
  readonly scale: 'linear' | 'log'
}

/** A quantity that a law is a function of, and its domain: `from` <= x <= `to`. */
export type Input = {
  readonly name: string
  readonly unit: string
  readonly from: number
  readonly to: number
}

/** A functional form y = f(x; theta), with what is needed to fit it. */
export type Law = {
  readonly id: string
  readonly title: string
  /** The equation as text, with the names of `inputs` and `parameters`. */
  readonly equation: string
  /** Where the form comes from. */
  readonly source: string
  /** x is n x `inputs.length`, row by row. */
  readonly inputs: readonly Input[]
  /** The linear ones first. */
  readonly parameters: readonly Parameter[]
  /**
   * How many of the first parameters enter linearly: f = o(x; shape) + sum_k theta_k phi_k(x; shape). They are solved
   * for exactly (variable projection), so starts and `scale` do not matter for them, but their bounds do.
   */
  readonly linear: number
  /** Writes f (n) and its derivatives (n x p, row by row) at the points x. Allocates nothing. */
  evaluate(x: Float64Array, theta: Float64Array, values: Float64Array, jacobian: Float64Array): void
  /** Starts for a fit, best guess first, in the parameters' own units; unused where all parameters are linear. */
  starts(x: Float64Array, y: Float64Array): Float64Array[]
}

/** Declares a law: the identity, for its type and so that the word shows where laws are. */
export function defineLaw(law: Law): Law {
  return law
}

/** The bounds of a parameter that may be any number. */
export const anywhere = {
  lower: Number.NEGATIVE_INFINITY,
  upper: Number.POSITIVE_INFINITY,
  scale: 'linear',
} as const

/** The input of most laws here: the size N of a library, any number above 0. */
export const size: Input = { name: 'N', unit: 'skills', from: Number.MIN_VALUE, to: Number.MAX_VALUE }

/** The domain of an input in words: "above 0", "at least 1", "in [0, 1]", "finite". */
export function domainOf({ from, to }: Input): string {
  if (to < Number.MAX_VALUE) return `in [${from}, ${to}]`
  if (from === -Number.MAX_VALUE) return 'finite'
  return from === Number.MIN_VALUE ? 'above 0' : `at least ${from}`
}

/**
 * The values f(x; theta) of a law. Outside the domain of an input they are whatever the formula gives there. Throws
 * LB_FIT when x or theta is not of the length that the law needs.
 */
export function predict(law: Law, x: Float64Array, theta: Float64Array): Float64Array {
  const n = x.length / law.inputs.length
  if (!Number.isInteger(n))
    fail('LB_FIT', `${x.length} values of x do not divide into rows of the ${law.inputs.length} inputs of ${law.id}`)
  if (theta.length !== law.parameters.length)
    fail('LB_FIT', `${theta.length} parameters were given; the ${law.id} law has ${law.parameters.length}`)
  const values = new Float64Array(n)
  law.evaluate(x, theta, values, new Float64Array(n * law.parameters.length))
  return values
}
