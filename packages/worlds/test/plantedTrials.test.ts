import { streamsOf } from '@lawbook/base'
import { hill, lawById } from '@lawbook/estimators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nullLaw, plantedTrials, unequalPackages } from '../src/index.ts'
import { mean, meanIs } from './means.ts'

const stream = streamsOf('plantedTrials.test')
const x = Float64Array.of(5, 50, 500)
const clusters = unequalPackages(60, 8)
const world = { law: hill, parameters: Float64Array.of(60, 0.7), x, clusters }

test.each([0, 0.5, 1])('the share of successes has the law as its mean when rho = %d', (rho) => {
  const drawn = Array.from({ length: 1500 }, (_, draw) =>
    plantedTrials({ ...world, rho, stream: stream('mean', rho, draw) }),
  )
  for (const k of x.keys()) {
    meanIs(
      drawn.map(({ y }) => y[k]!),
      drawn[0]!.means[k]!,
      `y at ${x[k]}`,
    )
    // Each cluster by itself follows the law, too.
    meanIs(
      drawn.map(({ successes, trials }) => successes[k * 8 + 3]! / trials[3]!),
      drawn[0]!.means[k]!,
      `cluster 3 at ${x[k]}`,
    )
  }
})

test('counts of clusters add up to the points and are of unequal size', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (draw, rho) => {
      const { y, trials, successes } = plantedTrials({ ...world, rho, stream: stream('counts', draw) })
      expect(trials.reduce((sum, size) => sum + size, 0)).toBe(60)
      for (const k of x.keys()) {
        const row = successes.subarray(k * 8, (k + 1) * 8)
        expect(y[k]).toBe(row.reduce((sum, right) => sum + right, 0) / 60)
        row.forEach((right, g) => {
          expect(right).toBeLessThanOrEqual(trials[g]!)
        })
      }
      expect(trials[0]).toBeGreaterThan(3 * trials[7]!)
    }),
    { numRuns: 30 },
  )
})

test('two trials of a cluster are right together with the chance of a Gaussian copula (Sheppard 1899)', () => {
  const rho = 0.6
  // Median thresholds: P(both) = 1/4 + arcsin(rho) / (2 pi), at one point and across points; 1/4 between clusters.
  const pairs = Int32Array.from([0, 0, 1])
  const drawn = Array.from({ length: 20_000 }, (_, draw) =>
    plantedTrials({
      law: nullLaw(hill),
      parameters: Float64Array.of(0.5),
      x: Float64Array.of(5, 50),
      clusters: pairs,
      rho,
      stream: stream('pairs', draw),
    }),
  )
  const together = 0.25 + Math.asin(rho) / (2 * Math.PI)
  meanIs(
    drawn.map(({ successes }) => (successes[0] === 2 ? 1 : 0)),
    together,
    'one point',
  )
  // The four products of a trial at one point with a trial of its cluster at the other.
  meanIs(
    drawn.map(({ successes }) => (successes[0]! * successes[2]!) / 4),
    together,
    'two points',
  )
  meanIs(
    drawn.map(({ successes }) => (successes[0]! * successes[1]!) / 2),
    0.25,
    'two clusters',
  )
})

test('with rho = 1 a cluster is right as a whole, and at no larger size where it was wrong at a smaller one', () => {
  for (let draw = 0; draw < 50; draw++) {
    const { successes, trials } = plantedTrials({ ...world, rho: 1, stream: stream('whole', draw) })
    for (const g of trials.keys()) {
      const shares = Array.from(x.keys(), (k) => successes[k * 8 + g]! / trials[g]!)
      expect(shares.every((share) => share === 0 || share === 1)).toBe(true)
      expect(shares[0]! >= shares[1]! && shares[1]! >= shares[2]!).toBe(true)
    }
  }
})

test('a law at 0 and 1 fails and succeeds always', () => {
  for (const level of [0, 1]) {
    const parameters = Float64Array.of(level)
    const { y } = plantedTrials({ ...world, law: nullLaw(hill), parameters, rho: 0.5, stream: stream('ends') })
    expect(mean(y)).toBe(level)
  }
})

test('what cannot be planted is refused with the reason', () => {
  const plant = (changes: Partial<Parameters<typeof plantedTrials>[0]>) => () =>
    plantedTrials({ ...world, rho: 0.2, stream: stream('refused'), ...changes })
  expect(plant({ rho: 1.1 })).toThrow(/by 1\.1/)
  expect(plant({ rho: Number.NaN })).toThrow(/\[0, 1\]/)
  expect(plant({ clusters: new Int32Array(0) })).toThrow(/at least one/)
  expect(plant({ clusters: Int32Array.of(0, -1) })).toThrow(/cluster -1/)
  expect(plant({ law: lawById('log'), parameters: Float64Array.of(1.5, 0.1) })).toThrow(/probability 1\.3.*point 0/)
})
