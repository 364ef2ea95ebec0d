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

/** What every fit says: iterations of all starts together, and how many starts there were. */
type Effort = { readonly iterations: number; readonly starts: number }

/**
 * How a fit ended. Parameters exist only behind `converged`. `startsAgreeing` of `starts` reached the same sum of
 * squares. `bound-hit`: the minimum of the bounded problem is on a bound, so that the bound and not the data chose the
 * parameters `held` (or took their effect away); `point` can be predicted from, and is no estimate. `max-iterations`:
 * still descending. `singular`: the data do not determine the parameters.
 */
export type Minimum =
  | (Effort & {
      readonly status: 'converged'
      readonly parameters: Float64Array
      readonly sse: number
      readonly startsAgreeing: number
    })
  | (Effort & {
      readonly status: 'bound-hit'
      readonly point: Float64Array
      readonly held: readonly number[]
      readonly sse: number
      readonly startsAgreeing: number
    })
  | (Effort & { readonly status: 'max-iterations' | 'singular' })

/** Where a fit may be predicted from: its parameters, or its point on a bound; null where it has neither. */
export function reached(minimum: Minimum): Float64Array | null {
  if (minimum.status === 'converged') return minimum.parameters
  return minimum.status === 'bound-hit' ? minimum.point : null
}
