import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'actions.csv', ['id', 'folder', 'labels'])
const is = (after: Files, id: string, folder: string, labels: string): void => {
  const row = rows(after).find((one) => one.id === id)
  assert.deepEqual([row?.folder, row?.labels], [folder, labels], id)
}

const verifier: Verifier = [
  {
    id: 'messages',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((row) => row.id),
        ['r01', 'r02', 'r03', 'r04', 'r05', 'r06', 'r08', 'r09'],
      ),
  },
  { id: 'label-without-move', weight: 2, test: ({ after }) => is(after, 'r01', 'Accounts', 'council;money') },
  {
    id: 'domains',
    weight: 3,
    test: ({ after }) => {
      is(after, 'r02', 'Attachments', 'council;large')
      is(after, 'r03', 'Lists', 'indirect')
      is(after, 'r08', 'Lists', '')
    },
  },
  { id: 'stop', weight: 3, test: ({ after }) => is(after, 'r04', 'Attachments', 'large;money;vip') },
  {
    id: 'limits-and-whole-addresses',
    weight: 2,
    test: ({ after }) => {
      is(after, 'r05', 'Inbox', '')
      is(after, 'r09', 'Inbox', '')
    },
  },
  { id: 'last-move-wins', weight: 3, test: ({ after }) => is(after, 'r06', 'Lists', 'indirect;large;money') },
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
