import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, tableOf, untouched } from '../../../../../kit/verify.ts'

const disclosed = (after: Files) => tableOf(after, 'disclosed.csv', ['record', 'kind', 'date', 'label'])

const verifier: Verifier = [
  {
    id: 'entries',
    weight: 2,
    test: ({ after }) => assert.deepEqual(jsonOf(after, 'identity.json').persons, ['P1', 'P3', 'P7', 'P8']),
  },
  {
    id: 'addresses',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(jsonOf(after, 'identity.json').emails, [
        'a.brink@work.example',
        'ada@brink.example',
        'ada@tamm.example',
      ]),
  },
  {
    id: 'disclosed',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        disclosed(after).map(({ record }) => record),
        ['m1', 'f1', 'f4', 'm3', 'm8', 'm6'],
      ),
  },
  {
    id: 'disclosed-details',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        disclosed(after).map(({ record, kind, date, label }) => [record, kind, date, label].join('|')),
        [
          'm1|mail|2025-01-01|New year',
          'f1|file|2025-02-02|/staff/contract.txt',
          'f4|file|2025-03-03|/projects/plan.md',
          'm3|mail|2025-03-05|Rota, week 11',
          'm8|mail|2025-09-09|Minutes',
          'm6|mail|2025-12-31|Keys',
        ],
      ),
  },
  {
    id: 'withheld',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'withheld.csv', ['record', 'reason']).map(({ record, reason }) => `${record} ${reason}`),
        ['f2 restricted', 'f3 restricted', 'f7 hold', 'f8 hold', 'm5 hold', 'm9 privileged'],
      ),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      disclosed(after)
      untouched({ before, after })
    },
  },
]
export default verifier
