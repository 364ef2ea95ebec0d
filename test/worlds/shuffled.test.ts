import { streamsOf } from '@lawbook/base'
import { hill, lawById } from '@lawbook/estimators'
import { accuracyCurve } from '@lawbook/sweeps'
import { drawRanks, logLaw, plantedCurve, plantedTrials, shuffledRanks, shuffledSizes } from '@lawbook/worlds'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlation, mean, meanIs } from '../../packages/worlds/test/means.ts'

const stream = streamsOf('shuffled.test')

describe('shuffled sizes', () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 6)
  const parameters = Float64Array.of(0.9, 0.2)
  const curve = plantedCurve({ law: lawById('log'), parameters, x, sd: 0.01, stream: stream('curve') })

  test('are the same sizes in another order, beside the same y', () => {
    fc.assert(
      fc.property(fc.integer(), (draw) => {
        const null_ = shuffledSizes(curve, stream('same', draw))
        expect(null_.x.slice().sort()).toEqual(x)
        expect(null_.y).toBe(curve.y)
        expect(null_.means).toBe(curve.means)
      }),
    )
  })

  test('leave no correlation on average, where the curve has nearly -1', () => {
    const logs = (values: Float64Array): Float64Array => values.map((value) => Math.log(value))
    expect(correlation(logs(x), curve.y)).toBeLessThan(-0.98)
    const shuffled = Array.from({ length: 3000 }, (_, draw) => shuffledSizes(curve, stream('none', draw)))
    meanIs(
      shuffled.map((each) => correlation(logs(each.x), each.y)),
      0,
    )
    for (const i of [0, 5])
      meanIs(
        shuffled.map((each) => each.x[i]!),
        mean(x),
      )
  })

  test('keep rows of several inputs together, and the counts of clusters', () => {
    const rows = { x: Float64Array.of(1, 10, 2, 20, 3, 30), y: new Float64Array(3), means: new Float64Array(3) }
    for (let draw = 0; draw < 10; draw++) {
      const dealt = shuffledSizes(rows, stream('rows', draw)).x
      for (const i of [0, 2, 4]) expect(dealt[i + 1]).toBe(10 * dealt[i]!)
      expect([dealt[0]!, dealt[2]!, dealt[4]!].sort()).toEqual([1, 2, 3])
    }
    const trials = plantedTrials({
      law: hill,
      parameters: Float64Array.of(3, 1),
      x,
      clusters: Int32Array.of(0, 0, 1),
      rho: 0.3,
      stream: stream('trials'),
    })
    expect(shuffledSizes(trials, stream('trials', 2)).successes).toBe(trials.successes)
  })
})

describe('shuffled ranks', () => {
  const competitors = 200
  const law = logLaw({ a: 0.9, b: 0.12, competitors })
  const clusters = Int32Array.from({ length: 2000 }, (_, i) => i >> 1)
  const ranks = drawRanks(law, clusters, 0.8, stream('ranks'))

  test('are the same ranks, so the exact curve stays, and no request keeps its own', () => {
    const marked = ranks.map((rank) => ({ ...rank }))
    const dealt = shuffledRanks(marked, stream('dealt'))
    expect(new Set(dealt)).toEqual(new Set(marked))
    expect(dealt.some((rank, i) => rank === marked[i])).toBe(false)
    const sizes = [2, 10, 100]
    const [before, after] = [ranks, dealt].map((each) => accuracyCurve(each, sizes, competitors + 1).right)
    sizes.forEach((_, k) => {
      expect(after![k]).toBeCloseTo(before![k]!, 12)
    })
  })

  test('owe nothing to their cluster any more', () => {
    const alike = (each: readonly { beaten: number }[]): number => {
      const scores = each.map(({ beaten }) => Math.log1p(beaten))
      return correlation(
        scores.filter((_, i) => i % 2 === 0),
        scores.filter((_, i) => i % 2 === 1),
      )
    }
    expect(alike(ranks)).toBeGreaterThan(0.4)
    // The standard error of a correlation of 1000 pairs is 0.032.
    expect(Math.abs(alike(shuffledRanks(ranks, stream('alike'))))).toBeLessThan(0.13)
  })

  test('go to each other request equally often', () => {
    const few = ranks.slice(0, 4).map((rank, i) => ({ ...rank, matched: i }))
    const counts = new Map<string, number>()
    for (let draw = 0; draw < 6000; draw++) {
      const order = shuffledRanks(few, stream('even', draw))
        .map(({ matched }) => matched)
        .join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    // 3! = 6 cyclic permutations of 4; standard deviation sqrt(6000 5/36) = 29.
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(116)
  })

  test('need another request to take a rank from', () => {
    expect(() => shuffledRanks(ranks.slice(0, 1), stream('one'))).toThrow(/at least two/)
  })
})
