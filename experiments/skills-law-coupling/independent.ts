import { participationRatioOfMatrix } from '@lawbook/estimators'
import type { Scene } from './scene.ts'

/**
 * How many families of routers there are, and how many independent routers they are worth by the participation ratio of the
 * routers' ln p over pairs. p is the share of the library that stands before the right second skill when it is asked
 * from its text alone, (1 - p)^(N - 2) = P(right | N), at least 1 / (M + 1).
 */
export function independenceOf({ families, alone, size, competitors }: Scene): {
  readonly families: number
  readonly ratio: number
} {
  const least = 1 / (competitors + 1)
  const logs = alone.map((chances) =>
    chances.map((chance) => Math.log(Math.max(least, 1 - Math.exp(Math.log(chance) / (size - 2))))),
  )
  const centred = logs.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length
    return row.map((value) => value - mean)
  })
  const covariance = covarianceOf(centred)
  // Routers that find every step alike hard are one router.
  const ratio = covariance.some((value) => value !== 0) ? participationRatioOfMatrix(covariance) : 1
  return { families: families.length, ratio }
}

/** Covariances of centred rows, row by row. */
function covarianceOf(centred: readonly Float64Array[]): Float64Array {
  const n = centred.length
  const covariance = new Float64Array(n * n)
  for (let j = 0; j < n; j++)
    for (let k = j; k < n; k++) {
      const [one, other] = [centred[j]!, centred[k]!]
      let sum = 0
      for (let p = 0; p < one.length; p++) sum += one[p]! * other[p]!
      covariance[j * n + k] = sum / one.length
      covariance[k * n + j] = sum / one.length
    }
  return covariance
}
