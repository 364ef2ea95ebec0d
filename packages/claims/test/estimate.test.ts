import { describe, expect, it } from 'vitest'
import { intervalsOf } from '../src/estimate.ts'
import { claimOf } from './sample.ts'

const printed = claimOf({ interval: ['0.57', '1.37'] })

describe('intervalsOf', () => {
  it('passes intervals through where the paper prints none', () => {
    const found = intervalsOf({ value: 1, i90: [0.9, 1.2], i995: [0.8, 1.3] }, claimOf(), 'routed')
    expect(found).toEqual({ value: 1, i90: [0.9, 1.2], i995: [0.8, 1.3] })
  })

  it('adds the printed standard error in quadrature, end by end', () => {
    // se = .8 / 3.92 = .2041: 1.645 se = .3357 at 90 %, 2.807 se = .5729 at 99.5 %.
    const { i90, i995 } = intervalsOf({ value: 1, i90: [0.9, 1.2], i995: [0.8, 1.3] }, printed, 'routed')!
    expect(i90[0]).toBeCloseTo(1 - Math.sqrt(0.01 + 0.3357 * 0.3357), 3)
    expect(i90[1]).toBeCloseTo(1 + Math.sqrt(0.04 + 0.3357 * 0.3357), 3)
    expect(i995[0]).toBeCloseTo(1 - Math.sqrt(0.04 + 0.5729 * 0.5729), 3)
    expect(i995[1]).toBeCloseTo(1 + Math.sqrt(0.09 + 0.5729 * 0.5729), 3)
  })

  it('only arithmetic may do without intervals', () => {
    const bare = { value: 1, i90: null, i995: null }
    expect(intervalsOf(bare, claimOf(), 'arithmetic')).toEqual({ value: 1, i90: [1, 1], i995: [1, 1] })
    expect(intervalsOf(bare, claimOf(), 'routed')).toBeNull()
    expect(intervalsOf({ ...bare, value: null }, claimOf(), 'arithmetic')).toBeNull()
    expect(intervalsOf(bare, printed, 'arithmetic')!.i90[0]).toBeCloseTo(1 - 0.3357, 3)
  })
})
