import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestCurves } from '../src/exactAccuracy.ts'
import { jackknife, meanCurve, type Sample, sizeOf, stratum } from '../src/sample.ts'
import { mean } from './table.ts'

const sizes = [2, 10, 50]
const standing = fc.record({ beaten: fc.nat(90), ties: fc.nat(5) }).map((counts) => ({
  ...counts,
  matched: 95,
  targetMatched: true,
}))
/** Two strata over the same three clusters, each cluster asked at least once in each. */
const strata = fc.array(fc.array(fc.tuple(standing, fc.nat(2)), { minLength: 0, maxLength: 8 }), {
  minLength: 2,
  maxLength: 2,
})

function sampleOf(drawn: [ReturnType<typeof standingOf>, number][][]): Sample {
  const each = drawn.map((rows) => [...rows, ...[0, 1, 2].map((g) => [standingOf(g), g] as const)])
  return {
    sizes,
    clusters: 3,
    strata: each.map((rows) =>
      stratum(
        requestCurves(
          rows.map(([counts]) => counts),
          sizes,
          101,
        ),
        Int32Array.from(rows, ([, g]) => g),
        3,
      ),
    ),
  }
}

const standingOf = (beaten: number) => ({ beaten, ties: 0, matched: 95, targetMatched: true })

test('the curve without a cluster is the mean over strata of the means of the other requests', () => {
  fc.assert(
    fc.property(strata, (drawn) => {
      const sample = sampleOf(drawn)
      for (const leftOut of [null, 0, 1, 2]) {
        const direct = sizes.map((size) =>
          mean(
            drawn.map((rows) => {
              const kept = [...rows, ...[0, 1, 2].map((g) => [standingOf(g), g] as const)].filter(
                ([, g]) => g !== leftOut,
              )
              return mean(kept.map(([counts]) => requestCurves([counts], [size], 101).right[0]!))
            }),
          ),
        )
        const curve = meanCurve(sample, leftOut)
        direct.forEach((value, k) => {
          expect(curve[k]).toBeCloseTo(value, 12)
        })
      }
      const { requests, clusters } = sizeOf(sample)
      expect([requests, clusters]).toEqual([drawn.flat().length + 6, 3])
      const { value } = jackknife([sample, sample], ([one, two]) => one!.map((x, k) => x - 2 * two![k]!))
      sizes.forEach((_, k) => {
        expect(value[k]).toBeCloseTo(-meanCurve(sample, null)[k]!, 12)
      })
    }),
    { numRuns: 50 },
  )
})

test('where the pool is resampled as well, the curves without a cluster are those given', () => {
  const sample = { ...sampleOf([[], []]), without: (cluster: number) => Float64Array.of(cluster, 0, 0) }
  expect([...meanCurve(sample, 2)]).toEqual([2, 0, 0])
  expect(meanCurve(sample, null)[0]).toBeGreaterThan(0.9)
})
