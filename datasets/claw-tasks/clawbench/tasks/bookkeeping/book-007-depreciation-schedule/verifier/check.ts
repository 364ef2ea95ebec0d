import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'schedule.csv', ['asset', 'year', 'depreciation', 'book_value'])
/** Year, amount and book value of every row of an asset. */
const holds = (after: Files, asset: string, expected: readonly (readonly [number, number, number])[]): void => {
  const own = rows(after).filter((row) => row.asset === asset)
  assert.deepEqual(
    own.map(({ year }) => year),
    expected.map(([year]) => String(year)),
  )
  for (const [i, [, amount, left]] of expected.entries()) {
    near(own[i]!.depreciation, amount)
    near(own[i]!.book_value, left)
  }
}

const verifier: Verifier = [
  {
    id: 'bought-by-the-fifteenth',
    weight: 2,
    test: ({ after }) =>
      holds(after, 'A1', [
        [2024, 1000, 2600],
        [2025, 1200, 1400],
        [2026, 1200, 200],
        [2027, 200, 0],
      ]),
  },
  {
    id: 'residual-and-remainder',
    weight: 4,
    test: ({ after }) =>
      holds(after, 'A2', [
        [2023, 277.76, 24721.24],
        [2024, 3333.17, 21388.07],
        [2025, 3333.17, 18054.9],
        [2026, 3333.17, 14721.73],
        [2027, 3333.17, 11388.56],
        [2028, 3333.17, 8055.39],
        [2029, 3055.39, 5000],
      ]),
  },
  {
    id: 'low-value',
    weight: 2,
    test: ({ after }) => {
      holds(after, 'A3', [[2025, 249.9, 0]])
      holds(after, 'A5', [[2026, 250, 0]])
    },
  },
  {
    id: 'sold',
    weight: 3,
    test: ({ after }) =>
      holds(after, 'A4', [
        [2025, 1600, 6800],
        [2026, 933.33, 5866.67],
      ]),
  },
  {
    id: 'order',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ asset }) => asset)
          .join(' '),
        'A1 A1 A1 A1 A2 A2 A2 A2 A2 A2 A2 A3 A4 A4 A5',
      ),
  },
  {
    id: 'disposal',
    weight: 2,
    test: ({ after }) => {
      const list = jsonOf<{ asset: string; book_value: number; result: number }[]>(after, 'disposals.json')
      assert.ok(Array.isArray(list) && list.length === 1, 'there is one disposal')
      assert.equal(list[0]!.asset, 'A4')
      near(list[0]!.book_value, 5866.67)
      near(list[0]!.result, 33.33)
    },
  },
]
export default verifier
