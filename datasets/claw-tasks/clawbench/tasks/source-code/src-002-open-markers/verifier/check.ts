import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (files: Files) => tableOf(files, 'findings.csv', ['line', 'tag', 'owner', 'text'])
const column = (files: Files, name: string): string[] => rows(files).map((row) => row[name]!)

const verifier: Verifier = [
  {
    id: 'lines-found',
    weight: 4,
    test: ({ after }) => assert.deepEqual(column(after, 'line').map(Number), [4, 9, 15, 17, 20, 24]),
  },
  {
    id: 'tags',
    weight: 2,
    test: ({ after }) => assert.deepEqual(column(after, 'tag'), ['TODO', 'FIXME', 'XXX', 'FIXME', 'TODO', 'XXX']),
  },
  {
    id: 'owners',
    weight: 3,
    test: ({ after }) => assert.deepEqual(column(after, 'owner'), ['ines', 'nobody', 'bo', 'bo', 'nobody', 'mina']),
  },
  {
    id: 'texts',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(column(after, 'text'), [
        'ask the hall for the real limit',
        'fails on files with a byte order mark',
        'two thresholds, one flag',
        'log instead of print',
        'remove after the move',
        'say which one it is, "hall" or "yard"',
      ]),
  },
  {
    id: 'module-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
