import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Stream, streamsOf } from '../src/index.ts'

const stream = streamsOf('stream-test')
const take = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw)
const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length
/** Pearson's chi-square of counts against equal expectation. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = mean(counts)
  return counts.reduce((sum, n) => sum + ((n - expected) * (n - expected)) / expected, 0)
}

/** xoshiro128** as its authors give it (prng.di.unimi.it), in exact integers. */
function reference(key: string): () => bigint {
  const mask = 0xffffffffn
  const rotl = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & mask
  const digest = createHash('sha256').update(key).digest()
  const s = [0, 4, 8, 12].map((at) => BigInt(digest.readUInt32BE(at)))
  return () => {
    const result = (rotl((s[1]! * 5n) & mask, 7n) * 9n) & mask
    const t = (s[1]! << 9n) & mask
    s[2]! ^= s[0]!
    s[3]! ^= s[1]!
    s[1]! ^= s[2]!
    s[0]! ^= s[3]!
    s[2]! ^= t
    s[3] = rotl(s[3]!, 11n)
    return result
  }
}

describe('a stream', () => {
  it('is xoshiro128** seeded by the SHA-256 of its key', () => {
    const next = reference(['stream-test', 'golden', 7].join('\u0000'))
    const own = stream('golden', 7)
    for (let i = 0; i < 1000; i++) {
      const exact = (next() >> 5n) * 67108864n + (next() >> 6n)
      expect(own.uniform()).toBe(Number(exact) / 9007199254740992)
    }
  })

  it('has the same first values for ever', () => {
    const s = stream('golden')
    expect(take(3, s.uniform)).toMatchInlineSnapshot(`
      [
        0.4702070935332271,
        0.6496324857779788,
        0.7087738023777963,
      ]
    `)
    expect(take(5, () => s.integer(1000))).toMatchInlineSnapshot(`
      [
        880,
        84,
        338,
        693,
        911,
      ]
    `)
    expect(take(2, s.normal).map((x) => Number(x.toPrecision(12)))).toMatchInlineSnapshot(`
      [
        -0.279828871035,
        -0.527379275155,
      ]
    `)
    expect([...s.shuffle([0, 1, 2, 3, 4, 5, 6])]).toMatchInlineSnapshot(`
      [
        0,
        1,
        4,
        5,
        2,
        6,
        3,
      ]
    `)
    expect([...s.sample(100, 5)]).toMatchInlineSnapshot(`
      [
        60,
        62,
        65,
        3,
        13,
      ]
    `)
  })

  it('depends on its key alone: owner, purpose and every index', () => {
    const first = (s: Stream): number => s.uniform()
    const keys = [
      streamsOf('a')('p', 1, 2),
      streamsOf('b')('p', 1, 2),
      streamsOf('a')('q', 1, 2),
      streamsOf('a')('p', 2, 1),
      streamsOf('a')('p', 12),
      streamsOf('a')('p1', 2),
      streamsOf('a')('p'),
    ]
    expect(new Set(keys.map(first)).size).toBe(keys.length)
    expect(streamsOf('a')('p', 1, 2).uniform()).toBe(streamsOf('a')('p', 1, 2).uniform())
  })

  it('does not depend on the order in which streams are made or used', () => {
    const alone = take(5, stream('order', 1).uniform)
    const [one, two] = [stream('order', 1), stream('order', 2)]
    const interleaved = take(5, () => {
      two.normal()
      return one.uniform()
    })
    expect(interleaved).toEqual(alone)
  })

  it('has uncorrelated neighbours', () => {
    const pairs = Array.from({ length: 20_000 }, (_, i) => [
      stream('pair', i).uniform(),
      stream('pair', i + 1).uniform(),
    ])
    const covariance = mean(pairs.map(([a, b]) => (a! - 0.5) * (b! - 0.5)))
    expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(20_000))
  })
})

describe('uniform', () => {
  it('is in [0, 1), with mean 1/2, variance 1/12 and even deciles', () => {
    const xs = take(100_000, stream('uniform').uniform)
    expect(xs.every((x) => x >= 0 && x < 1)).toBe(true)
    expect(mean(xs)).toBeCloseTo(0.5, 2)
    expect(mean(xs.map((x) => (x - 0.5) * (x - 0.5)))).toBeCloseTo(1 / 12, 3)
    const deciles = Array.from({ length: 10 }, (_, k) => xs.filter((x) => Math.floor(x * 10) === k).length)
    expect(chiSquare(deciles)).toBeLessThan(27.9) // 99.9 % of chi-square with 9 degrees of freedom
  })
})

describe('normal', () => {
  it('has the moments and tails of a standard normal', () => {
    const xs = take(100_000, stream('normal').normal)
    const moment = (k: number): number =>
      mean(xs.map((x) => Array.from({ length: k }, () => x).reduce((a, b) => a * b, 1)))
    expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(100_000))
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / 100_000))
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / 100_000))
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / 100_000))
    expect(xs.filter((x) => x > 1.959964).length / xs.length).toBeCloseTo(0.025, 2)
  })
})

describe('integer', () => {
  it('is even over [0, n), also where n is no power of two', () => {
    const counts = new Array<number>(37).fill(0)
    const s = stream('integer')
    for (let i = 0; i < 100_000; i++) counts[s.integer(37)]!++
    expect(chiSquare(counts)).toBeLessThan(67.99) // 99.9 % of chi-square with 36 degrees of freedom
  })

  it('is unbiased where a plain remainder would not be', () => {
    // 3/4 of 2^32: without rejection the lower third would come up in half of all draws.
    const n = 3 * 1073741824
    const s = stream('large')
    const low = take(40_000, () => s.integer(n)).filter((x) => x < n / 3).length
    expect(Math.abs(low / 40_000 - 1 / 3)).toBeLessThan(0.01)
  })

  it.each([0, -1, 1.5, 4294967296, Number.NaN])('refuses n = %s', (n) =>
    expect(() => stream('bad').integer(n)).toThrow(
      expect.objectContaining({
        code: 'LB_DOMAIN',
        message: `cannot draw an integer below ${n}; n must be in [1, 2^32)`,
      }),
    ),
  )
})

describe('shuffle', () => {
  it('permutes in place, every order of three equally often', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 12_000; i++) {
      const items = ['a', 'b', 'c']
      expect(stream('shuffle', i).shuffle(items)).toBe(items)
      counts.set(items.join(''), (counts.get(items.join('')) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    expect(chiSquare([...counts.values()])).toBeLessThan(20.5) // 99.9 % of chi-square with 5 degrees of freedom
  })
})

describe('sample', () => {
  it('draws k distinct integers of [0, n)', () => {
    const sizes = fc.integer({ min: 0, max: 60 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })))
    fc.assert(
      fc.property(sizes, fc.integer(), ([n, k], seed) => {
        const drawn = [...stream('sample', seed).sample(n, k)]
        expect(drawn).toHaveLength(k)
        expect(new Set(drawn).size).toBe(k)
        expect(drawn.every((x) => x >= 0 && x < n)).toBe(true)
      }),
    )
  })

  it('draws every pair equally often', () => {
    const counts = new Array<number>(25).fill(0)
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = stream('pairs', i).sample(5, 2)
      counts[5 * a! + b!]!++
    }
    expect(chiSquare(counts.filter((_, i) => i % 6 !== 0))).toBeLessThan(43.8) // 99.9 %, 19 degrees of freedom
  })

  it.each([4, -1, 1.5, Number.NaN])('refuses k = %s of 3', (k) =>
    expect(() => stream('bad').sample(3, k)).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' })),
  )
})
