import { expect, test } from 'vitest'
import { worldRow } from '../src/worldRow.ts'

test('an estimate is one row, and what it lacks is null', () => {
  expect(worldRow('log', 3, 'slope', { value: 2, i90: [1, 3], i995: [0, 4] })).toEqual({
    ...{ world: 'log', replicate: 3, measure: 'slope' },
    ...{ value: 2, lo90: 1, hi90: 3, lo995: 0, hi995: 4 },
  })
  const nothing = { value: null, lo90: null, hi90: null, lo995: null, hi995: null }
  expect(worldRow('log', 0, 'r2', { value: null, i90: null, i995: null })).toMatchObject(nothing)
  expect(worldRow('log', 0, 'r2', null)).toMatchObject(nothing)
})
