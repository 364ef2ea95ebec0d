import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { clusterJackknife } from '../../src/interval/clusterJackknife.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { cr2, cr3 } from '../../src/interval/clusterRobust.ts'
import { absorbedDesign, close, clusters, design, linear, y } from '../fixtures/linear.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

// One of the fits has an indicator of one cluster, whose block of I - H is singular.
test('CR2 and Satterthwaite degrees of freedom are those of clubSandwich in R, with unequal clusters and weights', () => {
  reaches(interval, 'cr2', 13)
  const { covariance, se } = cr2(leastSquares(design, y), clusters)
  expect(se[3]).toBe(Math.sqrt(covariance[15]!))
})

test('CR3 is (G - 1) / G times that of clubSandwich, ordinary and weighted', () => reaches(interval, 'cr3', 13))

test('CR3 is the delete-one-cluster jackknife of refits', () => {
  const refit = (leftOut: number | null): Float64Array => {
    const rows = [...clusters.keys()].filter((i) => clusters[i] !== leftOut)
    return leastSquares(
      Float64Array.from(rows.flatMap((i) => [...design.subarray(4 * i, 4 * i + 4)])),
      Float64Array.from(rows, (i) => y[i]!),
    ).coefficients
  }
  const jackknife = clusterJackknife({ clusters, statistic: refit })
  const { se, df } = cr3(leastSquares(design, y), clusters)
  close(se, [...jackknife.se], 1e-13)
  expect(df[0]).toBe(jackknife.df)
})

test('of a mean, CR2 is clusterMean and CR3 is the jackknife of the mean', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.double({ min: -9, max: 9, noNaN: true })), {
    minLength: 6,
    maxLength: 30,
  })
  fc.assert(
    fc.property(rows, (drawn) => {
      const values = Float64Array.from(drawn, ([, value]) => value)
      const ids = Int32Array.from(drawn, ([g]) => g)
      fc.pre(new Set(ids).size > 1)
      const fit = leastSquares(new Float64Array(values.length).fill(1), values)
      expect(cr2(fit, ids).se[0]).toBeCloseTo(clusterMean({ values, clusters: ids }).se, 11)
      const statistic = (leftOut: number | null): Float64Array => {
        const kept = values.filter((_, i) => ids[i] !== leftOut)
        return Float64Array.of(kept.reduce((sum, value) => sum + value, 0) / kept.length)
      }
      expect(cr3(fit, ids).se[0]).toBeCloseTo(clusterJackknife({ clusters: ids, statistic }).se[0]!, 11)
    }),
  )
})

test('of a mean with equal clusters the degrees of freedom are G - 1, as in clusterMean', () => {
  const values = Float64Array.of(1, 3, 2, 6, 9, 9, 4, 1)
  const ids = Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3)
  expect(cr2(leastSquares(new Float64Array(8).fill(1), values), ids).df[0]).toBeCloseTo(3, 12)
  expect(clusterMean({ values, clusters: ids }).df).toBe(3)
})

test('one row a cluster: CR3 is HC3 times (n - 1) / n and CR2 is HC2', () => {
  const single = clusters.map((_, i) => i)
  const fit = leastSquares(design, y)
  const n = y.length
  close(
    cr3(fit, single).covariance,
    linear.ordinary.hc3.map((entry) => (entry * (n - 1)) / n),
    1e-13,
  )
})

test('neither depends on the names or the order of clusters, nor on the units of y', () => {
  const fit = leastSquares(design, y)
  const before = cr2(fit, clusters)
  const renamed = cr2(
    fit,
    clusters.map((g) => 1000 - 7 * g),
  )
  close(renamed.covariance, [...before.covariance], 1e-13)
  const scaled = cr2(
    leastSquares(
      design,
      y.map((value) => 1e6 * value),
    ),
    clusters,
  )
  close(scaled.se, [...before.se.map((se) => 1e6 * se)], 1e-13)
  close(scaled.df, [...before.df], 1e-13)
})

test('what clusters cannot tell is refused', () => {
  const fit = leastSquares(absorbedDesign, y)
  expect(() => cr3(fit, clusters)).toThrow('without cluster 4 a coefficient is not determined')
  expect(() => cr2(fit, clusters.slice(1))).toThrow('36 rows came with 35 cluster indices')
  expect(() => cr2(fit, new Int32Array(36))).toThrow('1 clusters give no spread')
  const own = leastSquares(Float64Array.of(1, 0, 1, 0, 0, 1, 0, 1), Float64Array.of(1, 2, 5, 9))
  expect(() => cr2(own, Int32Array.of(0, 0, 1, 1))).toThrow('no cluster leaves a residual for coefficient 1')
})
