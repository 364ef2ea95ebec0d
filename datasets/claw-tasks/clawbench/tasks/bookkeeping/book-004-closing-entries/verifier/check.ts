import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const lines = (after: Files) => tableOf(after, 'closing.csv', ['entry', 'date', 'account', 'debit', 'credit'])
const side = (cell: string | undefined): string =>
  cell === '' || cell === undefined ? '0.00' : Number(cell).toFixed(2)
const entry = (after: Files, number: string): string[] =>
  lines(after)
    .filter((line) => line.entry === number)
    .map((line) => `${line.account} ${side(line.debit)} ${side(line.credit)}`)
    .sort()

const verifier: Verifier = [
  {
    id: 'income-closed',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(entry(after, '13'), [
        '4000 7010.40 0.00',
        '4010 1000.00 0.00',
        '4090 0.00 96.00',
        '9000 0.00 7914.40',
      ]),
  },
  {
    id: 'expense-closed',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(entry(after, '14'), [
        '5000 0.00 2680.50',
        '5100 0.00 600.00',
        '5190 45.75 0.00',
        '9000 3234.75 0.00',
      ]),
  },
  {
    id: 'result-carried',
    weight: 3,
    test: ({ after }) => assert.deepEqual(entry(after, '15'), ['3900 0.00 4679.65', '9000 4679.65 0.00']),
  },
  {
    id: 'nothing-else-booked',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual([...new Set(lines(after).map((line) => line.entry))].sort(), ['13', '14', '15'])
      assert.ok(lines(after).every((line) => line.date === '2026-12-31'))
    },
  },
  {
    id: 'report',
    weight: 2,
    test: ({ after }) => {
      const report = jsonOf(after, 'report.json')
      near(report.income, 7914.4)
      near(report.expense, 3234.75)
      near(report.result, 4679.65)
    },
  },
]
export default verifier
