/** A parameter of a law. `scale: 'log'` for positive ones that span orders of magnitude: they are fitted as logs. */
export type Parameter = {
  readonly name: string
  readonly unit: string
  readonly lower: number
  readonly upper: number
  readonly scale: 'linear' | 'log'
}

/** A functional form y = f(x; theta), with what is needed to fit it. */
export type Law = {
  readonly id: string
  readonly title: string
  /** The equation as text, with the names of `parameters`. */
  readonly equation: string
  readonly parameters: readonly Parameter[]
  /** The smallest x at which the law is defined. */
  readonly smallest: number
  /** Which parameters enter linearly: these are solved for exactly and their bounds are infinite. */
  readonly linear: 'all' | 'first' | 'none'
  /** Writes f (n) and its derivatives (n x p, row by row) at the points x. */
  evaluate(x: Float64Array, theta: Float64Array, values: Float64Array, jacobian: Float64Array): void
  /** Starts for a fit, best guess first, in the parameters' own units; unused where all parameters are linear. */
  starts(x: Float64Array, y: Float64Array): Float64Array[]
}

/** Declares a law: the identity, for its type and so that the word shows where laws are. */
export function defineLaw(law: Law): Law {
  return law
}

/** The values f(x; theta) of a law. */
export function predict(law: Law, x: Float64Array, theta: Float64Array): Float64Array {
  const values = new Float64Array(x.length)
  law.evaluate(x, theta, values, new Float64Array(x.length * law.parameters.length))
  return values
}
