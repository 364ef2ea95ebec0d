import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const release = (files: Files): string[] =>
  tableOf(files, 'release.csv', ['born', 'postcode', 'sex', 'finding']).map(
    (row) => `${row.born} ${row.postcode} ${row.sex} ${row.finding}`,
  )

const verifier: Verifier = [
  {
    id: 'names-and-dates-gone',
    weight: 2,
    test: ({ after }) => {
      assert.ok(release(after).length > 0)
      assert.doesNotMatch(textOf(after, 'release.csv'), /name|Obi|Anker|\d{4}-\d\d-\d\d|\d{5}/)
    },
  },
  {
    id: 'no-small-group',
    weight: 3,
    test: ({ after }) => {
      const groups = release(after).map((row) => row.split(' ').slice(0, 3).join(' '))
      assert.ok(groups.length > 0)
      for (const one of groups) assert.ok(groups.filter((other) => other === one).length >= 3, one)
    },
  },
  {
    id: 'rows-released',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(release(after), [
        '1980-1989 10xxx f asthma',
        '1980-1989 10xxx f none',
        '1980-1989 10xxx * asthma',
        '1970-1979 04xxx f migraine',
        '1980-1989 10xxx * flu',
        '1970-1979 04xxx f none',
        '1980-1989 10xxx f flu',
        '1980-1989 10xxx * none',
        '1970-1979 04xxx f asthma',
      ]),
  },
  {
    id: 'report',
    weight: 2,
    test: ({ after }) => {
      const report = jsonOf(after, 'release_report.json')
      near(report.rows_in, 12)
      near(report.rows_out, 9)
      near(report.masked, 3)
      near(report.dropped, 3)
      near(report.smallest_group, 3)
    },
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
