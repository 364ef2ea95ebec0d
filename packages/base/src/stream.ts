import { fail } from './error.ts'
import { sha256 } from './hash.ts'

/**
 * A stream of random numbers that depends on its key alone: (experiment, purpose, index). Order of use, threads and
 * cores do not matter. The generator is xoshiro128** (Blackman and Vigna, 2018), its 128-bit state the first half of
 * the SHA-256 of the key.
 */
export type Stream = {
  /** A double in [0, 1) with 53 random bits. */
  uniform(): number
  /** An integer in [0, n), unbiased (by rejection). n must be in [1, 2^32). */
  integer(n: number): number
  /** A standard normal deviate (Marsaglia's polar method). */
  normal(): number
  /** Shuffle in place (Fisher-Yates) and return the same array. */
  shuffle<T extends { length: number; [i: number]: unknown }>(items: T): T
  /** k distinct integers of [0, n), in random order. k must be in [0, n]. */
  sample(n: number, k: number): Int32Array
}

/** Makes streams for one experiment: `stream('libraries', 200, 3)`. */
export type StreamFactory = (purpose: string, ...index: (string | number)[]) => Stream

/** The stream factory of an experiment or data set. */
export function streamsOf(owner: string): StreamFactory {
  return (purpose, ...index) => stream([owner, purpose, ...index].join('\u0000'))
}

function stream(key: string): Stream {
  const seed = sha256(key)
  let [a, b, c, d] = [0, 8, 16, 24].map((at) => Number.parseInt(seed.slice(at, at + 8), 16) | 0) as [
    number,
    number,
    number,
    number,
  ]
  if ((a | b | c | d) === 0) a = 1
  let spare: number | null = null

  const next = (): number => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 11) | (d >>> 21)
    return result
  }
  const uniform = (): number => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992
  const integer = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > 4294967295)
      fail('LB_DOMAIN', `cannot draw an integer below ${n}; n must be in [1, 2^32)`)
    let x = next()
    // The limit is a multiple of n above 2^32 - n: only the few numbers beyond that are held against it.
    while (x >= 4294967296 - n && x >= 4294967296 - (4294967296 % n)) x = next()
    return x % n
  }
  const normal = (): number => {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    let u = 0
    let v = 0
    let s = 0
    do {
      u = 2 * uniform() - 1
      v = 2 * uniform() - 1
      s = u * u + v * v
    } while (s >= 1 || s === 0)
    const scale = Math.sqrt((-2 * Math.log(s)) / s)
    spare = v * scale
    return u * scale
  }
  const shuffle = <T extends { length: number; [i: number]: unknown }>(items: T): T => {
    for (let i = items.length - 1; i > 0; i--) {
      const j = integer(i + 1)
      const held = items[i]
      items[i] = items[j]
      items[j] = held
    }
    return items
  }
  const sample = (n: number, k: number): Int32Array => {
    if (!Number.isInteger(k) || k < 0 || k > n)
      fail('LB_DOMAIN', `cannot draw ${k} distinct integers below ${n}; their number must be an integer in [0, ${n}]`)
    const pool = Int32Array.from({ length: n }, (_, i) => i)
    for (let i = 0; i < k; i++) {
      const j = i + integer(n - i)
      const held = pool[i]!
      pool[i] = pool[j]!
      pool[j] = held
    }
    return pool.slice(0, k)
  }
  return { uniform, integer, normal, shuffle, sample }
}
