import { streamsOf } from '@lawbook/base'
import { incompleteBeta } from '@lawbook/estimators'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage, coverageOf, plantedAttempts } from '../src/index.ts'
import { golden } from './golden.ts'
import { mean, meanIs } from './means.ts'

const stream = streamsOf('repeatedSampling.test')

describe('coverage', () => {
  test('agrees with the golden values to 1e-14', () => {
    expect(golden.coverage.length).toBeGreaterThan(8)
    for (const [alpha, beta, k, value] of golden.coverage) {
      const error = Math.abs(coverage({ alpha: alpha!, beta: beta! }, k!) - value!)
      expect(error, `${alpha}, ${beta}, ${k}`).toBeLessThan(1e-14)
    }
  })

  test('is the product over attempts of what each leaves, for whole k', () => {
    const positive = fc.double({ min: 0.01, max: 50, noNaN: true })
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 0, max: 60 }), (alpha, beta, k) => {
        let left = 1
        for (let i = 0; i < k; i++) left *= (beta + i) / (alpha + beta + i)
        expect(coverage({ alpha, beta }, k)).toBeCloseTo(1 - left, 12)
      }),
    )
  })

  test('starts at 0 and the mean, is k / (k + 1) for uniform p, and leaves a power of k', () => {
    expect(coverage({ alpha: 0.4, beta: 3 }, 0)).toBe(0)
    expect(coverage({ alpha: 0.4, beta: 3 }, 1)).toBeCloseTo(0.4 / 3.4, 14)
    expect(coverage({ alpha: 1, beta: 1 }, 7)).toBeCloseTo(7 / 8, 14)
    const left = (k: number): number => 1 - coverage({ alpha: 0.4, beta: 3 }, k)
    expect(Math.log(left(2e6) / left(1e6)) / Math.log(2)).toBeCloseTo(-0.4, 5)
  })

  test('of known probabilities is the mean over tasks, ends included', () => {
    expect(coverageOf(Float64Array.of(0, 0.5, 1), 3)).toBeCloseTo((0 + 0.875 + 1) / 3, 15)
    expect(coverageOf(Float64Array.of(0, 0.5, 1), 0)).toBe(0)
    expect(coverageOf(Float64Array.of(1e-12), 1000)).toBeCloseTo(1e-9, 18)
  })
})

describe('draws', () => {
  test.each([
    [0.3, 2],
    [4, 0.7],
    [1, 1],
    [12, 30],
    [0.02, 0.05],
  ])('of Beta(%d, %d) have its distribution function', (alpha, beta) => {
    const n = 20_000
    const { probabilities } = plantedAttempts(
      { alpha, beta },
      { tasks: n, attempts: 1, stream: stream('beta', alpha, beta) },
    )
    for (const x of [1e-8, 0.01, 0.1, 0.3, 0.5, 0.9, 0.999]) {
      const wanted = incompleteBeta(x, alpha, beta)
      const share = mean(probabilities.map((p) => (p <= x ? 1 : 0)))
      // The last term is for shares so small that they are Poisson.
      const bound = 4 * Math.sqrt((wanted * (1 - wanted)) / n) + 4 / n
      expect(Math.abs(share - wanted), `x = ${x}`).toBeLessThan(bound)
    }
  })

  test('solve the share of tasks that the closed form says, at every k', () => {
    const rates = { alpha: 0.4, beta: 2.5 }
    const [tasks, attempts] = [50, 32]
    const drawn = Array.from({ length: 800 }, (_, key) =>
      plantedAttempts(rates, { tasks, attempts, stream: stream('solve', key) }),
    )
    for (const k of [1, 4, 32]) {
      const solved = drawn.map(({ outcomes }) =>
        mean(
          Array.from({ length: tasks }, (_, j) =>
            outcomes.subarray(j * attempts, j * attempts + k).includes(1) ? 1 : 0,
          ),
        ),
      )
      meanIs(solved, coverage(rates, k), `closed form at ${k}`)
      meanIs(
        drawn.map(({ probabilities }) => coverageOf(probabilities, k)),
        coverage(rates, k),
        `tasks at ${k}`,
      )
      meanIs(
        drawn.map(({ probabilities }, i) => solved[i]! - coverageOf(probabilities, k)),
        0,
        `given the tasks at ${k}`,
      )
    }
  })
})

test('what cannot be planted is refused with the reason', () => {
  expect(() => coverage({ alpha: 0, beta: 1 }, 3)).toThrow(/Beta\(0, 1\)/)
  expect(() => coverage({ alpha: 1, beta: Number.NaN }, 3)).toThrow(/above 0/)
  expect(() => coverage({ alpha: 1, beta: 1 }, -1)).toThrow(/-1 attempts/)
  expect(() => coverage({ alpha: 1, beta: 1 }, Number.POSITIVE_INFINITY)).toThrow(/finite/)
  expect(() => coverageOf(new Float64Array(0), 3)).toThrow(/no tasks/)
  expect(() => coverageOf(Float64Array.of(0.5), Number.NaN)).toThrow(/NaN attempts/)
  expect(() => coverageOf(Float64Array.of(0.5, 1.5), 2)).toThrow(/probability 1\.5/)
  const options = { tasks: 2, attempts: 2, stream: stream('x') }
  expect(() => plantedAttempts({ alpha: -1, beta: 1 }, options)).toThrow(/Beta\(-1, 1\)/)
  expect(() => plantedAttempts({ alpha: 1, beta: 1 }, { ...options, tasks: 0 })).toThrow(/at 0 tasks/)
  expect(() => plantedAttempts({ alpha: 1, beta: 1 }, { ...options, attempts: 1.5 })).toThrow(/1\.5 attempts/)
})
