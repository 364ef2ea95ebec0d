import { streamsOf } from '@lawbook/base'
import type { Interval } from '@lawbook/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type Outcome } from '../src/decide.ts'
import { type Expected, expected } from '../src/expected.ts'
import { claimOf, kinds } from './sample.ts'

const value: Expected = {
  allowed: { lo: 2, hi: 4 },
  direction: { lo: 0, hi: null },
  halfWidth: 0.5,
  unit: 'points',
  neutral: 0,
}
const order: Record<Outcome, number> = { undecided: 0, direction: 1, agrees: 2, denies: 2 }

describe('decide', () => {
  it.each<[string, Interval, Interval, Outcome, Outcome]>([
    ['inside', [2.5, 3.5], [2.1, 3.9], 'agrees', 'direction'],
    ['inner interval inside, outer not', [2, 4], [1, 5], 'agrees', 'direction'],
    ['right side, size open', [1.5, 4.5], [1, 5], 'direction', 'direction'],
    ['right side, size wrong', [5, 6], [4.5, 7], 'denies', 'direction'],
    ['touches the closed end from outside', [4.5, 5], [4, 6], 'direction', 'direction'],
    ['reaches the null', [1, 5], [0, 6], 'undecided', 'undecided'],
    ['other side', [-3, -2], [-4, -1], 'denies', 'denies'],
    ['up to the null, which is open', [-3, -2], [-4, 0], 'denies', 'denies'],
    ['across everything', [-3, 6], [-9, 9], 'undecided', 'undecided'],
  ])('%s', (_, i90, i995, decidable, form) => {
    expect(decide(value, i90, i995, true)).toBe(decidable)
    expect(decide(value, i90, i995, false)).toBe(form)
  })

  it('an ordering with a contrast of exactly zero is denied, a threshold met exactly agrees', () => {
    expect(decide(expected(claimOf(kinds.ordering)), [0, 0], [0, 0], true)).toBe('denies')
    expect(decide(expected(claimOf(kinds.threshold)), [0.97, 0.97], [0.97, 0.97], true)).toBe('agrees')
  })

  it('compares at the ten digits that are written', () => {
    const rounding = expected(claimOf({ tolerance: { rule: 'rounding', value: null, why: '-' } }))
    const dust = 0.965 - 1e-14
    expect(decide(rounding, [dust, dust], [dust, dust], true)).toBe('agrees')
  })

  it('wider intervals never decide more', () => {
    const end = fc.double({ min: -10, max: 10, noNaN: true })
    const more = fc.double({ min: 0, max: 5, noNaN: true })
    const region = fc.constantFrom(value, ...Object.values(kinds).map((kind) => expected(claimOf(kind))))
    fc.assert(
      fc.property(
        region,
        end,
        fc.array(more, { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        (one, at, w, decidable) => {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = w
          const narrow: [Interval, Interval] = [
            [at - a, at + b],
            [at - a - c, at + b + d],
          ]
          const wide: [Interval, Interval] = [
            [at - a - e, at + b + f],
            [at - a - Math.max(c, e) - g, at + b + Math.max(d, f) + h],
          ]
          const before = decide(one, ...narrow, decidable)
          const after = decide(one, ...wide, decidable)
          return before === after || order[after] < order[before]
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('denies a true claim in at most .5 % of simulated data sets', () => {
    const draws = 20_000
    const se = 0.3
    for (const [theta, name] of [
      [4, 'edge'],
      [3, 'middle'],
    ] as const) {
      const stream = streamsOf('claims-test')('normal estimates', name)
      let denied = 0
      let agreed = 0
      for (let i = 0; i < draws; i++) {
        const x = theta + se * stream.normal()
        const outcome = decide(value, [x - 1.6449 * se, x + 1.6449 * se], [x - 2.807 * se, x + 2.807 * se], true)
        if (outcome === 'denies') denied++
        if (outcome === 'agrees') agreed++
      }
      expect(denied / draws).toBeLessThanOrEqual(0.005 + 3 * Math.sqrt((0.005 * 0.995) / draws))
      // The rule is not merely shy: in the middle of A it nearly always agrees, at its edge it denies .25 % of the time.
      if (name === 'middle') expect(agreed / draws).toBeGreaterThan(0.9)
      else expect(denied).toBeGreaterThan(0)
    }
  })
})
