import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

type Report = { resolved: Record<string, string>; unresolved: string[]; unknown: string[] }
const report = (after: Files) => jsonOf<Report>(after, 'env_report.json')
const value = (after: Files, name: string, expected: string): void =>
  assert.equal(report(after).resolved?.[name], expected, name)

const verifier: Verifier = [
  {
    id: 'names',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        Object.keys(report(after).resolved ?? {}).sort(),
        'BASE_URL COPY F G GREETING HOME_DIR HOST LITERAL LOG_DIR NODE NOTE PORT SCHEME'.split(' '),
      ),
  },
  {
    id: 'settings-before-defaults',
    weight: 3,
    test: ({ after }) => {
      value(after, 'HOME_DIR', '/data/ledgerly')
      value(after, 'LOG_DIR', '/data/ledgerly/log')
      value(after, 'NODE', 'n4')
      value(after, 'BASE_URL', '://n4.till.example:8080')
    },
  },
  {
    id: 'quotes-and-dollars',
    weight: 3,
    test: ({ after }) => {
      value(after, 'NOTE', ['costs $5, $', '{PORT} and $', '{NOWHERE} stay'].join(''))
      value(after, 'GREETING', 'Hi , # 8080 is $2 or $3')
      value(after, 'LITERAL', ['$', '{PORT}'].join(''))
      value(after, 'COPY', ['$', '{PORT}'].join(''))
    },
  },
  {
    id: 'defaults',
    weight: 2,
    test: ({ after }) => {
      value(after, 'F', '8080')
      value(after, 'G', 'https://x')
    },
  },
  {
    id: 'circle',
    weight: 4,
    test: ({ after }) => assert.deepEqual(report(after).unresolved, ['A', 'B', 'C', 'D', 'E']),
  },
  { id: 'unknown', weight: 2, test: ({ after }) => assert.deepEqual(report(after).unknown, ['MISSING', 'USER_NAME']) },
  {
    id: 'files-kept',
    weight: 1,
    test: ({ before, after }) => {
      report(after)
      untouched({ before, after })
    },
  },
]
export default verifier
