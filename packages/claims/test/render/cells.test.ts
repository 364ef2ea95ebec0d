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

  it('power, false alarm and recognition, marked where power or recognition is low', () => {
    const shares = (power: number | null, falseAlarm: number | null, recognised: number | null) =>
      powerText(withMeasure({ power, falseAlarm, recognised }))
    expect(shares(0.79, 0.01, 0.9)).toBe('0.79 (low) / 0.01 / 0.9')
    expect(shares(0.8, 0, 0)).toBe('0.8 / 0 / 0 (low)')
    expect(shares(1, null, null)).toBe('1 / – / –')
    expect(shares(null, 0, 0.5)).toBe('– / 0 / 0.5 (low)')
    expect(powerText(claim!)).toBe('–')
  })
})
