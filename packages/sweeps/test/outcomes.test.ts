import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestCurves } from '../src/exactAccuracy.ts'
import { outcomes } from '../src/outcomes.ts'
import { rankMatrix } from '../src/ranks.ts'
import { standingsFrom } from '../src/standing.ts'
import { subsets, tableOf } from './table.ts'

/** One request over at most eight skills: scores with many ties and unmatched ones, classes, certain members. */
const worlds = fc.integer({ min: 2, max: 8 }).chain((skills) =>
  fc.record({
    row: fc.array(fc.option(fc.nat(3), { freq: 4 }), { minLength: skills, maxLength: skills }),
    target: fc.nat(skills - 1),
    classOf: fc.array(fc.nat(2), { minLength: skills, maxLength: skills }),
    certain: fc.shuffledSubarray(
      Array.from({ length: skills }, (_, j) => j),
      { maxLength: Math.min(4, skills) },
    ),
  }),
)

/** What happens in one library, ties shared evenly: right, abstain, wrong by class. */
function decide(row: readonly (number | null)[], candidates: readonly number[], target: number, classOf: number[]) {
  const seen = candidates.filter((j) => row[j] !== null)
  const best = Math.max(...seen.map((j) => row[j]!))
  const top = seen.filter((j) => row[j] === best)
  const wrong = [0, 1, 2].map((c) => top.filter((j) => j !== target && classOf[j] === c).length / (top.length || 1))
  return [top.includes(target) ? 1 / top.length : 0, seen.length === 0 ? 1 : 0, ...wrong]
}

test('the shares are the means over every possible library, with ties, unmatched skills and certain members', () => {
  fc.assert(
    fc.property(worlds, ({ row, target, classOf, certain }) => {
      const { library, requests, fitted } = tableOf([row], [target])
      const sizes = row.map((_, j) => j + 1)
      const others = certain.filter((j) => j !== target)
      const present = (size: number): Int32Array => Int32Array.from(others.slice(0, size - 1))
      const found = outcomes(rankMatrix(fitted, library, requests), 0, {
        sizes,
        classes: 3,
        classOf: Uint8Array.from(classOf),
        present,
      })
      sizes.forEach((size, k) => {
        const fixed = [...present(size)]
        const pool = row.map((_, j) => j).filter((j) => j !== target && !fixed.includes(j))
        const all = subsets(pool, size - 1 - fixed.length).map((drawn) =>
          decide(row, [target, ...fixed, ...drawn], target, classOf),
        )
        const mean = (at: number): number => all.reduce((sum, shares) => sum + shares[at]!, 0) / all.length
        expect(Math.abs(found.right[k]! - mean(0))).toBeLessThan(1e-12)
        expect(Math.abs(found.abstain[k]! - mean(1))).toBeLessThan(1e-12)
        for (let c = 0; c < 3; c++) expect(Math.abs(found.wrong[3 * k + c]! - mean(2 + c))).toBeLessThan(1e-12)
      })
    }),
    { numRuns: 500 },
  )
})

/** One request over a large library, coarse or fine scores. */
const large = fc
  .record({
    skills: fc.integer({ min: 400, max: 700 }),
    levels: fc.constantFrom(2, 30, 5000),
    seed: fc.nat(1000),
    certain: fc.nat(60),
  })
  .map(({ skills, levels, seed, certain }) => {
    const value = (j: number): number => ((j * 7919 + seed * 104729) % 15485863) % levels
    const row = Array.from({ length: skills }, (_, j) => ((j * 31 + seed) % 11 === 0 ? null : value(j)))
    return { ...tableOf([row], [seed % skills]), skills, seed, certain }
  })

describe('in a large library', () => {
  test('the shares fill 1 to 1e-12, are never negative, and without certain members agree with the exact curves', () => {
    fc.assert(
      fc.property(large, ({ library, requests, fitted, skills, seed, certain }) => {
        const matrix = rankMatrix(fitted, library, requests)
        const sizes = [1, 2, 10, 100, 399, skills]
        const classOf = Uint8Array.from({ length: skills }, (_, j) => j % 4)
        const plain = outcomes(matrix, 0, { sizes, classOf, classes: 4 })
        const exact = requestCurves(standingsFrom(matrix, library, requests), sizes, skills)
        const hard = Int32Array.from({ length: certain }, (_, j) => (seed + j + 1) % skills)
        const present = (size: number): Int32Array => hard.slice(0, size - 1)
        const fixed = outcomes(matrix, 0, { sizes, classOf, classes: 4, present })
        sizes.forEach((_, k) => {
          expect(Math.abs(plain.right[k]! - exact.right[k]!)).toBeLessThan(1e-12)
          expect(Math.abs(plain.abstain[k]! - exact.abstain[k]!)).toBeLessThan(1e-12)
          for (const { right, abstain, wrong } of [plain, fixed]) {
            const shares = [right[k]!, abstain[k]!, ...wrong.subarray(4 * k, 4 * k + 4)]
            expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-12)
            for (const share of shares) expect(share).toBeGreaterThanOrEqual(0)
          }
        })
        // In the full library it does not matter who was certain to be there.
        const last = sizes.length - 1
        expect(Math.abs(fixed.right[last]! - plain.right[last]!)).toBeLessThan(1e-12)
        for (let c = 4 * last; c < 4 * last + 4; c++)
          expect(Math.abs(fixed.wrong[c]! - plain.wrong[c]!)).toBeLessThan(1e-12)
      }),
      { numRuns: 60 },
    )
  })
})

test('by hand: two tie with the right skill, one of them certain, one beats it', () => {
  const { library, requests, fitted } = tableOf([[1, 1, 1, 2, null]], [0])
  const { right, wrong, abstain } = outcomes(rankMatrix(fitted, library, requests), 0, {
    sizes: [3],
    classOf: Uint8Array.of(0, 1, 2, 3, 4),
    classes: 5,
    present: () => Int32Array.of(1),
  })
  // One of skills 2, 3 and 4 is drawn beside the certain skill 1.
  expect(right[0]).toBeCloseTo((1 / 3 + 0 + 1 / 2) / 3, 12)
  expect([...wrong].map((share) => share.toFixed(12))).toEqual(
    [0, (1 / 3 + 1 / 2) / 3, 1 / 9, 1 / 3, 0].map((share) => share.toFixed(12)),
  )
  expect(abstain[0]).toBe(0)
})

test('what cannot be is refused', () => {
  const { library, requests, fitted } = tableOf([[1, 2, 3]], [0])
  const matrix = rankMatrix(fitted, library, requests)
  const options = { sizes: [2], classOf: new Uint8Array(3), classes: 1 }
  const withPresent = (...members: number[]) =>
    outcomes(matrix, 0, { ...options, sizes: [3], present: () => Int32Array.from(members) })
  expect(() => withPresent(0)).toThrow(/not the right skill/)
  expect(() => withPresent(3)).toThrow(/not the right skill/)
  expect(() => withPresent(1, 1)).toThrow(/twice/)
  expect(() => withPresent(1, 2, 1)).toThrow(/at most 2/)
  expect(() => outcomes(matrix, 0, { ...options, classOf: Uint8Array.of(0, 0, 1) })).toThrow(/below 1/)
  expect(() => outcomes(matrix, 0, { ...options, classOf: new Uint8Array(2) })).toThrow(/one a skill/)
  expect(() => outcomes(matrix, 0, { ...options, sizes: [4] })).toThrow(/sizes are whole/)
})
