import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) =>
  tableOf(after, 'findings.csv', ['element', 'id', 'problem']).map((row) => `${row.element} ${row.id} ${row.problem}`)
const expected = [
  'html  no-lang',
  'img chart no-alt',
  'a home no-name',
  'a go no-name',
  'button menu no-name',
  'input post no-label',
  'select size no-label',
  'p note double-id',
]
const only = (after: Files, problem: RegExp): void =>
  assert.deepEqual(
    rows(after)
      .filter((row) => problem.test(row))
      .sort(),
    expected.filter((row) => problem.test(row)).sort(),
  )

const verifier: Verifier = [
  { id: 'pictures', weight: 2, test: ({ after }) => only(after, /no-alt/) },
  { id: 'names', weight: 3, test: ({ after }) => only(after, /no-name/) },
  { id: 'labels', weight: 3, test: ({ after }) => only(after, /no-label/) },
  { id: 'language-and-ids', weight: 2, test: ({ after }) => only(after, /no-lang|double-id/) },
  { id: 'all-in-order', weight: 2, test: ({ after }) => assert.deepEqual(rows(after), expected) },
  {
    id: 'page-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
