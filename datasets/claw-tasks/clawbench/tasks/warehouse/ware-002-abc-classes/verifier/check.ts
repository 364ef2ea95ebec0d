import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'result.csv', ['sku', 'value', 'share', 'class'])
const each = (after: Files, column: string, expected: Record<string, number>): void => {
  for (const [sku, value] of Object.entries(expected)) near(rows(after).find((row) => row.sku === sku)?.[column], value)
}

const verifier: Verifier = [
  {
    id: 'ranking',
    weight: 3,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ sku }) => sku)
          .join(' '),
        'P3 P1 P2 P4 P7 P5 P6',
      ),
  },
  {
    id: 'returns-taken-off',
    weight: 2,
    test: ({ after }) => each(after, 'value', { P1: 336, P5: 0 }),
  },
  {
    id: 'values',
    weight: 2,
    test: ({ after }) => each(after, 'value', { P3: 400, P2: 200, P4: 60, P7: 4, P6: 0 }),
  },
  {
    id: 'shares',
    weight: 2,
    test: ({ after }) => each(after, 'share', { P3: 40, P1: 33.6, P2: 20, P4: 6, P7: 0.4, P5: 0, P6: 0 }),
  },
  {
    id: 'classes',
    weight: 4,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map((row) => row.sku! + row.class!)
          .sort()
          .join(' '),
        'P1A P2A P3A P4B P5C P6C P7C',
      ),
  },
]
export default verifier
