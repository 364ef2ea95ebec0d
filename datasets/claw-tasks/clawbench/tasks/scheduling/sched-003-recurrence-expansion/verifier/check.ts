import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'occurrences.csv', ['date', 'start', 'end', 'uid', 'title'])
const dates = (after: Files, uid: string): string =>
  rows(after)
    .filter((row) => row.uid === uid)
    .map(({ date }) => date!.slice(5))
    .join(' ')

const verifier: Verifier = [
  {
    id: 'count-and-exclusion',
    weight: 4,
    test: ({ after }) => assert.equal(dates(after, 'boat'), '10-06 10-20 11-03'),
  },
  {
    id: 'every-second-week',
    weight: 4,
    test: ({ after }) => assert.equal(dates(after, 'crew'), '10-01 10-12 10-16 10-26'),
  },
  {
    id: 'moved',
    weight: 3,
    test: ({ after }) => {
      const found = rows(after).find(({ date }) => date === '2026-10-16')
      assert.equal(`${found?.start} ${found?.end} ${found?.title}`, '08:30 09:15 Crew training (gym)')
    },
  },
  {
    id: 'single-and-range',
    weight: 2,
    test: ({ after }) => {
      assert.equal(dates(after, 'feast'), '11-10')
      assert.equal(dates(after, 'tide'), '')
    },
  },
  {
    id: 'sorted',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ date, start, end, uid, title }) => `${date} ${start} ${end} ${uid} ${title}`),
        [
          '2026-10-01 14:00 14:45 crew Crew training',
          '2026-10-06 10:00 11:00 boat Boat check',
          '2026-10-12 14:00 14:45 crew Crew training',
          '2026-10-16 08:30 09:15 crew Crew training (gym)',
          '2026-10-20 10:00 11:00 boat Boat check',
          '2026-10-26 14:00 14:45 crew Crew training',
          '2026-11-03 10:00 11:00 boat Boat check',
          '2026-11-10 18:00 20:00 feast Club evening',
        ],
      ),
  },
]
export default verifier
