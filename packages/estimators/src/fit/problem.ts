/**
 * A nonlinear least-squares problem: minimise |r(theta)|^2, r = data - model, over `lower` <= theta <= `upper`.
 * `evaluate` writes the residuals (rows) and the Jacobian of the *model* (rows x p, row by row) at theta. `norm` is the
 * Euclidean length of the data: changes of the model below 1e-13 of it are rounding.
 */
export type Problem = {
  readonly rows: number
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly norm: number
  evaluate(theta: Float64Array, residuals: Float64Array, jacobian: Float64Array): void
}

/**
 * How a fit ended. Parameters exist only behind `converged`. `atBound`: a parameter lies on its bound, so that the
 * minimum is one of the bounded problem only. `startsAgreeing` of `starts` reached the same sum of squares.
 * `max-iterations`: still descending. `singular`: the data do not determine the parameters.
 */
export type Minimum =
  | {
      readonly status: 'converged'
      readonly parameters: Float64Array
      readonly sse: number
      readonly iterations: number
      readonly atBound: boolean
      readonly startsAgreeing: number
      readonly starts: number
    }
  | { readonly status: 'max-iterations' | 'singular'; readonly iterations: number; readonly starts: number }
