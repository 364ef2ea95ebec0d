import { clopperPearson, studentInterval, wilson } from '@lawbook/estimators'
import { describe, expect, it } from 'vitest'
import { shareOf } from '../../src/ask/share.ts'

describe('the share of rows', () => {
  it('has an exact interval where each row stands alone', () => {
    const { value, low, high, n } = shareOf([1, 0, 1, 1], ['a', 'b', 'c', 'd'])
    expect({ value, n }).toEqual({ value: 0.75, n: 4 })
    const [lo, hi] = clopperPearson(3, 4, 0.9)
    expect(low).toBeCloseTo(lo, 9)
    expect(high).toBeCloseTo(hi, 9)
  })

  it('has Wilson’s interval where a tie made a value fractional', () => {
    const [lo, hi] = wilson(1.5, 2, 0.9)
    expect(shareOf([1, 0.5], ['a', 'b'])).toMatchObject({
      low: expect.closeTo(lo, 9),
      high: expect.closeTo(hi, 9),
    })
  })

  it('is clustered where a cluster has several rows', () => {
    // Means without a, b, c: 1/4, 2/4, 3/4 around 1/2, so se^2 = 2/3 · (1/16 + 0 + 1/16) = 1/12; three equal clusters.
    const share = shareOf([1, 1, 1, 0, 0, 0], ['a', 'a', 'b', 'b', 'c', 'c'])
    const [lo, hi] = studentInterval({ value: 0.5, se: Math.sqrt(1 / 12), df: 2, tail: 0.05 })
    expect(share).toMatchObject({ value: 0.5, n: 6, low: Math.max(0, lo), high: Math.min(1, hi) })
    const narrow = shareOf([1, 0, 1, 0, 1, 0, 1, 1], ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'])
    expect(narrow.low).toBeGreaterThan(0)
    expect(narrow.high).toBeLessThan(1)
  })

  it('is never certain where all rows are alike: it counts clusters, not rows', () => {
    const all = shareOf([1, 1, 1, 1], ['a', 'a', 'b', 'b'])
    expect(all).toMatchObject({ value: 1, high: 1, low: expect.closeTo(clopperPearson(2, 2, 0.9)[0], 9) })
    const one = shareOf(Array(50).fill(1), Array(50).fill('a'))
    expect(one.low).toBeCloseTo(clopperPearson(1, 1, 0.9)[0], 9)
  })

  it('says that nothing is known without rows', () => {
    expect(shareOf([], [])).toEqual({ value: 0, low: 0, high: 1, n: 0 })
  })

  it('does not depend on the order of rows, and stays in [0, 1] with very unequal clusters', () => {
    const values = [1, 0, 0.5, 1, 1 / 3, 0, 1]
    const clusters = ['b', 'a', 'b', 'c', 'a', 'd', 'd']
    const reversed = shareOf([...values].reverse(), [...clusters].reverse())
    expect(reversed).toEqual(shareOf(values, clusters))
    const unequal = shareOf([...Array(99).fill(0), 1], [...Array(99).fill('a'), 'b'])
    expect(unequal.low).toBeGreaterThanOrEqual(0)
    expect(unequal.high).toBeLessThanOrEqual(1)
  })
})
