import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const release = (files: Files) => tableOf(files, 'release.csv', ['code', 'year', 'postcode', 'sex', 'finding'])
const column = (files: Files, name: string): string =>
  release(files)
    .map((row) => row[name])
    .join(' ')

const verifier: Verifier = [
  {
    id: 'codes',
    weight: 4,
    test: ({ after }) => assert.equal(column(after, 'code'), 'P001 P002 P001 P003 P004 P002 P005 P003'),
  },
  {
    id: 'years',
    weight: 2,
    test: ({ after }) => assert.equal(column(after, 'year'), '1984 1979 1984 1991 1984 1979 2001 1991'),
  },
  {
    id: 'rest-as-it-was',
    weight: 2,
    test: ({ after }) => {
      assert.equal(column(after, 'postcode'), '10437 10439 10437 12045 10437 10439 04277 12045')
      assert.equal(column(after, 'sex'), 'f m f f f m f f')
      assert.equal(column(after, 'finding'), 'asthma none none migraine asthma diabetes none none')
    },
  },
  {
    id: 'nobody-named',
    weight: 3,
    test: ({ after }) => {
      assert.ok(release(after).length > 0)
      assert.doesNotMatch(textOf(after, 'release.csv'), /ines|brekke|okafor|lund|\d{4}-\d\d-\d\d/i)
    },
  },
  {
    id: 'key',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'key.csv', ['code', 'name', 'born']).map((row) => [row.code, row.name, row.born].join('|')),
        [
          'P001|Ines Vollmar|1984-03-02',
          'P002|Tomas Brekke|1979-11-30',
          'P003|Ines Vollmar|1991-07-14',
          'P004|Okafor, Ada|1984-03-02',
          'P005|Pia Lund|2001-01-09',
        ],
      ),
  },
  {
    id: 'list-kept',
    weight: 1,
    test: ({ before, after }) => {
      release(after)
      untouched({ before, after })
    },
  },
]
export default verifier
