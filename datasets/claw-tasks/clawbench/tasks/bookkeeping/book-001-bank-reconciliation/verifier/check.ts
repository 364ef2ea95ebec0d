import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const open = (after: ReadonlyMap<string, Uint8Array>) => jsonOf(after, 'open_items.json')
const texts = (value: unknown): string[] => (value as unknown[]).map(String)

const verifier: Verifier = [
  {
    id: 'bank-lines-left',
    weight: 3,
    test: ({ after }) => assert.deepEqual(texts(open(after).bank_only), ['B-104', 'B-105', 'B-107']),
  },
  {
    id: 'bookings-left',
    weight: 3,
    test: ({ after }) => assert.deepEqual(texts(open(after).ledger_only), ['74', '75', '77']),
  },
  { id: 'pairs', weight: 1, test: ({ after }) => near(open(after).matched, 4) },
  { id: 'difference', weight: 2, test: ({ after }) => near(open(after).difference, -1037.5) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      open(after)
      untouched({ before, after })
    },
  },
]
export default verifier
