import { describe, expect, it } from 'vitest'
import { expected } from '../src/expected.ts'
import { neededText } from '../src/needed.ts'
import { claimOf } from './sample.ts'

const region = expected(claimOf())
const at = (value: number, reach: number) => ({
  value,
  i90: [value - reach, value + reach] as const,
  i995: [value - 2 * reach, value + 2 * reach] as const,
})

describe('neededText', () => {
  it('where only a direction can be tested, the null is the line', () => {
    // Value .6 is .1 above the null .5; the outer interval reaches .3 down: (.3 / .1)² = 9.
    expect(neededText(region, at(0.6, 0.15), 100, false)).toContain('about 9 times the data (n about 900)')
    expect(neededText(region, at(0.4, 0.15), 100, false)).toContain('about 9 times the data')
    expect(neededText(region, at(0.5, 0.15), 100, false)).toContain('no realistic amount')
  })

  it('does not invent an n where there is none', () => {
    expect(neededText(region, at(0.6, 0.15), 0, false)).not.toContain('n about')
  })
})
