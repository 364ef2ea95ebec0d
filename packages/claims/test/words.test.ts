import { describe, expect, it } from 'vitest'
import { intervalText, numberText, oneLine, regionText } from '../src/words.ts'

describe('words', () => {
  it('numbers and intervals', () => {
    expect([numberText(0.123456), numberText(1141), numberText(null)]).toEqual(['0.1235', '1141', '–'])
    expect([intervalText(0.5, 1), intervalText(null, 1)]).toEqual(['[0.5, 1]', '–'])
  })

  it.each([
    [{ lo: 0.8475, hi: 1 }, 0, '[0.8475, 1]'],
    [{ lo: 15, hi: 15 }, null, 'exactly 15'],
    [{ lo: 0, hi: null }, 0, 'above 0'],
    [{ lo: 0.97, hi: null }, 0, 'at least 0.97'],
    [{ lo: null, hi: 0 }, 0, 'below 0'],
    [{ lo: null, hi: 2 }, null, 'at most 2'],
    [{ lo: null, hi: null }, null, 'any value'],
  ])('%j', (region, neutral, text) => expect(regionText(region, neutral)).toBe(text))

  it('control characters never reach a terminal', () => expect(oneLine('a\u001b[31mb\nc\u0007')).toBe('a [31mb c '))
})
