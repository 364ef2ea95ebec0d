import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) =>
  tableOf(after, 'findings.csv', ['page', 'link', 'problem']).map((row) => `${row.page} ${row.link} ${row.problem}`)
const expected = [
  'about.html shop/list.html?sort=price#top-ten missing-anchor',
  'index.html about.html#crew missing-anchor',
  'index.html missing.html missing-file',
  'index.html #jobs missing-anchor',
  'shop/index.html ../contact.html missing-file',
  'shop/list.html ../img/boat.svg missing-file',
  'shop/list.html ./../about.html#Team missing-anchor',
  'shop/list.html /about.html/ missing-file',
]
const only = (after: Files, problem: string): void =>
  assert.deepEqual(
    rows(after)
      .filter((row) => row.endsWith(problem))
      .sort(),
    expected.filter((row) => row.endsWith(problem)).sort(),
  )

const verifier: Verifier = [
  { id: 'missing-files', weight: 4, test: ({ after }) => only(after, 'missing-file') },
  { id: 'missing-anchors', weight: 4, test: ({ after }) => only(after, 'missing-anchor') },
  { id: 'all-in-order', weight: 2, test: ({ after }) => assert.deepEqual(rows(after), expected) },
  {
    id: 'site-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
