import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'plan.csv', ['id', 'start', 'finish', 'slack'])
const dates = (after: Files, id: string): string => {
  const found = rows(after).find((row) => row.id === id)
  return `${found?.start} ${found?.finish}`
}

const verifier: Verifier = [
  {
    id: 'order-of-input',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ id }) => id)
          .join(''),
        'DABCHEFG',
      ),
  },
  {
    id: 'working-saturday',
    weight: 3,
    test: ({ after }) => {
      assert.equal(dates(after, 'A'), '2026-12-14 2026-12-16')
      assert.equal(dates(after, 'B'), '2026-12-17 2026-12-22')
      assert.equal(dates(after, 'C'), '2026-12-17 2026-12-18')
      assert.equal(dates(after, 'E'), '2026-12-17 2026-12-18')
    },
  },
  { id: 'waiting-time', weight: 3, test: ({ after }) => assert.equal(dates(after, 'D'), '2026-12-28 2026-12-31') },
  {
    id: 'after-new-year',
    weight: 3,
    test: ({ after }) => {
      assert.equal(dates(after, 'F'), '2027-01-04 2027-01-06')
      assert.equal(dates(after, 'G'), '2027-01-04 2027-01-08')
      assert.equal(dates(after, 'H'), '2027-01-12 2027-01-12')
    },
  },
  {
    id: 'slack',
    weight: 4,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ id, slack }) => id! + Number(slack || 'x'))
          .sort()
          .join(' '),
        'A0 B1 C0 D0 E11 F3 G0 H0',
      ),
  },
  {
    id: 'project',
    weight: 3,
    test: ({ after }) => {
      const project = jsonOf(after, 'project.json')
      assert.equal(project.finish, '2027-01-12')
      near(project.working_days, 20)
      assert.deepEqual(project.critical, ['A', 'C', 'D', 'G', 'H'])
    },
  },
]
export default verifier
