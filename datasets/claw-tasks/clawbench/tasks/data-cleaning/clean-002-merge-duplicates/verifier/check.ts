import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, tableOf, untouched } from '../../../../../kit/verify.ts'

const columns = ['id', 'name', 'phone', 'email', 'updated']
const rows = (after: Files) => tableOf(after, 'contacts_clean.csv', columns)
const row = (after: Files, id: string): unknown[] => {
  const found = rows(after).find((one) => one.id === id)
  return columns.map((column) => found?.[column])
}

const verifier: Verifier = [
  {
    id: 'records-left',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ id }) => id),
        ['101', '104', '105', '106', '108', '110'],
      ),
  },
  {
    id: 'newest-with-gaps-filled',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(row(after, '101'), ['101', 'Ada Brink', '+49305550100', 'ada@brink.example', '2026-01-04'])
      assert.deepEqual(row(after, '104'), ['104', 'Ole Tamm', '+49405550199', 'ole.tamm@mail.example', '2026-02-11'])
      assert.deepEqual(row(after, '110'), ['110', 'Jan Reed', '', 'jan@reed.example', '2026-03-01'])
    },
  },
  {
    id: 'same-day',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(row(after, '108'), ['108', 'Kai Lund', '+4555500144', 'kai@lund.example', '2026-02-02']),
  },
  {
    id: 'without-email',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(row(after, '105'), ['105', 'Mia Roth', '+49895550123', '', '2026-01-01'])
      assert.deepEqual(row(after, '106'), ['106', 'Mia Roth', '+49895550123', '', '2026-01-02'])
    },
  },
  {
    id: 'swallowed',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(jsonOf(after, 'merged.json'), { '101': [103, 107], '104': [102], '108': [109] }),
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
