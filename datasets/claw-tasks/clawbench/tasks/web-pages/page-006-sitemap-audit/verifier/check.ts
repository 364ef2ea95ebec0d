import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) =>
  tableOf(after, 'findings.csv', ['page', 'problem']).map((row) => `${row.page} ${row.problem}`)
const expected = [
  'about.html hidden-listed',
  'https://quay.example.org/ foreign',
  'https://quay.example/gone.html gone',
  'old.html orphan',
  'shop/item-2.html copy-listed',
  'shop/item-4.html not-listed',
  'staff.html hidden-listed',
  'staff.html orphan',
  'tides.html not-listed',
]
const only = (after: Files, problem: RegExp): void =>
  assert.deepEqual(
    rows(after)
      .filter((row) => problem.test(row))
      .sort(),
    expected.filter((row) => problem.test(row)),
  )

const verifier: Verifier = [
  { id: 'orphans', weight: 4, test: ({ after }) => only(after, / orphan$/) },
  { id: 'not-listed', weight: 4, test: ({ after }) => only(after, / not-listed$/) },
  { id: 'hidden-and-copies', weight: 3, test: ({ after }) => only(after, /-listed$/) },
  { id: 'gone-and-foreign', weight: 2, test: ({ after }) => only(after, / (gone|foreign)$/) },
  { id: 'all-in-order', weight: 1, test: ({ after }) => assert.deepEqual(rows(after), expected) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
