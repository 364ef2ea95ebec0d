import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'report.csv', ['domain', 'messages', 'size_kb'])
const of = (after: Files, domain: string) => {
  const row = rows(after).find((one) => one.domain === domain)
  assert.ok(row, `no row for ${domain}`)
  return row
}
const expected: readonly [domain: string, messages: number, size: number][] = [
  ['ferncourt.example', 3, 412 + 1530 + 58],
  ['kitepaper.example', 1, 2000],
  ['mail.northpipe.example', 1, 640],
  ['northpipe.example', 2, 88 + 91],
  ['studio-oak.example', 1, 179],
]

const verifier: Verifier = [
  {
    id: 'domains-in-order',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((row) => row.domain),
        expected.map(([domain]) => domain),
      ),
  },
  {
    id: 'counts',
    weight: 3,
    test: ({ after }) => {
      for (const [domain, messages] of expected) near(of(after, domain).messages, messages, 0)
    },
  },
  {
    id: 'sizes',
    weight: 3,
    test: ({ after }) => {
      for (const [domain, , size] of expected) near(of(after, domain).size_kb, size)
    },
  },
  {
    id: 'index-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
