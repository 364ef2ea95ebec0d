import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const list = (after: Files) => tableOf(after, 'attachments.csv', ['file', 'type', 'bytes', 'sha256'])
const bytesOf = (after: Files, name: string): string => Buffer.from(after.get(`attachments/${name}`) ?? []).toString()

const verifier: Verifier = [
  {
    id: 'first-table',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        bytesOf(after, 'tide-table.csv'),
        'station,high,low\nOld Quay,05:12,11:26\nHarbour Mouth,05:31,11:48\n',
      ),
  },
  {
    id: 'table-of-the-same-name',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        bytesOf(after, 'tide-table-2.csv'),
        'shot,caption\n1,Quay wall from the east\n2,Ladder and fender\n',
      ),
  },
  {
    id: 'quoted-printable-notes',
    weight: 3,
    test: ({ after }) =>
      assert.equal(
        bytesOf(after, 'notes.txt'),
        'Señor Alba wants 3 copies = one per boat, and all of them before the noon tide.\nBring the café key.',
      ),
  },
  {
    id: 'nothing-else-saved',
    weight: 2,
    test: ({ before, after }) => {
      const made = [...after.keys()].filter((name) => !before.has(name) && name !== 'attachments.csv').sort()
      assert.deepEqual(made, ['attachments/notes.txt', 'attachments/tide-table-2.csv', 'attachments/tide-table.csv'])
    },
  },
  {
    id: 'list',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(
        list(after).map((row) => [row.file!.replace('attachments/', ''), row.type]),
        [
          ['tide-table.csv', 'text/csv'],
          ['notes.txt', 'text/plain'],
          ['tide-table-2.csv', 'text/csv'],
        ],
      )
      for (const [k, bytes] of [64, 101, 59].entries()) near(list(after)[k]?.bytes, bytes, 0)
    },
  },
  {
    id: 'digests',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        list(after).map((row) => row.sha256!.toLowerCase()),
        [
          '1cfa8e1248e1409d83dcbe92243abdc7779e4e49ede867d95b37ae0b9e3bc55b',
          'f4e372693f71d039ecb3d18a340d7c6eafbbe4a60c9cb5d01d384834824306c0',
          '108a15bcd7bf9f66a7ca29d8cb827236d7df01921cc1f47669b8c7f0ba81988a',
        ],
      ),
  },
  {
    id: 'message-kept',
    weight: 1,
    test: ({ before, after }) => {
      list(after)
      untouched({ before, after })
    },
  },
]
export default verifier
