import { studentInterval } from '@lawbook/estimators'
import { describe, expect, it } from 'vitest'
import { pairedGain } from '../../src/ask/paired.ts'

const skills = (count: number, each: number): string[] =>
  Array.from({ length: count * each }, (_, i) => `s${Math.floor(i / each)}`)

describe('the paired gain', () => {
  it('is the mean change, with the exact sign-flip p over skills', () => {
    // Totals of the three skills: 2, 1, 1. Of the 8 flips two (all kept, all turned) are as far out as 4: p = 1/4.
    const { gain, p } = pairedGain([0, 0, 0, 1, 0, 0], [1, 1, 1, 1, 0, 1], skills(3, 2))
    expect(gain.value).toBeCloseTo(4 / 6, 9)
    expect(gain.n).toBe(6)
    expect(p).toBe(0.25)
    // Means without each skill: 2/4, 3/4, 3/4 around 2/3.
    const se = Math.sqrt((2 / 3) * (1 / 36 + 2 / 144))
    const [lo, hi] = studentInterval({ value: 2 / 3, se, df: 2, tail: 0.05 })
    expect(gain).toMatchObject({ low: expect.closeTo(Math.max(-1, lo), 9), high: expect.closeTo(Math.min(1, hi), 9) })
  })

  it('takes the requests of a skill together: one skill that gains forty times proves little', () => {
    const clusters = [...Array(40).fill('a'), 'b', 'c']
    const { p } = pairedGain(Array(42).fill(0), [...Array(40).fill(1), 0, 1], clusters)
    expect(p).toBeGreaterThanOrEqual(0.25)
    const spread = pairedGain(Array(20).fill(0), Array(20).fill(1), skills(20, 1))
    expect(spread.p).toBeLessThan(0.01)
  })

  it('has the same p however many requests did not change', () => {
    const clusters = [...skills(5, 1), ...Array.from({ length: 300 }, (_, i) => `same ${i}`)]
    const { p } = pairedGain(
      Array(305).fill(0),
      clusters.map((name) => (name.startsWith('same') ? 0 : 0.5)),
      clusters,
    )
    expect(p).toBe(2 / 32)
    const single = pairedGain([0, 1, 1], [1, 1, 1], skills(3, 1))
    expect(single.p).toBe(1)
  })

  it('has no certainty where nothing changed, or all by the same', () => {
    const same = pairedGain([1, 0, 1, 0], [1, 0, 1, 0], skills(4, 1))
    expect(same.p).toBe(1)
    expect(same.gain).toMatchObject({ value: 0, low: expect.any(Number), high: expect.any(Number) })
    expect(same.gain.high).toBeGreaterThan(0.3)
    expect(same.gain.low).toBe(-same.gain.high)
    const all = pairedGain([1, 1, 1], [0.5, 0.5, 0.5], skills(3, 1))
    expect(all.gain.value).toBe(-0.5)
    expect(all.gain.low).toBe(-0.5)
    expect(all.gain.high).toBeGreaterThan(-0.25)
  })

  it('proves nothing with one skill, or without requests', () => {
    expect(pairedGain([0, 0], [1, 1], ['a', 'a'])).toEqual({ gain: { value: 1, low: -1, high: 1, n: 2 }, p: 1 })
    expect(pairedGain([], [], [])).toEqual({ gain: { value: 0, low: -1, high: 1, n: 0 }, p: 1 })
  })

  it('does not depend on the order of requests and turns its sign with the arms', () => {
    const before = [0, 0.25, 1, 0, 0.5, 0]
    const after = [1, 0.25, 0, 1, 1, 0]
    const clusters = ['c', 'a', 'b', 'a', 'c', 'd']
    const once = pairedGain(before, after, clusters)
    expect(pairedGain([...before].reverse(), [...after].reverse(), [...clusters].reverse())).toEqual(once)
    const back = pairedGain(after, before, clusters)
    expect(back.gain.value).toBe(-once.gain.value)
    expect(back.gain.low).toBeCloseTo(-once.gain.high, 9)
    expect(back.p).toBe(once.p)
  })
})
