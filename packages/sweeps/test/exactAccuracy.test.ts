import { chooseAmong } from '@lawbook/routers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accuracyCurve, requestCurves } from '../src/exactAccuracy.ts'
import { rankMatrix, targetsOf } from '../src/ranks.ts'
import { standingsFrom } from '../src/standing.ts'
import { candidatesFor, mean, orderedDraws, smallTables } from './table.ts'

test('the curves are what every possible library of the size gives, ties shared evenly', () => {
  fc.assert(
    fc.property(smallTables, ({ library, requests, fitted, rows }) => {
      const skills = library.skills.length
      const targets = targetsOf(library, requests)
      const sizes = library.skills.map((_, j) => j + 1)
      const standings = standingsFrom(rankMatrix(fitted, library, requests), library, requests)
      const { right, abstain } = requestCurves(standings, sizes, skills)
      for (const [k, size] of sizes.entries()) {
        const draws = orderedDraws(skills, size)
        requests.forEach((_, i) => {
          const outcomes = draws.map((draw) => {
            const seen = candidatesFor(draw, targets[i]!).filter((j) => rows[i]![j] !== null)
            const best = Math.max(...seen.map((j) => rows[i]![j]!))
            const top = seen.filter((j) => rows[i]![j] === best)
            return { right: top.includes(targets[i]!) ? 1 / top.length : 0, abstain: seen.length === 0 ? 1 : 0 }
          })
          expect(right[i * sizes.length + k]).toBeCloseTo(mean(outcomes.map((outcome) => outcome.right)), 12)
          expect(abstain[i * sizes.length + k]).toBeCloseTo(mean(outcomes.map((outcome) => outcome.abstain)), 12)
        })
      }
    }),
    { numRuns: 60 },
  )
})

describe('identities', () => {
  const counts = fc
    .record({ r: fc.nat(40), t: fc.nat(40), rest: fc.nat(40), reached: fc.boolean() })
    .map(({ r, t, rest, reached }) => ({
      beaten: r,
      ties: reached ? t : 0,
      matched: r + t + rest,
      targetMatched: reached,
    }))
  const skills = 130
  const sizes = [1, 2, 3, 10, 50, 129, 130]

  test('a matched right skill alone is always right; accuracy never rises with N; the three outcomes fill 1', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 8 }), (standings) => {
        const { right, wrong, abstain } = accuracyCurve(standings, sizes, skills)
        expect(right[0]).toBeCloseTo(mean(standings.map((standing) => (standing.targetMatched ? 1 : 0))), 12)
        sizes.forEach((_, k) => {
          expect(right[k]! + wrong[k]! + abstain[k]!).toBeCloseTo(1, 12)
          if (k > 0) expect(right[k]!).toBeLessThanOrEqual(right[k - 1]! + 1e-12)
        })
      }),
    )
  })

  test('in the full library right is exactly 1/(ties + 1) where nothing beats the right skill, else 0', () => {
    const standing = { beaten: 0, ties: 4, matched: 9, targetMatched: true }
    expect(accuracyCurve([standing], [skills], skills).right[0]).toBeCloseTo(1 / 5, 12)
    expect(accuracyCurve([{ ...standing, beaten: 1 }], [skills], skills).right[0]).toBe(0)
  })

  test('sizes outside [1, S] are refused', () => {
    for (const size of [0, 131, 2.5]) expect(() => accuracyCurve([], [size], skills)).toThrow(/sizes are whole/)
  })
})

test('the winner in the full library is the one that chooseAmong names, and the standing counts around the target', () => {
  fc.assert(
    fc.property(smallTables, ({ library, requests, fitted, rows }) => {
      const everything = Int32Array.from(library.skills.keys())
      standingsFrom(rankMatrix(fitted, library, requests), library, requests).forEach((standing, i) => {
        const row = rows[i]!
        const right = row[standing.target]!
        const competitors = row.filter((value, j) => value !== null && j !== standing.target) as number[]
        expect(standing.matched).toBe(competitors.length)
        expect(standing.targetMatched).toBe(row[standing.target] !== null)
        if (standing.targetMatched) {
          expect(standing.beaten).toBe(competitors.filter((value) => value > right).length)
          expect(standing.ties).toBe(competitors.filter((value) => value === right).length)
        }
        const choice = chooseAmong(requests[i]!, library, fitted.score(requests[i]!), everything)
        expect(standing.winner).toBe(choice?.skill ?? null)
        expect(standing.tieBroken).toBe((choice?.tied ?? 0) > 1)
      })
    }),
  )
})
