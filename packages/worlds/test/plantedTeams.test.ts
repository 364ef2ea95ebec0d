import { streamsOf } from '@lawbook/base'
import { lawById, power } from '@lawbook/estimators'
import { describe, expect, test } from 'vitest'
import { nullLaw, plantedTeams, unequalPackages } from '../src/index.ts'
import { correlation, mean, meanIs } from './means.ts'

const stream = streamsOf('plantedTeams.test')
const sizes = Float64Array.of(1, 2, 5, 16)
const quiet = { levelSd: 0, exponentSd: 0, runSd: 0 }
const suites = unequalPackages(12, 4)

describe('the true speed-up', () => {
  const speedUp = (id: 'amdahl' | 'universal-scalability', ...parameters: number[]): number[] => [
    ...plantedTeams({
      law: lawById(id),
      parameters: Float64Array.from(parameters),
      sizes,
      suites,
      repetitions: 1,
      ...quiet,
      stream: stream('truth'),
    }).speedUp,
  ]

  test('is that of Amdahl: at most 1 / (1 - p), 3.57 for five workers that share nine tenths', () => {
    const law = speedUp('amdahl', 7, 0.9)
    sizes.forEach((n, k) => {
      expect(law[k]).toBeCloseTo(1 / (0.1 + 0.9 / n), 12)
    })
    expect(law[2]).toBeCloseTo(3.5714, 4)
  })

  test('is that of universal scalability', () => {
    const law = speedUp('universal-scalability', 3, 0.05, 0.01)
    sizes.forEach((n, k) => {
      expect(law[k]).toBeCloseTo(n / (1 + 0.05 * (n - 1) + 0.01 * n * (n - 1)), 12)
    })
  })
})

describe('a power of the size', () => {
  const plant = (exponent: number, noise: Partial<typeof quiet>, ...key: (string | number)[]) =>
    plantedTeams({
      law: power,
      parameters: Float64Array.of(2, -exponent),
      sizes,
      suites,
      repetitions: 3,
      ...quiet,
      ...noise,
      stream: stream('power', ...key),
    })

  test('is linear growth at 1 and super-linear above; without noise every run is on the law', () => {
    plant(1, {}).speedUp.forEach((value, k) => {
      expect(value).toBeCloseTo(sizes[k]!, 12)
    })
    const { throughput, speedUp } = plant(1.2, {})
    expect(throughput.length).toBe(4 * 12 * 3)
    expect(speedUp[3]!).toBeGreaterThan(16)
    throughput.forEach((value, row) => {
      expect(value).toBeCloseTo(2 * speedUp[Math.floor(row / 36)]!, 10)
    })
  })

  test('is the geometric mean of the speed-ups, and their arithmetic mean is above it', () => {
    const noise = { levelSd: 0.8, exponentSd: 0.2, runSd: 0.3 }
    const drawn = Array.from({ length: 1500 }, (_, key) => plant(0.7, noise, 'noisy', key))
    for (const k of [1, 2, 3]) {
      const logs = drawn.map(({ throughput }) =>
        mean(Array.from({ length: 36 }, (_, run) => Math.log(throughput[36 * k + run]! / throughput[run]!))),
      )
      meanIs(logs, Math.log(drawn[0]!.speedUp[k]!), `n = ${sizes[k]}`)
    }
    const ratio = mean(drawn.map(({ throughput }) => throughput[36 * 3]! / throughput[0]!))
    // E exp of the deviations: exponentSd ln 16 and two runs of runSd.
    const excess = (0.04 * Math.log(16) * Math.log(16) + 2 * 0.09) / 2
    expect(Math.abs(ratio / drawn[0]!.speedUp[3]! / Math.exp(excess) - 1)).toBeLessThan(0.15)
  })

  test('has variances that are set: of a suite, of its exponent, of a run', () => {
    const noise = { levelSd: 0.8, exponentSd: 0.2, runSd: 0.3 }
    const drawn = Array.from({ length: 3000 }, (_, key) => plant(1, noise, 'variance', key).throughput)
    const deviation = (row: number): number[] =>
      drawn.map((throughput) => Math.log(throughput[row]! / (2 * sizes[Math.floor(row / 36)]!)))
    const products = (a: number, b: number): number[] => {
      const other = deviation(b)
      return deviation(a).map((value, i) => value * other[i]!)
    }
    const square = (value: number): number => value * value
    meanIs(products(0, 0), 0.64 + 0.09, 'one run alone')
    meanIs(products(0, 1), 0.64, 'two runs of a task')
    meanIs(products(0, 3), 0.64, 'two tasks of a suite')
    meanIs(products(0, 35), 0, 'two suites')
    meanIs(products(108, 111), 0.64 + 0.04 * square(Math.log(16)), 'two tasks of a suite at 16')
    expect(suites[1]).toBe(suites[0])
    expect(suites[11]).not.toBe(suites[0])
  })

  test('with a spread of exponents has speed-ups that are alike within suites, and else not', () => {
    const gains = (exponentSd: number): number[][] =>
      Array.from({ length: 2000 }, (_, key) => {
        const { throughput } = plant(1, { levelSd: 1, exponentSd, runSd: 0.5 }, 'alike', exponentSd, key)
        return [0, 3].map((run) => Math.log(throughput[108 + run]! / throughput[run]!))
      })
    const alike = (pairs: number[][]): number =>
      correlation(
        pairs.map(([first]) => first!),
        pairs.map(([, second]) => second!),
      )
    expect(Math.abs(alike(gains(0)))).toBeLessThan(0.09)
    const between = 0.09 * Math.log(16) * Math.log(16)
    expect(Math.abs(alike(gains(0.3)) - between / (between + 0.5))).toBeLessThan(0.09)
  })
})

test('the null has no speed-up', () => {
  const { speedUp, throughput } = plantedTeams({
    law: nullLaw(power),
    parameters: Float64Array.of(5),
    sizes,
    suites,
    repetitions: 2,
    ...quiet,
    stream: stream('null'),
  })
  expect([...speedUp]).toEqual([1, 1, 1, 1])
  expect(mean(throughput)).toBe(5)
})

test('what cannot be planted is refused with the reason', () => {
  const plant = (changes: Partial<Parameters<typeof plantedTeams>[0]>) => () =>
    plantedTeams({
      law: power,
      parameters: Float64Array.of(2, -1),
      sizes,
      suites,
      repetitions: 3,
      ...quiet,
      stream: stream('refused'),
      ...changes,
    })
  expect(plant({ runSd: -1 })).toThrow(/runSd = -1/)
  expect(plant({ levelSd: Number.NaN })).toThrow(/levelSd = NaN/)
  expect(plant({ exponentSd: -1 })).toThrow(/exponentSd/)
  expect(plant({ repetitions: 1.5 })).toThrow(/1\.5 times/)
  expect(plant({ suites: new Int32Array(0) })).toThrow(/at least one/)
  expect(plant({ sizes: Float64Array.of(1, 0) })).toThrow(/N = 0/)
  expect(plant({ parameters: Float64Array.of(-2, -1) })).toThrow(/throughput of -2 at n = 1/)
  const inputs = [power.inputs[0]!, power.inputs[0]!]
  expect(plant({ law: { ...power, inputs } })).toThrow(/2 inputs/)
})
