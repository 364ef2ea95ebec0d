import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

const report = (after: Files) => jsonOf<Record<string, string[]>>(after, 'env_report.json')

const verifier: Verifier = [
  {
    id: 'missing',
    weight: 3,
    test: ({ after }) => assert.deepEqual(report(after).missing, ['LOG_LEVEL', 'MAIL_FROM']),
  },
  {
    id: 'undocumented',
    weight: 3,
    test: ({ after }) => assert.deepEqual(report(after).undocumented, ['DEBUG', 'SMTP_RELAY']),
  },
  { id: 'empty', weight: 2, test: ({ after }) => assert.deepEqual(report(after).empty, ['APP_HOST', 'DEBUG']) },
  { id: 'repeated', weight: 1, test: ({ after }) => assert.deepEqual(report(after).repeated, ['APP_PORT']) },
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
