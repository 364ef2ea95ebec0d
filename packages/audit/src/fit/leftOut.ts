import { fitLaw, type Law, predict, reached } from '@lawbook/estimators'
import type { Points } from './curve.ts'

/** More sizes than this leave in twentieths, every twentieth size together: each costs a fit. */
export const mostParts = 20

/** How many parts the sizes of a curve are left out in. */
export const partsOf = (x: ArrayLike<number>): number => Math.min(new Set(Array.from(x)).size, mostParts)

/**
 * Cross-validation by size: the law is fitted without each part of the sizes in turn and predicts it; the mean absolute
 * error of each part, parts in ascending order of their first size, in the unit of y. Points that share their x leave
 * together, because they would otherwise predict each other. `start` is a warm start for curves drawn from known
 * parameters. Null where a refit has no point to predict from, or too few sizes: the mean of the rest would flatter a
 * law that fails where it is hardest.
 */
export function leftOutErrors(law: Law, { x, y, weights }: Points, start?: Float64Array): Float64Array | null {
  const sizes = [...new Set(x)].sort((a, b) => a - b)
  const parts = partsOf(x)
  if (sizes.length - Math.ceil(sizes.length / parts) < law.parameters.length) return null
  const partOf = new Map(sizes.map((size, k) => [size, k % parts]))
  const errors = new Float64Array(parts)
  for (let part = 0; part < parts; part++) {
    const kept = (_: number, i: number): boolean => partOf.get(x[i]!) !== part
    const left = (_: number, i: number): boolean => !kept(_, i)
    const theta = reached(fitLaw(law, x.filter(kept), y.filter(kept), { weights: weights?.filter(kept), start }))
    if (theta === null) return null
    const observed = y.filter(left)
    errors[part] = meanAbsolute(predict(law, x.filter(left), theta).map((value, k) => value - observed[k]!))
  }
  return errors
}

/** The mean absolute value of some errors. */
export const meanAbsolute = (errors: Float64Array): number =>
  errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length
