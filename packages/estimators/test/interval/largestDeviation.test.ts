import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { normalQuantile } from '../../src/distribution/normal.ts'
import { largestDeviation } from '../../src/interval/largestDeviation.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('largestDeviation agrees with R', () => reaches(interval, 'largestDeviation', 14))

test('the limits are those of the formula', () => {
  const { value, i90, i995 } = largestDeviation({
    deviations: Float64Array.of(-3, 1),
    standardErrors: Float64Array.of(0.5, 2),
    df: 1e9,
    sided: 'two',
  })
  expect(value).toBe(3)
  expect(i90[1]).toBeCloseTo(1 + 2 * 1.6448536, 6)
  expect(i90[0]).toBeCloseTo(3 + 0.5 * normalQuantile(0.05 / 4), 6)
  expect(i995[1]).toBeCloseTo(1 - 2 * normalQuantile(0.0025), 6)
  expect(i995[0]).toBeCloseTo(3 + 0.5 * normalQuantile(0.0025 / 4), 6)
})

test('small deviations with large errors reach down to 0', () => {
  const { i90 } = largestDeviation({
    deviations: Float64Array.of(0.1),
    standardErrors: Float64Array.of(1),
    df: 9,
    sided: 'one',
  })
  expect(i90[0]).toBe(0)
})

test.each([
  ['all zero', [0, 0, 0, 0]],
  ['one large', [2, 0, 0, 0]],
  ['several as large', [2, -2, 2, 2]],
])('each limit misses the true maximum in at most 5 %% of samples: %s', (_, truth) => {
  const stream = streamsOf('test')('largest deviation', ...truth)
  const errors = new Float64Array(truth.length).fill(1)
  const largest = Math.max(...truth.map(Math.abs))
  const draws = 2000
  let [tooHigh, tooLow] = [0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const deviations = Float64Array.from(truth, (delta) => delta + stream.normal())
    const { i90 } = largestDeviation({ deviations, standardErrors: errors, df: 1e9, sided: 'one' })
    if (i90[0] > largest) tooHigh++
    if (i90[1] < largest) tooLow++
  }
  const allowed = draws * 0.05 + 3 * Math.sqrt(draws * 0.05 * 0.95)
  expect(tooHigh).toBeLessThan(allowed)
  expect(tooLow).toBeLessThan(allowed)
})

test('as many errors as deviations, at least one', () => {
  const ask = { df: 9, sided: 'one' as const }
  expect(() =>
    largestDeviation({ ...ask, deviations: new Float64Array(0), standardErrors: new Float64Array(0) }),
  ).toThrow('0 deviations')
  expect(() =>
    largestDeviation({ ...ask, deviations: new Float64Array(2), standardErrors: new Float64Array(1) }),
  ).toThrow('1 standard errors')
})
