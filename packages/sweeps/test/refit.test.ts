import { streamsOf } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestCurves } from '../src/exactAccuracy.ts'
import { rankMatrix } from '../src/ranks.ts'
import { refittedAccuracy } from '../src/refit.ts'
import { standingsFrom } from '../src/standing.ts'
import { mean, smallTables, type Table, tableOf } from './table.ts'

const stream = streamsOf('refit.test')

/** A router that scores each skill of any library as the table does, plus what `bonus` makes of the library's size. */
function tabled({ library, rows }: Table, bonus: (skill: number, size: number) => number = () => 0) {
  const index = new Map(library.skills.map(({ id }, j) => [id, j]))
  const built: number[][] = []
  const router: PointwiseRouter = {
    id: 'tabled',
    title: 'Tabled',
    short: 'tabled',
    kin: 'overlap',
    kind: 'pointwise',
    cost: 'fast',
    source: 'this test',
    build: ({ skills }) => {
      const columns = skills.map(({ id }) => index.get(id)!)
      built.push(columns)
      return {
        score: ({ text }) => ({
          values: Float64Array.from(columns, (j) => (rows[Number(text)]![j] ?? 0) + bonus(j, skills.length)),
          matched: Uint8Array.from(columns, (j) => (rows[Number(text)]![j] === null ? 0 : 1)),
        }),
      }
    },
  }
  return { router, built }
}

test('a router that takes nothing from the library decides as its frozen ranks do, in libraries that hold the right skill', async () => {
  await fc.assert(
    fc.asyncProperty(smallTables, fc.nat(5), async (table, extra) => {
      const { library, requests, fitted } = table
      const size = 1 + (extra % library.skills.length)
      const frozen = rankMatrix(fitted, library, requests)
      const { router, built } = tabled(table)
      const found = await refittedAccuracy({ router, library, requests, frozen, size, draws: 4, stream, resources: {} })
      expect(found.refitted).toEqual(found.frozen)
      const libraries = size === library.skills.length ? 1 : 4
      expect(found.decisions).toBe(size < 2 ? 0 : 2 * libraries * requests.length)
      expect(built.length).toBe(libraries * requests.length)
      built.forEach((columns, at) => {
        expect(columns.length).toBe(size)
        expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b))
        expect(columns).toContain(frozen.targets[Math.floor(at / libraries)])
      })
    }),
  )
})

test('the frozen decisions have the exact curve as their mean, and a refit that moves a score moves its own alone', async () => {
  const scores = stream('scores')
  const rows = Array.from({ length: 40 }, () => Array.from({ length: 30 }, () => scores.integer(12)))
  const table = tableOf(
    rows,
    rows.map((_, i) => i % 30),
  )
  const { library, requests, fitted } = table
  const frozen = rankMatrix(fitted, library, requests)
  const exact = requestCurves(standingsFrom(frozen, library, requests), [6], 30).right
  const favoured = frozen.targets[0]!
  const { router } = tabled(table, (j, size) => (j === favoured && size < 30 ? 100 : 0))
  const found = await refittedAccuracy({
    router,
    library,
    requests,
    frozen,
    size: 6,
    draws: 500,
    stream,
    resources: {},
  })
  requests.forEach((_, i) => {
    expect(Math.abs(found.frozen[i]! - exact[i]!)).toBeLessThan(1e-9 + (5 * 0.5) / Math.sqrt(500))
    if (frozen.targets[i] === favoured) expect(found.refitted[i]).toBeCloseTo(1, 12)
    else expect(found.refitted[i]!).toBeLessThanOrEqual(found.frozen[i]! + 1e-12)
  })
  expect(Math.abs(mean([...found.frozen]) - mean([...exact]))).toBeLessThan(0.02)
})

test('a request’s libraries do not depend on which others are asked', async () => {
  const table = tableOf(
    [
      [3, 1, 2, 5, 4],
      [1, 2, 3, 4, 5],
    ],
    [1, 2],
  )
  const { library, requests, fitted } = table
  const { router, built } = tabled(table)
  const options = { router, library, size: 3, draws: 5, stream, resources: {} }
  await refittedAccuracy({ ...options, requests, frozen: rankMatrix(fitted, library, requests) })
  const both = built.splice(0)
  const second = requests.slice(1)
  await refittedAccuracy({ ...options, requests: second, frozen: rankMatrix(fitted, library, second) })
  expect(built).toEqual(both.slice(5))
  expect(new Set(both.map(String)).size).toBeGreaterThan(2)
})

test('frozen ranks of something else are refused', async () => {
  const table = tableOf([[1, 2, 3]], [0])
  const { library, requests, fitted } = table
  const frozen = { ...rankMatrix(fitted, library, requests), requests: 2 }
  const { router } = tabled(table)
  await expect(
    refittedAccuracy({ router, library, requests, frozen, size: 2, draws: 1, stream, resources: {} }),
  ).rejects.toThrow(/same library and requests/)
})
