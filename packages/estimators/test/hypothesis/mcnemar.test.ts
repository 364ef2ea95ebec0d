import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { discordantPairs, mcnemarAsymptotic, mcnemarExact, mcnemarMidP } from '../../src/hypothesis/mcnemar.ts'
import { reaches } from '../golden/agreement.ts'
import { hypothesis } from '../golden/hypothesis.ts'

test('exact, mid-p and asymptotic agree with R (and statsmodels), into the far tail', () => {
  reaches(hypothesis, 'mcnemarExact', 13)
  reaches(hypothesis, 'mcnemarMidP', 13)
  reaches(hypothesis, 'mcnemarAsymptotic', 14)
})

test('p in (0, 1], the same for exchanged conditions, and mid-p at most the exact p', () => {
  const count = fc.integer({ min: 0, max: 300 })
  fc.assert(
    fc.property(count, count, (onlyFirst, onlySecond) => {
      const [pairs, exchanged] = [
        { onlyFirst, onlySecond },
        { onlyFirst: onlySecond, onlySecond: onlyFirst },
      ]
      for (const p of [mcnemarExact(pairs), mcnemarMidP(pairs)]) {
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
      }
      expect(mcnemarMidP(pairs)).toBeLessThanOrEqual(mcnemarExact(pairs))
      expect(mcnemarExact(exchanged)).toBe(mcnemarExact(pairs))
      expect(mcnemarMidP(exchanged)).toBe(mcnemarMidP(pairs))
    }),
  )
})

test('under the null the exact test rejects at most 5 %, and mid-p nearer to it', () => {
  const [streams, worlds] = [streamsOf('mcnemar'), 2000]
  let [exact, mid] = [0, 0]
  for (let w = 0; w < worlds; w++) {
    const noise = streams('world', w)
    const first = Array.from({ length: 60 }, () => (noise.uniform() < 0.6 ? 1 : 0))
    const second = Array.from({ length: 60 }, () => (noise.uniform() < 0.6 ? 1 : 0))
    const pairs = discordantPairs(first, second)
    if (mcnemarExact(pairs) <= 0.05) exact++
    if (mcnemarMidP(pairs) <= 0.05) mid++
  }
  const error = Math.sqrt((0.05 * 0.95) / worlds)
  expect(exact / worlds).toBeLessThan(0.05 + 3 * error)
  expect(mid / worlds).toBeLessThan(0.05 + 3 * error)
  expect(mid).toBeGreaterThan(exact)
})

test('discordant pairs are counted by direction; other than 0 and 1, and unequal lengths, are refused', () => {
  expect(discordantPairs(Uint8Array.of(1, 1, 0, 0, 1), [1, 0, 1, 0, 0])).toEqual({ onlyFirst: 2, onlySecond: 1 })
  expect(discordantPairs([], [])).toEqual({ onlyFirst: 0, onlySecond: 0 })
  expect(() => discordantPairs([1, 0], [1])).toThrow('2 first outcomes came with 1')
  expect(() => discordantPairs([1, 0], [1, 0.5])).toThrow('an outcome of pair 1 is 0.5')
  expect(() => discordantPairs([Number.NaN], [1])).toThrow('pair 0 is NaN')
})

test('without discordant pairs: exact p 1, mid-p 1/2, no asymptotic statistic; counts must be whole', () => {
  const none = { onlyFirst: 0, onlySecond: 0 }
  expect(mcnemarExact(none)).toBe(1)
  expect(mcnemarMidP(none)).toBe(0.5)
  expect(() => mcnemarAsymptotic(none)).toThrow('no discordant pairs')
  expect(() => mcnemarExact({ onlyFirst: -1, onlySecond: 3 })).toThrow('-1 is no count')
  expect(() => mcnemarMidP({ onlyFirst: 2, onlySecond: 2.5 })).toThrow('2.5 is no count')
})
