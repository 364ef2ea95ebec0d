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
