import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'cover.csv', ['lesson', 'start', 'absent', 'cover', 'knows'])
const of = (after: Files, lesson: string): string => {
  const row = rows(after).find((one) => one.lesson === lesson)
  assert.ok(row !== undefined, `lesson ${lesson} is not there`)
  return `${row.absent} ${row.cover} ${row.knows}`
}

const verifier: Verifier = [
  {
    id: 'lessons-to-cover',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ lesson, start }) => `${lesson} ${start}`),
        ['1 08:00', '4 09:00', '6 10:00', '7 11:00', '13 11:15'],
      ),
  },
  { id: 'by-subject', weight: 3, test: ({ after }) => assert.equal(of(after, '1'), 'Berg Roth yes') },
  { id: 'away-only-later', weight: 3, test: ({ after }) => assert.equal(of(after, '4'), 'Berg Hall yes') },
  { id: 'second-subject', weight: 1, test: ({ after }) => assert.equal(of(after, '6'), 'Hall Noll yes') },
  { id: 'limit-reached', weight: 3, test: ({ after }) => assert.equal(of(after, '7'), 'Berg Tamm no') },
  { id: 'nobody-left', weight: 2, test: ({ after }) => assert.equal(of(after, '13'), 'Hall none no') },
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
