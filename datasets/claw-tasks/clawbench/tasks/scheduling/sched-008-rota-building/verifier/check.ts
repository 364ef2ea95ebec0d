import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const shifts = (after: Files, date: string): string[] =>
  tableOf(after, 'rota.csv', ['date', 'shift', 'person'])
    .filter((row) => row.date === date)
    .map(({ shift, person }) => `${shift} ${person}`)

const verifier: Verifier = [
  {
    id: 'first-day',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(shifts(after, '2026-10-05'), ['early Ada', 'early Bo', 'late Cy', 'night Fe']),
  },
  {
    id: 'second-day',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(shifts(after, '2026-10-06'), ['early Ada', 'late Cy', 'night Fe', 'night Di']),
  },
  {
    id: 'rest-and-row',
    weight: 4,
    test: ({ after }) => assert.deepEqual(shifts(after, '2026-10-07'), ['early Em', 'early Bo']),
  },
  {
    id: 'fewest-hours',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(shifts(after, '2026-10-08'), ['early Ada', 'early Em', 'late Cy', 'night Di']),
  },
  { id: 'own-limit', weight: 2, test: ({ after }) => assert.deepEqual(shifts(after, '2026-10-09'), ['late Bo']) },
  {
    id: 'filling-order',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        tableOf(after, 'rota.csv', ['date', 'shift', 'person'])
          .map(({ date, person }) => `${date!.slice(8)}${person}`)
          .join(' '),
        '05Ada 05Bo 05Cy 05Fe 06Ada 06Cy 06Fe 06Di 07Em 07Bo 08Ada 08Em 08Cy 08Di 09Bo',
      ),
  },
  {
    id: 'gaps',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'gaps.csv', ['date', 'shift', 'place', 'missing'])
          .map((row) => `${row.date!.slice(8)} ${row.shift} ${row.place} ${Number(row.missing)}`)
          .sort(),
        [
          '05 late any 1',
          '07 early any 1',
          '07 early lead 1',
          '07 late any 1',
          '07 late lead 1',
          '07 night lead 1',
          '08 night lead 1',
          '09 early lead 1',
          '09 late lead 1',
        ],
      ),
  },
  {
    id: 'hours',
    weight: 2,
    test: ({ after }) => {
      const hours = jsonOf(after, 'hours.json')
      const expected = { Ada: 24, Bo: 24, Cy: 24, Di: 18, Em: 16, Fe: 18 }
      assert.deepEqual(Object.keys(hours).sort(), Object.keys(expected))
      for (const [person, sum] of Object.entries(expected)) near(hours[person], sum)
    },
  },
]
export default verifier
