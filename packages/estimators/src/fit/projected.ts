import type { Minimum, Problem } from './problem.ts'

/** A model a u(x; beta): linear in its first parameter a. `evaluate` writes u (rows) and du/dbeta (rows x p). */
export type ProjectedModel = {
  readonly lower: Float64Array
  readonly upper: Float64Array
  evaluate(beta: Float64Array, u: Float64Array, slopes: Float64Array): void
}

/**
 * Variable projection (Golub and Pereyra 1973, Jacobian of Kaufman 1975): for every beta the best a is u'y / u'u, so
 * only beta is searched. Returns the problem in beta; its minimum is that of the full problem.
 */
export function projected(model: ProjectedModel, y: Float64Array): Problem {
  const p = model.lower.length
  const u = new Float64Array(y.length)
  return {
    rows: y.length,
    lower: model.lower,
    upper: model.upper,
    norm: Math.sqrt(dot(y, y)),
    evaluate(beta, residuals, jacobian) {
      model.evaluate(beta, u, jacobian)
      const square = dot(u, u)
      const a = dot(u, y) / square
      for (let i = 0; i < y.length; i++) residuals[i] = y[i]! - a * u[i]!
      for (let j = 0; j < p; j++) {
        let along = 0
        for (let i = 0; i < y.length; i++) along += u[i]! * jacobian[i * p + j]!
        for (let i = 0; i < y.length; i++) jacobian[i * p + j] = a * (jacobian[i * p + j]! - (u[i]! * along) / square)
      }
    },
  }
}

/** A minimum of the projected problem as one of the full problem: [a, beta...]. */
export function withLinear(minimum: Minimum, model: ProjectedModel, y: Float64Array): Minimum {
  if (minimum.status !== 'converged') return minimum
  const u = new Float64Array(y.length)
  model.evaluate(minimum.parameters, u, new Float64Array(y.length * model.lower.length))
  return { ...minimum, parameters: Float64Array.of(dot(u, y) / dot(u, u), ...minimum.parameters) }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
