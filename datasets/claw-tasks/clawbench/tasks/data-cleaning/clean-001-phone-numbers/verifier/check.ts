import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'contacts_clean.csv', ['id', 'name', 'phone', 'email', 'updated'])
const phones = (after: Files, ids: readonly string[]): (string | undefined)[] =>
  ids.map((id) => rows(after).find((row) => row.id === id)?.phone)

const verifier: Verifier = [
  {
    id: 'lines-in-order',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ id }) => id),
        ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
      ),
  },
  {
    id: 'national',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(phones(after, ['1', '6', '8']), ['+49305550112', '+491715550175', '+492215550166']),
  },
  {
    id: 'international',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(phones(after, ['3', '4', '11']), ['+49895550123', '+4555500144', '+33155500181']),
  },
  { id: 'zero-in-brackets', weight: 2, test: ({ after }) => assert.deepEqual(phones(after, ['2']), ['+49405550199']) },
  {
    id: 'emptied',
    weight: 2,
    test: ({ after }) => assert.deepEqual(phones(after, ['5', '7', '9', '10', '12']), ['', '', '', '', '']),
  },
  {
    id: 'listed',
    weight: 3,
    test: ({ after }) => assert.deepEqual(textOf(after, 'unusable.txt').trim().split(/\s+/), ['5', '7', '10', '12']),
  },
  {
    id: 'rest-kept',
    weight: 1,
    test: ({ before, after }) => {
      const old = tableOf(before, 'contacts.csv', ['id'])
      const bare = (row: Record<string, string>) => [row.id, row.name, row.email, row.updated]
      assert.deepEqual(rows(after).map(bare), old.map(bare))
      untouched({ before, after })
    },
  },
]
export default verifier
