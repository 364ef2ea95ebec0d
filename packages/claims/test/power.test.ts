import type { Row } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { power } from '../src/power.ts'
import { judge } from '../src/verdict.ts'
import { claimOf, kinds, measureOf } from './sample.ts'

const row = (world: string, replicate: number, lo: number, hi: number, measure = 'accuracy'): Row => ({
  world,
  replicate,
  measure,
  value: (lo + hi) / 2,
  lo90: lo,
  hi90: hi,
  lo995: lo - 0.01,
  hi995: hi + 0.01,
})

describe('power', () => {
  const claim = claimOf()
  const rows = [
    row('no-effect', 1, 0.48, 0.52),
    row('no-effect', 2, 0.3, 0.9),
    row('no-effect', 3, 0.9, 0.95),
    row('no-effect', 4, 0.45, 0.55),
    row('effect', 1, 0.93, 0.97),
    row('effect', 2, 0.5, 0.6),
    row('other-world', 1, 0, 1),
    row('effect', 3, 0.1, 0.2, 'another-measure'),
  ]

  it('counts how often the rule is right', () => {
    expect(power(claim, rows)).toEqual({
      power: 0.5,
      falseAlarm: 0.5,
      recognised: 0.5,
      worlds: [
        { world: 'no-effect', n: 4, agreed: 1, denied: 2, undecided: 1 },
        { world: 'effect', n: 2, agreed: 1, denied: 1, undecided: 0 },
      ],
    })
  })

  it('where only a direction can be tested, a settled direction is agreement; elsewhere it is not', () => {
    const wide = [row('effect', 1, 0.6, 1.3), row('no-effect', 1, 0.6, 1.3)]
    expect(power(claim, wide)).toMatchObject({ power: 0, recognised: 0 })
    expect(power(claimOf({ comparability: 'form-only' }), wide)).toMatchObject({ power: 0, recognised: 1 })
  })

  it('a rule that never decides has no power and recognises nothing', () => {
    const blind = [row('effect', 1, 0, 2), row('no-effect', 1, -1, 2)]
    expect(power(claim, blind)).toMatchObject({ power: 0, falseAlarm: 0, recognised: 0 })
  })

  it('without planted worlds there are no shares, and missing intervals decide nothing', () => {
    expect(power(claim, [])).toMatchObject({ power: null, falseAlarm: null, recognised: null })
    expect(power(claim, []).worlds).toContainEqual({ world: 'effect', n: 0, agreed: 0, denied: 0, undecided: 0 })
    expect(power(claim, [{ ...row('effect', 1, 0.9, 1), lo90: null }])).toMatchObject({ falseAlarm: 0, recognised: 0 })
    expect(power(claimOf({ ...kinds.count, comparability: 'form-only' }), rows).power).toBeNull()
  })

  it('widens the intervals of a world by the printed one, as those of the real measure are', () => {
    const near = [row('effect', 1, 0.745, 0.765), row('no-effect', 1, 0.745, 0.765)]
    expect(power(claim, near)).toMatchObject({ power: 1, falseAlarm: 1 })
    const printed = claimOf({ printed: 'an accuracy of 0.97 [0.8, 1.14]', interval: ['0.8', '1.14'] })
    expect(power(printed, near)).toMatchObject({ power: 0, falseAlarm: 0 })
    const judged = judge({
      claim: printed,
      measure: measureOf(0.755, [0.745, 0.765], [0.735, 0.775]),
      fidelity: 'full',
    })
    expect(judged.verdict).not.toBe('contradicted')
  })

  it('names a missing column', () => {
    expect(() => power(claim, [{ world: 'effect', replicate: 1, measure: 'accuracy' }])).toThrow(
      /lacks the column "value"/,
    )
  })
})
