import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const columns = ['respondent', 'wave', 'satisfaction', 'uses', 'age']
const rows = (after: Files) => tableOf(after, 'combined.csv', columns)
const column = (after: Files, name: string): (string | undefined)[] => rows(after).map((row) => row[name])

const verifier: Verifier = [
  {
    id: 'who-and-when',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ respondent, wave }) => `${respondent}/${wave}`),
        ['3/1', '3/2', '7/1', '7/2', '9/1', '9/2', '12/1', '12/2', '15/1', '15/2', '21/1', '30/2'],
      ),
  },
  {
    id: 'satisfaction',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(column(after, 'satisfaction'), ['5', '5', '4', '4', '', '', '', '1', '3', '', '2', '3']),
  },
  {
    id: 'uses',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(column(after, 'uses'), [
        'yes',
        'no',
        'yes',
        'yes',
        '',
        'yes',
        'no',
        'no',
        'yes',
        'yes',
        'no',
        '',
      ]),
  },
  {
    id: 'age',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(column(after, 'age'), ['26', '27', '34', '35', '39', '', '51', '53', '45', '48', '60', '22']),
  },
  {
    id: 'refused',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'refused.csv', ['nr', 'reason'])
          .map(({ nr, reason }) => `${nr} ${reason}`)
          .sort(),
        ['3 stale', '4 unknown', '6 unknown', '7 stale'],
      ),
  },
  {
    id: 'counts',
    weight: 2,
    test: ({ after }) => {
      const { rows, panel, uncodable } = jsonOf(after, 'report.json')
      near(rows, 12)
      near(panel, 5)
      near(uncodable, 4)
    },
  },
  {
    id: 'age-conflicts',
    weight: 2,
    test: ({ after }) => {
      const conflicts = jsonOf(after, 'report.json').age_conflicts
      assert.deepEqual((conflicts as unknown[])?.map(Number), [15])
    },
  },
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
