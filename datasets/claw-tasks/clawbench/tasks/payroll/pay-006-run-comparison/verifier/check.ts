import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'changes.csv', ['employee', 'code', 'before', 'after', 'change'])
const holds = (after: Files, employee: string, code: string, expected: readonly [number, number, number]): void => {
  const row = rows(after).find((one) => one.employee === employee && one.code === code)
  for (const [i, column] of ['before', 'after', 'change'].entries()) near(row?.[column], expected[i]!)
}
type Review = { joined: string[]; left: string[]; flagged: { employee: string; percent: number }[] }

const verifier: Verifier = [
  {
    id: 'rows',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ employee, code }) => `${employee} ${code}`),
        ['P2 bonus', 'P2 tax', 'P4 base', 'P4 tax', 'P7 bonus'],
      ),
  },
  {
    id: 'line-gone-or-new',
    weight: 2,
    test: ({ after }) => {
      holds(after, 'P2', 'bonus', [200, 0, -200])
      holds(after, 'P7', 'bonus', [0, 100, 100])
    },
  },
  {
    id: 'deductions',
    weight: 3,
    test: ({ after }) => {
      holds(after, 'P2', 'tax', [-350, -310, 40])
      holds(after, 'P4', 'tax', [-380, -460, -80])
      holds(after, 'P4', 'base', [2800, 3200, 400])
    },
  },
  {
    id: 'joined-and-left',
    weight: 2,
    test: ({ after }) => {
      const { joined, left } = jsonOf<Review>(after, 'review.json')
      assert.deepEqual({ joined, left }, { joined: ['P5'], left: ['P3'] })
    },
  },
  {
    id: 'flagged',
    weight: 3,
    test: ({ after }) => {
      const { flagged } = jsonOf<Review>(after, 'review.json')
      assert.ok(Array.isArray(flagged), 'flagged is no list')
      assert.equal(flagged.map(({ employee }) => employee).join(), 'P4')
      near(flagged[0]?.percent, 13.2)
    },
  },
]
export default verifier
