import { describe, expect, it } from 'vitest'
import { colourOf, series, shapeOf } from '../../src/layers/series.ts'
import { stackTables } from '../../src/layers/smallMultiples.ts'

describe('series', () => {
  it('fixes a style for each key, in the order given', () => {
    const by = series({ field: 'router', names: { b: 'B', a: 'A' } })
    expect(colourOf(by).scale).toEqual({ domain: ['b', 'a'], range: ['#0072B2', '#D55E00'] })
    expect(shapeOf(by).scale.range).toEqual(['circle', 'square'])
  })

  it('refuses more series than can be told apart', () => {
    const names = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`s${i}`, `S${i}`]))
    expect(() => series({ field: 'router', names })).toThrow(/8 series; allowed are 1 to 7/)
  })
})

describe('stackTables', () => {
  it('gives every row every column, and says where it comes from', () => {
    expect(stackTables({ a: [{ x: 1 }], b: [{ y: 2 }] })).toEqual([
      { x: 1, y: null, kind: 'a' },
      { x: null, y: 2, kind: 'b' },
    ])
  })
})
