import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveApart } from '../../src/layers/endLabels.ts'

describe('moveApart', () => {
  it('leaves labels that do not touch', () => {
    expect(moveApart([50, 0, 20], 10)).toEqual([50, 0, 20])
  })

  it('spreads labels that touch around their mean', () => {
    expect(moveApart([10, 10, 10], 8)).toEqual([2, 10, 18])
  })

  it('keeps the order, the gap and the mean of all positions', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 }), (wanted) => {
        const moved = moveApart(wanted, 9)
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
        for (let i = 1; i < order.length; i++) {
          expect(moved[order[i]!]! - moved[order[i - 1]!]!).toBeGreaterThanOrEqual(9 - 1e-9)
        }
        const mean = (xs: number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length
        expect(mean(moved)).toBeCloseTo(mean(wanted), 6)
      }),
    )
  })
})
