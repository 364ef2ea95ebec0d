import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'result.csv', ['loan', 'name', 'title', 'days', 'fee'])
const row = (after: Files, loan: string): Record<string, string> => {
  const found = rows(after).find((one) => one.loan === loan)
  assert.ok(found !== undefined, `${loan} is not listed`)
  return found
}

const verifier: Verifier = [
  {
    id: 'loans-in-order',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ loan }) => loan),
        ['L4', 'L6', 'L1', 'L7', 'L8', 'L5'],
      ),
  },
  {
    id: 'names',
    weight: 2,
    test: ({ after }) => {
      const expected = { L4: 'Kai Lund', L6: 'Ada Brink', L1: 'Ada Brink', L7: '', L8: 'Ole Tamm', L5: 'Voss, Ina' }
      for (const [loan, name] of Object.entries(expected)) assert.equal(row(after, loan).name, name)
    },
  },
  {
    id: 'titles',
    weight: 2,
    test: ({ after }) => {
      const expected = {
        L4: 'Quays, Cranes and "Old Bess"',
        L6: 'Quays, Cranes and "Old Bess"',
        L1: 'Harbour Lights',
        L7: '',
        L8: 'Ropework',
        L5: 'The Tide Clerk',
      }
      for (const [loan, title] of Object.entries(expected)) assert.equal(row(after, loan).title, title)
    },
  },
  {
    id: 'days',
    weight: 2,
    test: ({ after }) => {
      const expected = { L4: 168, L6: 19, L1: 17, L7: 17, L8: 5, L5: 1 }
      for (const [loan, days] of Object.entries(expected)) near(row(after, loan).days, days)
    },
  },
  {
    id: 'fees',
    weight: 3,
    test: ({ after }) => {
      const expected = { L4: '6.00', L6: '3.80', L1: '3.40', L7: '3.40', L8: '1.00', L5: '0.20' }
      for (const [loan, fee] of Object.entries(expected)) assert.equal(row(after, loan).fee, fee)
    },
  },
  {
    id: 'workspace-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
      assert.deepEqual([...after.keys()].sort(), [...before.keys(), 'result.csv'].sort())
    },
  },
]
export default verifier
