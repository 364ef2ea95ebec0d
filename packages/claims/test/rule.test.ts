import { describe, expect, it } from 'vitest'
import { ruleHash } from '../src/rule.ts'
import { claimOf, kinds, tolerance } from './sample.ts'

describe('ruleHash', () => {
  const rule = ruleHash(claimOf())

  it.each([
    ['number', { number: '0.96' }],
    ['kind', kinds.threshold],
    ['tolerance', { tolerance: tolerance('rounding') }],
    ['neutral', { neutral: 0.4 }],
    ['rivals', { rivals: ['other'] }],
    ['holdsIn', { holdsIn: [] }],
    ['comparability', { comparability: 'form-only' as const }],
    ['measure', { measure: 'another' }],
    ['interval', { interval: ['0.9', '1'] as [string, string] }],
  ])('changes with %s', (_, changes) => expect(ruleHash(claimOf(changes))).not.toBe(rule))

  it('does not change with prose or with the order of worlds', () => {
    const why = { ...claimOf().tolerance, why: 'said better' }
    expect(ruleHash(claimOf({ statement: 'Said better.', tolerance: why, decides: 'x', ref: 'H9' }))).toBe(rule)
    expect(ruleHash(claimOf({ rivals: ['a', 'b'] }))).toBe(ruleHash(claimOf({ rivals: ['b', 'a'] })))
  })
})
