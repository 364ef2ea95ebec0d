import { streamsOf } from '@lawbook/base'
import { chooseAmong, type FittedListwise } from '@lawbook/routers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accuracyCurve } from '../src/exactAccuracy.ts'
import { monteCarloListwise } from '../src/listwise.ts'
import { monteCarlo } from '../src/monteCarlo.ts'
import { rankMatrix } from '../src/ranks.ts'
import { standingsFrom } from '../src/standing.ts'
import { mean, smallTables, type Table, tableOf } from './table.ts'

const stream = streamsOf('listwise.test')

/** A pointwise router shown its candidates one library at a time. */
function shown({ library, fitted }: Table): FittedListwise {
  return {
    choose: (request, candidates) => chooseAmong(request, library, fitted.score(request), candidates)?.skill ?? null,
  }
}

/** Scores without ties, a sixth unmatched. */
function untied(skills: number, requests: number): Table {
  const scores = stream('scores', skills, requests)
  const rows = Array.from({ length: requests }, () =>
    Array.from({ length: skills }, (_, j) => (scores.uniform() < 1 / 6 ? null : scores.normal() + j / 1e6)),
  )
  return tableOf(
    rows,
    rows.map((_, i) => (7 * i) % skills),
  )
}

test('without ties a pointwise router shown its candidates is right exactly where the Monte Carlo over ranks is', () => {
  const table = untied(60, 80)
  const matrix = rankMatrix(table.fitted, table.library, table.requests)
  for (const size of [1, 2, 10, 59, 60]) {
    const ranked = monteCarlo(matrix, size, 12, stream)
    const asked = monteCarloListwise(shown(table), table.library, table.requests, size, 12, stream)
    expect(asked.right).toEqual(ranked.right)
    expect(asked.wrong).toEqual(ranked.wrong)
    expect(asked.abstain).toEqual(ranked.abstain)
    expect(asked.decisions).toBe(ranked.decisions)
    expect(mean([...asked.perRequest])).toBeCloseTo(mean([...asked.right]), 12)
    if (size === 60) expect(asked.sd).toBeNull()
  }
})

test('each request is right as often as the exact curve says', () => {
  const table = untied(40, 30)
  const standings = standingsFrom(
    rankMatrix(table.fitted, table.library, table.requests),
    table.library,
    table.requests,
  )
  const draws = 800
  const { perRequest, right, sd } = monteCarloListwise(shown(table), table.library, table.requests, 8, draws, stream)
  standings.forEach((standing, i) => {
    const p = accuracyCurve([standing], [8], 40).right[0]!
    expect(Math.abs(perRequest[i]! - p)).toBeLessThan(1e-9 + 5 * Math.sqrt((p * (1 - p)) / draws))
  })
  const centre = mean([...right])
  expect(sd).toBeCloseTo(
    Math.sqrt(mean([...right].map((x) => (x - centre) * (x - centre))) * (draws / (draws - 1))),
    12,
  )
})

test('every request sees N distinct candidates, its right skill among them', () => {
  fc.assert(
    fc.property(smallTables, fc.nat(5), ({ library, requests }, extra) => {
      const size = 1 + (extra % library.skills.length)
      const watching: FittedListwise = {
        choose: ({ skill }, candidates) => {
          expect(new Set(candidates).size).toBe(size)
          const right = candidates.find((j) => library.skills[j]!.id === skill)
          expect(right).toBeDefined()
          return right!
        },
      }
      const { right } = monteCarloListwise(watching, library, requests, size, 3, stream)
      expect([...right].every((value) => value === 1)).toBe(true)
    }),
  )
})

test('no place gives the right skill away: a router that always takes the first or the last is right one time in N', () => {
  const { library, requests } = untied(50, 400)
  for (const at of [0, 4, -1]) {
    const blind: FittedListwise = { choose: (_, candidates) => candidates.at(at)! }
    const { right } = monteCarloListwise(blind, library, requests, 10, 50, stream)
    // 20,000 decisions at p = 0.1: sd 0.0021.
    expect(Math.abs(mean([...right]) - 0.1)).toBeLessThan(0.0085)
  }
})

test('a skill that is not a candidate is no answer', () => {
  const { library, requests } = untied(20, 2)
  const stray: FittedListwise = { choose: (_, candidates) => (candidates.includes(3) ? null : 3) }
  expect(() => monteCarloListwise(stray, library, requests, 5, 20, stream)).toThrow(/not among its 5 candidates/)
})
