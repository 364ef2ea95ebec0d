import { describe, expect, it } from 'vitest'
import { powerText, recomputedText } from '../../src/render/cells.ts'
import { sampleDiff } from './diffs.ts'

const [claim] = sampleDiff.claims
const withMeasure = (changes: object) => ({ ...claim!, measure: { ...claim!.measure!, ...changes } })

describe('cells', () => {
  it('a value with its interval, without one, and none', () => {
    expect(recomputedText(claim!)).toBe('0.95 [0.93, 0.97]')
    expect(recomputedText(withMeasure({ low: null, high: null }))).toBe('0.95')
    expect(recomputedText(withMeasure({ value: null }))).toBe('–')
    expect(recomputedText({ ...claim!, measure: null })).toBe('–')
  })

  it('marks low power', () => {
    expect(powerText(withMeasure({ power: 0.79 }))).toBe('0.79 (low)')
    expect(powerText(withMeasure({ power: 0.8 }))).toBe('0.8')
    expect(powerText(claim!)).toBe('–')
  })
})
