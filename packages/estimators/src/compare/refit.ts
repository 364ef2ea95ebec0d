import { fail } from '@lawbook/base'
import type { Minimum } from '../fit/problem.ts'
import { type FitOptions, fitLaw } from '../laws/fitLaw.ts'
import type { Law } from '../laws/law.ts'
import type { Points } from './forecastBias.ts'

/**
 * Points and how a law is fitted to them: `weights` (n, above 0) and a `loss`, as in `fitLaw`; equal squares without.
 */
export type FittedPoints = Points & Pick<FitOptions, 'weights' | 'loss'>

/** The points of a curve that share their row of inputs: `x` is the row, `at` are their places among all points. */
export type Size = { readonly label: string; readonly x: Float64Array; readonly at: readonly number[] }

/**
 * The distinct rows of inputs, in the order in which the points first show them, labelled as in "N = 10, K = 2". Throws
 * LB_FIT when the lengths of x, y and weights do not belong together.
 */
export function sizesOf({ inputs }: Law, { x, y, weights }: FittedPoints): Size[] {
  if (x.length !== y.length * inputs.length)
    fail('LB_FIT', `${x.length} numbers in x came with ${y.length} of y; give ${inputs.length} a point`)
  if (weights !== undefined && weights.length !== y.length)
    fail('LB_FIT', `${weights.length} weights came with ${y.length} points; give one a point`)
  const sizes = new Map<string, { label: string; x: Float64Array; at: number[] }>()
  for (let i = 0; i < y.length; i++) {
    const row = x.slice(i * inputs.length, (i + 1) * inputs.length)
    const label = inputs.map(({ name }, j) => `${name} = ${row[j]}`).join(', ')
    const known = sizes.get(label)
    if (known === undefined) sizes.set(label, { label, x: row, at: [i] })
    else known.at.push(i)
  }
  return [...sizes.values()]
}

/** The points whose place satisfies `keep`, in their order, fitted in the same way. */
export function pointsWhere({ inputs }: Law, points: FittedPoints, keep: (place: number) => boolean): FittedPoints {
  return {
    ...points,
    x: points.x.filter((_, k) => keep(Math.floor(k / inputs.length))),
    y: points.y.filter((_, i) => keep(i)),
    weights: points.weights?.filter((_, i) => keep(i)),
  }
}

/**
 * The law fitted to part of a curve, from the law's own starts, so that it does not inherit the minimum of the whole. A
 * part with fewer sizes than the law has parameters cannot determine it, and counts as `singular`.
 */
export function refit(law: Law, points: FittedPoints): Minimum {
  const { x, y, weights, loss } = points
  if (sizesOf(law, points).length < law.parameters.length) return { status: 'singular', iterations: 0, starts: 0 }
  return fitLaw(law, x, y, { weights, loss })
}
