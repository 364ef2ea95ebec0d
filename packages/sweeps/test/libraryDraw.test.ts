import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beatSets, beats, sharedBeaters } from '../src/beatSets.ts'
import { libraryDrawVariance } from '../src/libraryDraw.ts'
import { rankMatrix } from '../src/ranks.ts'
import { candidatesFor, mean, orderedDraws, smallTables, tableOf } from './table.ts'

test('the variance is that over every possible ordered draw', () => {
  fc.assert(
    fc.property(smallTables, ({ library, requests, fitted }) => {
      const skills = library.skills.length
      const sizes = library.skills.map((_, j) => j + 1)
      const sets = beatSets(rankMatrix(fitted, library, requests), library, requests)
      const variances = libraryDrawVariance(sets, sizes)
      sizes.forEach((size, k) => {
        const accuracies = orderedDraws(skills, size).map((draw) =>
          mean(
            requests.map((_, i) => {
              const seen = candidatesFor(draw, sets.targets[i]!)
              return sets.reachable[i] === 1 && !seen.some((j) => beats(sets, j, i)) ? 1 : 0
            }),
          ),
        )
        const centre = mean(accuracies)
        const variance = mean(accuracies.map((value) => (value - centre) * (value - centre)))
        expect(variances[k]).toBeCloseTo(variance, 12)
      })
    }),
    { numRuns: 100 },
  )
})

test('beat sets hold the skills above the right one and about half of those tied with it', () => {
  const row = Array.from({ length: 400 }, (_, j) => (j < 100 ? 3 : j < 300 ? 2 : j < 350 ? 1 : null))
  const { library, requests, fitted } = tableOf(
    Array.from({ length: 40 }, () => row),
    Array.from({ length: 40 }, () => 150),
  )
  const sets = beatSets(rankMatrix(fitted, library, requests), library, requests)
  for (let i = 0; i < 40; i++) {
    row.forEach((value, j) => {
      if (value !== 2) expect(beats(sets, j, i)).toBe(value === 3)
    })
    expect(beats(sets, 150, i)).toBe(false)
    expect(row.filter((_, j) => beats(sets, j, i)).length).toBe(sets.sizes[i])
    expect(row.filter((_, j) => beats(sets, j, i) && beats(sets, j, 0)).length).toBe(sharedBeaters(sets, i, 0))
  }
  // The place of the right skill among 200 tied ones is uniform: mean 99.5, sd 57.7, over 40 requests sd 9.1.
  expect(Math.abs(mean([...sets.sizes]) - 100 - 99.5)).toBeLessThan(4 * 9.1)
})
