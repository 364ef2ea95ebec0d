import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const found = (after: Files): string[] =>
  tableOf(after, 'violations.csv', ['line', 'column', 'rule']).map((row) => `${row.line} ${row.column} ${row.rule}`)
const of = (after: Files, column: string): string[] => {
  const all = found(after)
  assert.ok(all.length > 0, 'no violation was found')
  return all.filter((one) => one.includes(` ${column} `))
}

const expected = [
  '3 date pattern',
  '4 order unique',
  '4 customer in',
  '5 order pattern',
  '5 amount min',
  '6 order required',
  '6 amount max',
  '7 date required',
  '7 amount number',
  '9 customer in',
  '10 order unique',
  '11 order required',
]

const verifier: Verifier = [
  {
    id: 'order',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'order'), [
        '4 order unique',
        '5 order pattern',
        '6 order required',
        '10 order unique',
        '11 order required',
      ]),
  },
  {
    id: 'date',
    weight: 1,
    test: ({ after }) => assert.deepEqual(of(after, 'date'), ['3 date pattern', '7 date required']),
  },
  {
    id: 'customer',
    weight: 2,
    test: ({ after }) => assert.deepEqual(of(after, 'customer'), ['4 customer in', '9 customer in']),
  },
  {
    id: 'amount',
    weight: 3,
    test: ({ after }) => assert.deepEqual(of(after, 'amount'), ['5 amount min', '6 amount max', '7 amount number']),
  },
  { id: 'sorted', weight: 1, test: ({ after }) => assert.deepEqual(found(after), expected) },
  {
    id: 'valid-lines',
    weight: 2,
    test: ({ after }) => assert.deepEqual(textOf(after, 'valid.txt').trim().split(/\s+/), ['2', '8']),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      found(after)
      untouched({ before, after })
    },
  },
]
export default verifier
