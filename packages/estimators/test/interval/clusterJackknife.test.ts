import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterJackknife } from '../../src/interval/clusterJackknife.ts'
import { studentInterval } from '../../src/interval/student.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.double({ min: -5, max: 5, noNaN: true })), {
  minLength: 8,
  maxLength: 40,
})

function meanWithout(clusters: Int32Array, values: Float64Array) {
  return (leftOut: number | null): Float64Array => {
    const kept = values.filter((_, i) => clusters[i] !== leftOut)
    return Float64Array.of(kept.reduce((sum, value) => sum + value, 0) / kept.length)
  }
}

test('clusterJackknife agrees with R', () => reaches(interval, 'clusterJackknife', 14))

test('for a mean it is (G-1)/G sum (s_g / (n - n_g))^2, for clusters of any sizes', () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      fc.pre(new Set(drawn.map(([g]) => g)).size > 1)
      const clusters = Int32Array.from(drawn, ([g]) => g)
      const values = Float64Array.from(drawn, ([, value]) => value)
      const jack = clusterJackknife({ clusters, statistic: meanWithout(clusters, values) })
      const n = values.length
      const mean = values.reduce((sum, value) => sum + value, 0) / n
      const ids = [...new Set(clusters)]
      const terms = ids.map((id) => {
        const own = [...values].filter((_, i) => clusters[i] === id)
        const residual = own.reduce((sum, value) => sum + value - mean, 0) / (n - own.length)
        return residual * residual
      })
      const variance = ((ids.length - 1) / ids.length) * terms.reduce((sum, term) => sum + term, 0)
      expect(jack.se[0]).toBeCloseTo(Math.sqrt(variance), 10)
      expect(jack.replicates.length).toBe(ids.length)
    }),
  )
})

test('one row a cluster gives the textbook standard error and n - 1 degrees of freedom', () => {
  const values = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6)
  const clusters = Int32Array.from(values, (_, i) => i)
  const { value, se, df } = clusterJackknife({ clusters, statistic: meanWithout(clusters, values) })
  const mean = 31 / 8
  const variance = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / 7
  expect(value[0]).toBeCloseTo(mean, 14)
  expect(se[0]).toBeCloseTo(Math.sqrt(variance / 8), 14)
  expect(df).toBe(7)
})

test('an entry that is missing without some cluster has no standard error, and no interval', () => {
  const clusters = Int32Array.of(0, 1, 2)
  const { value, se, df } = clusterJackknife({
    clusters,
    statistic: (leftOut) => Float64Array.of(leftOut ?? 1, leftOut === 2 ? Number.NaN : 1),
  })
  expect(se[0]).toBeCloseTo(Math.sqrt((2 / 3) * 2), 14)
  expect(se[1]).toBeNaN()
  expect(() => studentInterval({ value: value[1]!, se: se[1]!, df, tail: 0.05 })).toThrow('standard error NaN')
})
