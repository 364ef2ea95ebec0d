import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equivalenceTest } from '../../src/hypothesis/equivalence.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { reaches } from '../golden/agreement.ts'
import { hypothesis, values } from '../golden/hypothesis.ts'

test("p and interval agree with R's two t tests, and so does the verdict", () => {
  reaches(hypothesis, 'equivalenceTest', 13)
  for (const { p, interval90, ...ask } of values.equivalence)
    expect(equivalenceTest({ ...ask, alpha: 0.05 }).verdict).toBe(p <= 0.05 ? 'equivalent' : 'not-shown')
})

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const question = fc.record({
  estimate: finite(-3, 3),
  se: finite(0.05, 2),
  df: finite(1, 60),
  alpha: finite(0.01, 0.3),
  lo: finite(-3, 0),
  width: finite(0.1, 6),
})

test('equivalent exactly when the interval lies in the margins; p in [0, 1]; mirror, shift and scale', () => {
  fc.assert(
    fc.property(question, ({ lo, width, ...rest }) => {
      const margins = [lo, lo + width] as const
      const found = equivalenceTest({ ...rest, margins })
      const inside = lo <= found.interval[0] && found.interval[1] <= lo + width
      if (Math.abs(found.p - rest.alpha) > 1e-9) expect(found.verdict === 'equivalent').toBe(inside)
      expect(found.p).toBeGreaterThan(0)
      expect(found.p).toBeLessThanOrEqual(1)
      const mirrored = equivalenceTest({ ...rest, estimate: -rest.estimate, margins: [-margins[1], -lo] })
      expect(mirrored.p).toBe(found.p)
      const moved = equivalenceTest({
        ...rest,
        estimate: 5 * rest.estimate + 1,
        se: 5 * rest.se,
        margins: [5 * lo + 1, 5 * margins[1] + 1],
      })
      expect(moved.p).toBeCloseTo(found.p, 10)
    }),
  )
})

test('at a margin at most 5 % of samples show equivalence', () => {
  const [streams, worlds] = [streamsOf('equivalence'), 3000]
  const clusters = Int32Array.from({ length: 16 }, (_, i) => i)
  let shown = 0
  for (let w = 0; w < worlds; w++) {
    const noise = streams('world', w)
    const values = Float64Array.from(clusters, () => 1 + noise.normal())
    const { value, se, df } = clusterMean({ values, clusters })
    if (equivalenceTest({ estimate: value, se, df, margins: [-1, 1], alpha: 0.05 }).verdict === 'equivalent') shown++
  }
  const error = Math.sqrt((0.05 * 0.95) / worlds)
  expect(Math.abs(shown / worlds - 0.05)).toBeLessThan(3.5 * error)
})

test('questions without an answer are refused', () => {
  const ask = { estimate: 0, se: 1, df: 9, margins: [-1, 1] as const, alpha: 0.05 }
  expect(() => equivalenceTest({ ...ask, margins: [1, 1] })).toThrow('margins of [1, 1]')
  expect(() => equivalenceTest({ ...ask, margins: [Number.NaN, 1] })).toThrow('margins of [NaN, 1]')
  expect(() => equivalenceTest({ ...ask, margins: [-1, Number.POSITIVE_INFINITY] })).toThrow('Infinity')
  expect(() => equivalenceTest({ ...ask, se: 0 })).toThrow('standard error of 0')
  expect(() => equivalenceTest({ ...ask, estimate: Number.NaN })).toThrow('no interval around NaN')
  expect(() => equivalenceTest({ ...ask, df: 0 })).toThrow('0 degrees of freedom')
  expect(() => equivalenceTest({ ...ask, df: Number.POSITIVE_INFINITY })).toThrow('Infinity degrees')
  expect(() => equivalenceTest({ ...ask, alpha: 0.5 })).toThrow('level 0.5')
})
