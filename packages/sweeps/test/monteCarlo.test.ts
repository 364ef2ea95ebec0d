import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beatSets } from '../src/beatSets.ts'
import { accuracyCurve } from '../src/exactAccuracy.ts'
import { libraryDrawVariance } from '../src/libraryDraw.ts'
import { disagreements, monteCarlo } from '../src/monteCarlo.ts'
import { rankMatrix } from '../src/ranks.ts'
import { standingsFrom } from '../src/standing.ts'
import { candidatesFor, mean, smallTables, tableOf } from './table.ts'

const stream = streamsOf('monteCarlo.test')

/** Scores in which some skills are strong everywhere and a fifth are unmatched; `step` 1 makes ties common, 0.001 rare. */
function crowded(skills: number, requests: number, step: number) {
  const scores = stream('scores', skills, requests)
  const strength = Array.from({ length: skills }, () => scores.normal())
  const rows = Array.from({ length: requests }, () =>
    strength.map((own) => (scores.uniform() < 0.2 ? null : Math.round((4 / step) * (own + scores.normal())))),
  )
  return tableOf(
    rows,
    Array.from(rows.keys(), (i) => (7 * i) % skills),
  )
}

/** Draw 400 libraries of each size and put exact mean and exact sd beside what came out. */
function check(step: number) {
  const { library, requests, fitted } = crowded(120, 400, step)
  const sizes = [2, 5, 20, 60, 110]
  const matrix = rankMatrix(fitted, library, requests)
  const exact = accuracyCurve(standingsFrom(rankMatrix(fitted, library, requests), library, requests), sizes, 120)
  const variances = libraryDrawVariance(beatSets(matrix, library, requests), sizes)
  return sizes.map((size, k) => {
    const { right, wrong, abstain, decisions } = monteCarlo(matrix, size, 400, stream)
    expect(decisions).toBe(400 * 400)
    for (const [draw, value] of right.entries()) expect(value + wrong[draw]! + abstain[draw]!).toBeCloseTo(1, 12)
    expect(Math.abs(mean([...abstain]) - exact.abstain[k]!)).toBeLessThan(0.01)
    const centre = mean([...right])
    const spread = Math.sqrt(mean([...right].map((value) => (value - centre) * (value - centre))))
    return { drawn: right, exact: exact.right[k]!, sd: Math.sqrt(variances[k]!), spread }
  })
}

test('drawn accuracies agree with the exact curve within 4 exact standard errors, and their spread with the exact one', () => {
  const cells = check(0.001)
  expect(disagreements(cells)).toEqual([])
  // The standard error of a standard deviation from 400 draws is 3.5 %.
  for (const { spread, sd } of cells) expect(Math.abs(Math.log(spread / sd))).toBeLessThan(0.14)
  const shifted = cells.map((cell, k) => ({ ...cell, exact: cell.exact + (k === 1 ? (6 * cell.sd) / 20 : 0) }))
  expect(disagreements(shifted)).toEqual([1])
})

test('with many ties, shared evenly, they agree as well', () => {
  const cells = check(1)
  expect(disagreements(cells)).toEqual([])
  // Shared ties vary a little less than ties broken by hash, and one hash is one draw of how they are broken.
  for (const { spread, sd } of cells) expect(Math.abs(Math.log(spread / sd))).toBeLessThan(0.25)
})

test('the full library and the library of one are exact in a single draw', () => {
  fc.assert(
    fc.property(smallTables, ({ library, requests, fitted }) => {
      const skills = library.skills.length
      const matrix = rankMatrix(fitted, library, requests)
      const exact = accuracyCurve(
        standingsFrom(rankMatrix(fitted, library, requests), library, requests),
        [1, skills],
        skills,
      )
      const [one, all] = [monteCarlo(matrix, 1, 3, stream), monteCarlo(matrix, skills, 3, stream)]
      expect(all.right.length).toBe(1)
      expect(all.decisions).toBe(requests.length)
      expect(one.decisions).toBe(0)
      expect(one.right[0]).toBeCloseTo(exact.right[0]!, 12)
      expect(all.right[0]).toBeCloseTo(exact.right[1]!, 12)
      expect(all.abstain[0]).toBeCloseTo(exact.abstain[1]!, 12)
    }),
  )
})

test('each drawn library is decided as it stands, whether it is smaller or larger than what can win', () => {
  fc.assert(
    fc.property(smallTables, fc.nat(5), ({ library, requests, fitted, rows }, extra) => {
      const skills = library.skills.length
      const size = 1 + (extra % skills)
      const matrix = rankMatrix(fitted, library, requests)
      const { right, abstain } = monteCarlo(matrix, size, 4, stream)
      for (const [draw, accuracy] of right.entries()) {
        const drawn = [...stream('library', size, draw).sample(skills, size)]
        const decided = requests.map((_, i) => {
          const seen = candidatesFor(drawn, matrix.targets[i]!).filter((j) => rows[i]![j] !== null)
          const best = Math.max(...seen.map((j) => rows[i]![j]!))
          const top = seen.filter((j) => rows[i]![j] === best)
          return { right: top.includes(matrix.targets[i]!) ? 1 / top.length : 0, abstain: seen.length === 0 ? 1 : 0 }
        })
        expect(accuracy).toBeCloseTo(mean(decided.map((decision) => decision.right)), 12)
        expect(abstain[draw]).toBeCloseTo(mean(decided.map((decision) => decision.abstain)), 12)
      }
    }),
    { numRuns: 300 },
  )
})

test('a draw depends on its number alone', () => {
  const { library, requests, fitted } = crowded(40, 10, 1)
  const matrix = rankMatrix(fitted, library, requests)
  const [few, many] = [monteCarlo(matrix, 10, 3, stream), monteCarlo(matrix, 10, 9, stream)]
  expect(many.right.slice(0, 3)).toEqual(few.right)
})
