import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pipelineTruth, plantedPipelines, stepsByRescue, stepsByResidual, unequalPackages } from '../src/index.ts'
import { mean, meanIs } from './means.ts'

const stream = streamsOf('plantedPipelines.test')

describe('two steps', () => {
  test('have the residual and the rescue ratio that are asked for', () => {
    expect(stepsByResidual(0.8, 0.5, 0)).toEqual({ first: 0.8, second: 0.5, both: 0.4 })
    expect(stepsByResidual(0.8, 0.5, 0.05).both).toBeCloseTo(0.45, 15)
    expect(stepsByRescue(0.8, 0.25, 4).both).toBe(0.8)
    expect(() => stepsByRescue(0.8, 0.26, 4)).toThrow(/\[0, P\(A\) = 0\.8\]/)
  })

  test('may both be right with any chance up to that of A, and no other', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(share, share, share, (first, second, after) => {
        const both = first * after
        expect(stepsByResidual(first, second, both - first * second).both).toBeCloseTo(both, 14)
        expect(stepsByRescue(first, second, after / second).both).toBeCloseTo(both, 14)
        expect(() => stepsByResidual(first, second, first * (1 - second) + 1e-6)).toThrow(/both right/)
        expect(() => stepsByResidual(first, second, -first * second - 1e-6)).toThrow(/both right/)
      }),
    )
  })
})

describe('draws', () => {
  const pairs = [stepsByResidual(0.8, 0.5, 0.05), stepsByRescue(0.3, 0.2, 3.5), stepsByResidual(0.6, 0.6, -0.1)]

  test.each([0, 0.6])('follow the law of every pair when rho = %d', (rho) => {
    const clusters = Int32Array.of(0, 0, 1)
    const drawn = Array.from({ length: 3000 }, (_, key) =>
      plantedPipelines(pairs, { clusters, runs: 4, rho, stream: stream('joint', rho, key) }),
    )
    for (const [i, pair] of pairs.entries())
      for (const part of ['first', 'second', 'both'] as const)
        meanIs(
          drawn.map((each) => each[part][i]! / 4),
          pair[part],
          `${part} of pair ${i}`,
        )
  })

  test('make B alone and after A alike in a cluster and A independent of it, or all pairs of a cluster equal', () => {
    const same = Array.from({ length: 20 }, () => stepsByResidual(0.5, 0.5, 0))
    const clusters = unequalPackages(20, 3)
    const drawn = Array.from({ length: 3000 }, (_, key) =>
      plantedPipelines(same, { clusters, runs: 2, rho: 1, stream: stream('whole', key) }),
    )
    for (const { first, second, both } of drawn.slice(0, 20))
      for (const i of clusters.keys()) {
        const leader = clusters.indexOf(clusters[i]!)
        expect([first[i], second[i], both[i]]).toEqual([first[leader], second[leader], both[leader]])
        expect(both[i]).toBe((first[i]! * second[i]!) / 2)
      }
    meanIs(
      drawn.map(({ first, second }) => (first[0]! * second[0]!) / 4),
      0.25,
    )
  })

  test('keep to their ends: a step that is never or always right', () => {
    const ends = [stepsByResidual(0, 1, 0), stepsByResidual(1, 0, 1)]
    const options = { clusters: Int32Array.of(0, 0), runs: 50, rho: 0.5, stream: stream('ends') }
    expect(plantedPipelines(ends, options)).toEqual({
      first: Int32Array.of(0, 50),
      second: Int32Array.of(50, 0),
      both: Int32Array.of(0, 50),
    })
  })
})

describe('the truth', () => {
  test('of independent steps has no residual and a rescue ratio of 1; pooling adds the covariance over pairs', () => {
    const truth = pipelineTruth([stepsByResidual(0.9, 0.8, 0), stepsByResidual(0.5, 0.2, 0)])
    expect(truth.residual).toBe(0)
    expect(truth.rescue).toBeCloseTo(1, 15)
    // Covariance of (0.9, 0.5) and (0.8, 0.2): 0.2 times 0.3.
    expect(truth.pooledResidual).toBeCloseTo(0.06, 15)
  })

  test('is what the counts of many runs give', () => {
    const pairs = [stepsByRescue(0.5, 0.2, 3.8), stepsByResidual(0.8, 0.7, 0.1), stepsByResidual(0.4, 0.9, -0.02)]
    const truth = pipelineTruth(pairs)
    const runs = 20_000
    const clusters = Int32Array.of(0, 1, 2)
    const { first, second, both } = plantedPipelines(pairs, { clusters, runs, rho: 0, stream: stream('truth') })
    const [a, b, ab] = [first, second, both].map((counts) => Array.from(counts, (count) => count / runs)) as [
      number[],
      number[],
      number[],
    ]
    const products = a.map((share, i) => share * b[i]!)
    // Standard errors of a share are at most 0.0036; of the means of three about 0.002.
    expect(Math.abs(mean(ab.map((share, i) => share - products[i]!)) - truth.residual)).toBeLessThan(0.008)
    expect(Math.abs(mean(ab) - mean(a) * mean(b) - truth.pooledResidual)).toBeLessThan(0.008)
    expect(Math.abs(mean(ab) / mean(products) - truth.rescue!)).toBeLessThan(0.03)
  })

  test('has no rescue ratio where independent steps would never both be right', () => {
    expect(pipelineTruth([stepsByResidual(0, 0.5, 0)]).rescue).toBeNull()
    expect(() => pipelineTruth([])).toThrow(/at least one/)
  })
})

test('what cannot be planted is refused with the reason', () => {
  expect(() => stepsByResidual(1.2, 0.5, 0)).toThrow(/1\.2 and 0\.5/)
  expect(() => stepsByResidual(0.5, Number.NaN, 0)).toThrow(/in \[0, 1\]/)
  expect(() => stepsByResidual(0.5, 0.5, Number.NaN)).toThrow(/NaN/)
  const pairs = [stepsByResidual(0.5, 0.5, 0)]
  const options = { clusters: Int32Array.of(0), runs: 3, rho: 0.1, stream: stream('x') }
  expect(() => plantedPipelines(pairs, { ...options, clusters: Int32Array.of(0, 1) })).toThrow(/1 pairs.*2 clusters/)
  expect(() => plantedPipelines(pairs, { ...options, runs: 0 })).toThrow(/0 times/)
  expect(() => plantedPipelines(pairs, { ...options, rho: -0.1 })).toThrow(/\[0, 1\]/)
})
