import { type Stream, streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { normalCdf } from '../../src/distribution/normal.ts'
import { studentCdf } from '../../src/distribution/student.ts'
import { minimumDetectableEffect, powerBySimulation } from '../../src/hypothesis/power.ts'
import { values } from '../golden/hypothesis.ts'

const streams = streamsOf('power')

/** The two-sided p-value of the t test of two normal samples of n each, whose means differ by `delta` standard deviations. */
const tTest = (n: number) => (delta: number, stream: Stream) => {
  const sample = (shift: number) => {
    const values = Array.from({ length: n }, () => shift + stream.normal())
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    return { mean, squares: values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) }
  }
  const [one, other] = [sample(0), sample(delta)]
  const df = 2 * n - 2
  const t = (other.mean - one.mean) / Math.sqrt(((one.squares + other.squares) / df) * (2 / n))
  return 2 * studentCdf(-Math.abs(t), df)
}

/** The decision at 5 % of the test of two proportions with pooled variance. */
const proportions = (n: number, first: number) => (difference: number, stream: Stream) => {
  const successes = (p: number): number => {
    let count = 0
    for (let i = 0; i < n; i++) if (stream.uniform() < p) count++
    return count
  }
  const [a, b] = [successes(first), successes(first + difference)]
  const pooled = (a + b) / (2 * n)
  return 2 * normalCdf(-Math.abs(b - a) / Math.sqrt(2 * n * pooled * (1 - pooled))) <= 0.05
}

test("power of the t test agrees with R's power.t.test within Monte-Carlo error", () => {
  for (const { n, delta, power } of values.power.t) {
    const found = powerBySimulation({ simulate: tTest(n), effect: delta, alpha: 0.05, draws: 4000, streams })
    expect(Math.abs(found.power - power)).toBeLessThan(3.5 * Math.sqrt((power * (1 - power)) / 4000))
    expect(found.se).toBeCloseTo(Math.sqrt((found.power * (1 - found.power)) / 4000), 15)
    expect(found.interval[0]).toBeLessThan(found.power)
    expect(found.interval[1]).toBeGreaterThan(found.power)
    expect(found.effect).toBe(delta)
  }
})

test("power for two proportions agrees with R's power.prop.test, a normal approximation good to a point", () => {
  for (const { n, p1, p2, power } of values.power.proportion) {
    const ask = { simulate: proportions(n, p1), effect: p2 - p1, alpha: 0.05, draws: 4000, streams }
    const found = powerBySimulation(ask)
    expect(Math.abs(found.power - power)).toBeLessThan(0.01 + 3.5 * found.se)
  }
})

test('without effect the share of rejections is the size of the test', () => {
  const { power } = powerBySimulation({ simulate: tTest(10), effect: 0, alpha: 0.1, draws: 4000, streams })
  expect(Math.abs(power - 0.1)).toBeLessThan(3.5 * Math.sqrt((0.1 * 0.9) / 4000))
})

test("the minimum detectable effect agrees with R's within what Monte-Carlo error of the power allows", () => {
  const { n, target, delta } = values.power.detectable
  const ask = { simulate: tTest(n), alpha: 0.05, draws: 4000, streams }
  const found = minimumDetectableEffect({ ...ask, range: [0, 3], tolerance: 0.001, target })
  if (found.status !== 'found') throw new Error(found.status)
  // Power rises by about .9 a unit of effect there, so that its error of .0063 means .007 of effect.
  expect(Math.abs(found.at.effect - delta)).toBeLessThan(3.5 * 0.007)
  expect(found.within).toBeLessThanOrEqual(0.001)
  expect(found.at.power).toBeGreaterThanOrEqual(target)
  expect(powerBySimulation({ ...ask, effect: found.at.effect })).toEqual(found.at)
  expect(powerBySimulation({ ...ask, effect: found.at.effect - found.within }).power).toBeLessThan(target)
})

test('draws share their randomness between effects: the found effect is the exact threshold of the draws', () => {
  const simulate = (effect: number, stream: Stream): boolean => stream.uniform() < effect
  const draws = 500
  const needed = Array.from({ length: draws }, (_, draw) => streams('power', draw).uniform()).sort((a, b) => a - b)
  const ask = { simulate, alpha: 0.05, draws, streams, range: [0, 1] as const }
  const found = minimumDetectableEffect({ ...ask, tolerance: 1e-9, target: 0.5 })
  expect(found.status).toBe('found')
  expect(found.at.effect).toBeCloseTo(needed[249]!, 8)
  expect(minimumDetectableEffect({ ...ask, tolerance: 1e-9 }).at.effect).toBeCloseTo(needed[399]!, 8)
  const finest = minimumDetectableEffect({ ...ask, tolerance: Number.MIN_VALUE })
  expect(finest.status === 'found' && finest.within < 1e-15).toBe(true)
})

test('a target out of reach, or reached from the start, is said by the status', () => {
  const ask = { alpha: 0.05, draws: 50, streams, tolerance: 0.01 }
  const low = minimumDetectableEffect({ ...ask, simulate: () => 0.2, range: [0, 7] })
  expect(low).toMatchObject({ status: 'not-reached', at: { effect: 7, power: 0, se: 0 } })
  expect(low.at.interval[1]).toBeGreaterThan(0.05)
  const high = minimumDetectableEffect({ ...ask, simulate: () => true, range: [1, 7] })
  expect(high).toMatchObject({ status: 'reached-everywhere', at: { effect: 1, power: 1 } })
})

test('p-values at alpha reject; impossible questions are refused', () => {
  const ask = { simulate: () => 0.05, alpha: 0.05, draws: 3, streams }
  const search = { ...ask, range: [0, 1] as const, tolerance: 0.1 }
  expect(powerBySimulation({ ...ask, effect: 1 }).power).toBe(1)
  expect(() => powerBySimulation({ ...ask, effect: 1, draws: 0 })).toThrow('cannot make 0 draws')
  expect(() => powerBySimulation({ ...ask, effect: 1, alpha: 1 })).toThrow('level 1')
  expect(() => powerBySimulation({ ...ask, effect: 2, simulate: () => Number.NaN })).toThrow('effect 2 gave p = NaN')
  expect(() => minimumDetectableEffect({ ...search, range: [1, 1] })).toThrow('from 1 to 1')
  expect(() => minimumDetectableEffect({ ...search, range: [0, Number.POSITIVE_INFINITY] })).toThrow('to Infinity')
  expect(() => minimumDetectableEffect({ ...search, target: 1 })).toThrow('power of 1')
  expect(() => minimumDetectableEffect({ ...search, tolerance: 0 })).toThrow('tolerance of 0')
})
