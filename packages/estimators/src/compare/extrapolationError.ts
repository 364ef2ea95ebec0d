import { fail } from '@lawbook/base'
import { fitLaw } from '../laws/fitLaw.ts'
import { type Law, predict } from '../laws/law.ts'

/**
 * How far a law misses beyond the sizes it was fitted on: it is fitted to the points with x <= trainUpTo, and the error
 * is the mean of |y - predicted| over the points at the sizes `at`, in units of y; null when the fit does not converge.
 * `start` is a warm start (see `fitLaw`). Throws LB_FIT when a size of `at` is not in x or not beyond trainUpTo, or when
 * the rest cannot determine the law.
 */
export function extrapolationError({
  law,
  x,
  y,
  trainUpTo,
  at,
  start,
}: {
  law: Law
  x: Float64Array
  y: Float64Array
  trainUpTo: number
  at: ArrayLike<number>
  start?: Float64Array
}): number | null {
  const sizes = Array.from(at)
  for (const size of sizes)
    if (!(size > trainUpTo && x.includes(size)))
      fail('LB_FIT', `cannot test at x = ${size}: it must be one of the points and above ${trainUpTo}`)
  if (sizes.length === 0) fail('LB_FIT', 'no sizes to extrapolate to; give at least one')
  const rows = Array.from(x.keys())
  const [trainX, trainY] = pick(
    x,
    y,
    rows.filter((i) => x[i]! <= trainUpTo),
  )
  const [testX, testY] = pick(
    x,
    y,
    rows.filter((i) => sizes.includes(x[i]!)),
  )
  const fit = fitLaw(law, trainX, trainY, start === undefined ? {} : { start })
  if (fit.status !== 'converged') return null
  const predicted = predict(law, testX, fit.parameters)
  return testY.reduce((sum, value, i) => sum + Math.abs(value - predicted[i]!), 0) / testY.length
}

function pick(x: Float64Array, y: Float64Array, rows: readonly number[]): [Float64Array, Float64Array] {
  return [Float64Array.from(rows, (i) => x[i]!), Float64Array.from(rows, (i) => y[i]!)]
}
