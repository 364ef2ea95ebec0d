import { fail } from '@lawbook/base'
import type { Minimum } from '../fit/problem.ts'
import { type Law, predict } from '../laws/law.ts'
import { type FittedPoints, pointsWhere, refit, sizesOf } from './refit.ts'

/** What was left out: a model (one series of points) or a size (one row of inputs). */
export type Dropped = 'model' | 'size'

/** The drop of its kind that moved a quantity most: refitted without it - fitted with it. */
export type LargestChange = { readonly dropped: Dropped; readonly worst: string; readonly change: number }

/** The largest changes of each parameter and each prediction, and the drops after which the law did not converge. */
export type Sensitivity = {
  readonly parameters: readonly (LargestChange & { readonly parameter: string })[]
  /** `row` counts the rows of `at`. */
  readonly predictions: readonly (LargestChange & { readonly row: number })[]
  readonly unfitted: readonly {
    readonly dropped: Dropped
    readonly label: string
    readonly status: Minimum['status']
  }[]
}

/**
 * How much a fit hangs on one model or one size: the law is fitted again without the points of each model and without
 * those of each size, and for each kind of drop the largest change (signed, chosen by absolute value, the first of
 * equals) of each parameter, in its own unit, and of each predicted value at the rows `at`, in the unit of y, is given
 * with the drop that caused it. `models` names the model of each point; with fewer than two there is no such drop.
 * Drops after which the law does not converge stand in `unfitted` and have no change: read them as worse than any
 * change. A refit on fewer sizes than parameters is `singular`. Throws LB_FIT when the fit to all points has no
 * parameters, or lengths do not match.
 */
export function sensitivity({
  law,
  points,
  models,
  at,
}: {
  law: Law
  points: FittedPoints
  models: readonly string[]
  at: Float64Array
}): Sensitivity {
  if (models.length !== points.y.length)
    fail('LB_FIT', `${models.length} names of models came with ${points.y.length} points; give one a point`)
  const whole = refit(law, points)
  if (whole.status !== 'converged')
    fail('LB_FIT', `the ${law.id} law is ${whole.status} on all points: it has no parameters that could change`)
  const names = [...new Set(models)]
  const byModel = names.map((name) => ({ label: name, kept: (i: number) => models[i] !== name }))
  const bySize = sizesOf(law, points).map(({ label, at }) => ({ label, kept: (i: number) => !at.includes(i) }))
  const drops = [
    ...(names.length < 2 ? [] : byModel).map((drop) => ({ dropped: 'model' as const, ...drop })),
    ...bySize.map((drop) => ({ dropped: 'size' as const, ...drop })),
  ].map(({ dropped, label, kept }) => ({ dropped, label, fit: refit(law, pointsWhere(law, points, kept)) }))

  const quantities = (theta: Float64Array): Float64Array => Float64Array.of(...theta, ...predict(law, at, theta))
  const before = quantities(whole.parameters)
  const changed = drops.flatMap(({ dropped, label, fit }) =>
    fit.status === 'converged' ? [{ dropped, label, after: quantities(fit.parameters) }] : [],
  )
  const kinds = (['model', 'size'] as const).filter((kind) => changed.some(({ dropped }) => dropped === kind))
  const worst = (kind: Dropped, k: number): LargestChange =>
    changed
      .filter(({ dropped }) => dropped === kind)
      .map(({ label, after }) => ({ dropped: kind, worst: label, change: after[k]! - before[k]! }))
      .reduce((most, one) => (Math.abs(one.change) > Math.abs(most.change) ? one : most))
  const p = law.parameters.length
  const rows = Array.from({ length: before.length - p }, (_, row) => row)
  return {
    parameters: kinds.flatMap((kind) => law.parameters.map(({ name }, k) => ({ parameter: name, ...worst(kind, k) }))),
    predictions: kinds.flatMap((kind) => rows.map((row) => ({ row, ...worst(kind, p + row) }))),
    unfitted: drops.flatMap(({ dropped, label, fit }) =>
      fit.status === 'converged' ? [] : [{ dropped, label, status: fit.status }],
    ),
  }
}
