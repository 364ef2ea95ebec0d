import { describe, expect, it } from 'vitest'
import { tokens, words } from '../../src/text/tokens.ts'

describe('words', () => {
  it.each([
    ['parseHTTPRequest', ['parse', 'http', 'request']],
    ['e2e-testing_v2', ['e', '2', 'e', 'testing', 'v', '2']],
    ["don't café", ['dont', 'café']],
    ['', []],
  ])('splits %j', (text, expected) => expect(words(text)).toEqual(expected))
})

describe('tokens', () => {
  it('drops stop words and stems the rest as Porter does', () => {
    // The examples are those of Porter's paper.
    expect(tokens('The caresses of ponies, relational and conditional; hopping adjustments')).toEqual([
      'caress',
      'poni',
      'relat',
      'condit',
      'hop',
      'adjust',
    ])
  })

  it('gives one stem to the forms of a word', () => {
    expect(new Set(tokens('connect connected connecting connection connections'))).toEqual(new Set(['connect']))
  })

  it('keeps repetitions, their order, and words that are not Latin', () => {
    expect(tokens('tests für tests 測試')).toEqual(['test', 'für', 'test', '測試'])
  })
})
