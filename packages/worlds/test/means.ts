import { expect } from 'vitest'

/** The mean of values. */
export function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
}

/** The mean product of deviations from the means, divided by the standard deviations. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [centreA, centreB] = [mean(a), mean(b)]
  const products = (u: ArrayLike<number>, cu: number, v: ArrayLike<number>, cv: number): number =>
    mean(Array.from(u, (value, i) => (value - cu) * (v[i]! - cv)))
  return (
    products(a, centreA, b, centreB) / Math.sqrt(products(a, centreA, a, centreA) * products(b, centreB, b, centreB))
  )
}

/** The mean of independent replicates is the truth within 4 standard errors, and the replicates do differ. */
export function meanIs(replicates: ArrayLike<number>, truth: number, label = ''): void {
  const centre = mean(replicates)
  const variance = mean(Array.from(replicates, (value) => (value - centre) * (value - centre)))
  expect(variance, label).toBeGreaterThan(0)
  const error = Math.sqrt(variance / (replicates.length - 1))
  expect(Math.abs(centre - truth) / error, `${label}: ${centre} for ${truth}`).toBeLessThan(4)
}
