import { streamsOf } from '@lawbook/base'
import { lawById, predict } from '@lawbook/estimators'
// The exact expectation is the real one of the sweeps: a planted law must come out of it.
import { accuracyCurve } from '@lawbook/sweeps'
import { drawRanks, hillLaw, logLaw, noDecayLaw, powerLaw, type RankLaw, signalDetectionLaw } from '@lawbook/worlds'
import { describe, expect, test } from 'vitest'

const stream = streamsOf('worlds.laws.test')
const competitors = 400
const sizes = [1, 2, 10, 50, 200, 401]
const laws: RankLaw[] = [
  logLaw({ a: 0.834, b: 0.042, competitors }),
  logLaw({ a: 0.9, b: 0.12, competitors }),
  hillLaw({ kappa: 60, competitors }),
  powerLaw({ b: 0.15, competitors }),
  signalDetectionLaw({ mu: 2.5, tau: 1.2, competitors }),
  noDecayLaw({ right: 0.7, competitors }),
]

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe.each(laws)('$id', (law) => {
  test('sampled ranks give the exact curve within Monte-Carlo error', () => {
    const draws = 4000
    const ranks = drawRanks(
      law,
      Int32Array.from({ length: draws }, (_, i) => i),
      0,
      stream('independent', law.id),
    )
    const { right } = accuracyCurve(ranks, sizes, competitors + 1)
    sizes.forEach((size, k) => {
      // Accuracy of one request lies in [0, 1], so its variance is at most Acc (1 - Acc).
      const exact = law.accuracy(size)
      const error = Math.sqrt((exact * (1 - exact)) / draws)
      expect(Math.abs(right[k]! - exact), `N = ${size}`).toBeLessThanOrEqual(4 * error + 1e-9)
    })
  })

  test('clusters make ranks alike but leave the law as it is', () => {
    const clusters = Int32Array.from({ length: 6000 }, (_, i) => i >> 2)
    const ranks = drawRanks(law, clusters, 0.6, stream('clustered', law.id))
    const each = ranks.map((rank) => accuracyCurve([rank], [20], competitors + 1).right[0]!)
    const groups = Array.from({ length: 1500 }, (_, g) => mean(each.slice(4 * g, 4 * g + 4)))
    const centre = mean(each)
    const spread = (values: number[]): number => mean(values.map((value) => (value - centre) * (value - centre)))
    expect(Math.abs(centre - law.accuracy(20))).toBeLessThan(4 * Math.sqrt(spread(groups) / groups.length))
    // Independent requests give 1/4; requests alike give more.
    expect(spread(groups) / spread(each)).toBeGreaterThan(0.35)
  })
})

describe('exact identities', () => {
  test('log: the curve is the sum over ranks of b/r times the chance that none of r beaters is drawn', () => {
    const [a, b] = [0.834, 0.042]
    const law = logLaw({ a, b, competitors })
    const ranks = Array.from({ length: competitors + 1 }, (_, r) => ({
      beaten: r,
      ties: 0,
      matched: r,
      targetMatched: true,
    }))
    for (const size of sizes) {
      const each = ranks.map((rank) => accuracyCurve([rank], [size], competitors + 1).right[0]!)
      const never = law.accuracy(competitors + 1)
      const sum = each.slice(1).reduce((total, value, at) => total + (b / (at + 1)) * value, never)
      expect(law.accuracy(size)).toBeCloseTo(sum, 12)
    }
    for (const size of [10, 100, 400]) {
      expect(Math.abs(law.accuracy(size) - (a - b * Math.log(size - 0.5)))).toBeLessThan(b / (20 * size * size))
    }
  })

  test('log: ranks of Zipf-1 follow the harmonic law of the estimators, a = c + b H_M', () => {
    const b = 0.042
    const law = logLaw({ a: 0.834, b, competitors })
    const all = Array.from({ length: competitors }, (_, i) => 1 / (i + 1)).reduce((sum, term) => sum + term, 0)
    const theta = Float64Array.of(law.accuracy(competitors + 1) + b * all, b)
    const values = predict(lawById('harmonic'), Float64Array.from(sizes), theta)
    sizes.forEach((size, k) => {
      expect(Math.abs(law.accuracy(size) - values[k]!), `N = ${size}`).toBeLessThan(2e-15)
    })
  })

  test('power: one request in N is N^-b times Gamma(1 + b) for large N; b = 1 is the uniform p: 1/N', () => {
    expect(powerLaw({ b: 1, competitors }).accuracy(37)).toBeCloseTo(1 / 37, 12)
    const law = powerLaw({ b: 0.15, competitors })
    expect(Math.log(law.accuracy(200_000) / law.accuracy(100_000)) / Math.log(2)).toBeCloseTo(-0.15, 5)
  })

  test('signal detection: tau = 0 is a constant p; mu = 0, tau = 1 is a uniform p: 1/N', () => {
    expect(signalDetectionLaw({ mu: 0, tau: 0, competitors }).accuracy(5)).toBeCloseTo(1 / 16, 12)
    for (const size of [1, 2, 50, 401])
      expect(signalDetectionLaw({ mu: 0, tau: 1, competitors }).accuracy(size)).toBeCloseTo(1 / size, 12)
  })

  test('parameters outside the range are refused with the range', () => {
    expect(() => logLaw({ a: 0.99, b: 0.042, competitors })).toThrow(/a in \[0\.25.*0\.97/)
    expect(() => logLaw({ a: 0.5, b: 0.2, competitors })).toThrow(/cannot plant/)
    expect(() => hillLaw({ kappa: 0, competitors })).toThrow(/above 0/)
    expect(() => powerLaw({ b: -1, competitors })).toThrow(/above 0/)
    expect(() => signalDetectionLaw({ mu: 1, tau: -1, competitors })).toThrow(/at least 0/)
    expect(() => noDecayLaw({ right: 1.2, competitors })).toThrow(/\[0, 1\]/)
    expect(() => drawRanks(laws[0]!, new Int32Array(1), 2, stream('x'))).toThrow(/at most 1/)
  })
})
