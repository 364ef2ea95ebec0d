import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankMatrix, unmatched } from '../src/ranks.ts'
import { smallTables, tableOf } from './table.ts'

test('a rank is one more than the number of distinct higher scores; unmatched skills come last', () => {
  fc.assert(
    fc.property(smallTables, ({ library, requests, fitted, rows }) => {
      const { ranks, skills, targets } = rankMatrix(fitted, library, requests)
      rows.forEach((row, i) => {
        expect(library.skills[targets[i]!]!.id).toBe(requests[i]!.skill)
        row.forEach((value, j) => {
          const higher = new Set(row.filter((other) => other !== null && value !== null && other > value))
          expect(ranks[i * skills + j]).toBe(value === null ? unmatched : higher.size + 1)
        })
      })
    }),
  )
})

test('a request whose right skill is not in the library is refused by name', () => {
  const { library, requests, fitted } = tableOf([[1, 2]], [0])
  const stray = { ...requests[0]!, skill: 'elsewhere@1.0.0:x' }
  expect(() => rankMatrix(fitted, library, [stray])).toThrow(/elsewhere@1.0.0:x/)
})

test('a matched score that is no number is refused, with skill and request', () => {
  const { library, requests } = tableOf([[1, 2]], [0])
  const broken = { score: () => ({ values: Float64Array.of(1, Number.NaN), matched: Uint8Array.of(1, 1) }) }
  expect(() => rankMatrix(broken, library, requests)).toThrow(
    expect.objectContaining({ code: 'LB_NOT_FINITE', message: expect.stringContaining(library.skills[1]!.id) }),
  )
})
