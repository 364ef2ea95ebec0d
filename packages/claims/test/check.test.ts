import type { Claim } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { checkClaim } from '../src/check.ts'
import { claimOf, kinds, tolerance } from './sample.ts'

const code = (changes: Partial<Claim>) => {
  try {
    checkClaim(claimOf(changes), 'claims.json')
    return ['none', '']
  } catch (thrown) {
    return [(thrown as { code: string }).code, (thrown as Error).message]
  }
}

describe('checkClaim', () => {
  it.each(Object.entries(kinds))('accepts a sound %s', (_, changes) => expect(code(changes)).toEqual(['none', '']))

  it.each<[string, Partial<Claim>, RegExp]>([
    ['a value with two numbers', { number: ['1', '2'] }, /a value has one number, not \["1","2"\]/],
    ['a value without a number', { number: null }, /a value has one number, not null/],
    ['a range with one number', { ...kinds.range, number: '20' }, /a range has two numbers/],
    ['a range that falls', { ...kinds.range, number: ['35', '20'] }, /not in rising order/],
    ['a sign with a number', { ...kinds.sign, number: '0.97' }, /a sign has no number \(null\)/],
    ['a threshold without a side', { ...kinds.threshold, side: undefined }, /needs "side": above or below/],
    ['a value with a side', { side: 'above' }, /"side" is for thresholds/],
    ['a value judged as a bound', { tolerance: tolerance('bound') }, /rounding or quarter, not "bound"/],
    ['a tolerance that would be ignored', { tolerance: tolerance('quarter', 0.1) }, /only the rule margin has one/],
    ['a quarter of nothing', { neutral: null }, /needs a neutral value/],
    ['a form without a line', { ...kinds.form, tolerance: tolerance('margin') }, /the largest deviation it allows/],
    ['a form with a null', { ...kinds.form, neutral: 0 }, /a form has no neutral value/],
    ['a count with decimals', { ...kinds.count, number: '15.0', printed: '15.0' }, /a whole number/],
    ['a ratio of zero', { ...kinds.ratio, number: '0', printed: '0' }, /a ratio is above 0/],
    ['a ratio with the null 0', { ...kinds.ratio, neutral: 0 }, /neutral value of a ratio is above 0/],
    ['an interval beside a ratio', { ...kinds.ratio, interval: ['3', '5'] }, /stands beside a value, not a ratio/],
    ['an untestable claim without needs', { measure: null }, /needs "needs"/],
    ['a world that is both', { rivals: ['effect'] }, /in both rivals and holdsIn/],
    ['an id of another paper', { id: 'paper-b/accuracy' }, /must start with its paper, "paper-a\/"/],
    ['their library elsewhere', { population: 'this-library' }, /another library under the same protocol/],
  ])('%s', (_, changes, sentence) => {
    const [found, message] = code(changes)
    expect(found).toBe('LB_SCHEMA')
    expect(message).toMatch(sentence)
    expect(message).toContain('claims.json')
  })

  it('lists every fault at once', () =>
    expect(code({ number: null, side: 'above' })[1]).toMatch(/one number.*; .*side/))

  it.each<[string, Partial<Claim>]>([
    ['another precision', { printed: 'an accuracy of 0.970' }],
    ['part of another number', { printed: '10.97' }],
    ['the other sign', { number: '7.2', printed: 'a change of −7.2 %', neutral: 0 }],
    ['an interval that is not printed', { interval: ['0.9', '1.0'] }],
  ])('the printed sentence holds %s', (_, changes) => expect(code(changes)[0]).toBe('LB_PRINTED'))

  it('finds numbers through separators and signs', () => {
    const found = { number: '−1,141', printed: 'a fall of −1\u2009141 skills', neutral: 0 }
    expect(code(found)[0]).toBe('none')
    expect(code({ number: '0.97', printed: 'R² > .97', interval: ['0.9', '1'] })[0]).toBe('LB_PRINTED')
  })

  it.each<[string, Partial<Claim>]>([
    ['a value that rounds to its null', { number: '0.3', printed: '0.3', neutral: 0.28 }],
    ['a range around its null', { ...kinds.range, neutral: 25 }],
    ['a range from its null on', { ...kinds.range, neutral: 19.5 }],
    ['a range up to its null', { ...kinds.range, neutral: 35.5 }],
    ['a ratio near one', { ...kinds.ratio, number: '1.5', printed: '1.5×' }],
    ['a sign beyond its null', { ...kinds.sign, tolerance: tolerance('margin', -0.1) }],
  ])('the margin reaches the null: %s', (_, changes) => expect(code(changes)[0]).toBe('LB_MARGIN'))

  it('1.25 is at most half of the way from 1 to 1.57', () =>
    expect(code({ ...kinds.ratio, number: '1.57', printed: '1.57×' })[0]).toBe('none'))
})
