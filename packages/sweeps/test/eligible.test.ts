import { expect, test } from 'vitest'
import { eligibility } from '../src/eligible.ts'

const thresholds = [
  { size: 10, accuracy: 0.6 },
  { size: 500, accuracy: 0.2 },
]
const curves: Record<string, readonly [number, number]> = {
  weak: [0.6, 0.19],
  bm25: [0.6, 0.2],
  plus: [0.9, 0.5],
  missing: [0.9, Number.NaN],
  fused: [0.95, 0.6],
  floor: [0.99, 0.9],
}
const kins: Record<string, string> = { weak: 'bm25', bm25: 'bm25', plus: 'bm25', fused: 'fused', floor: 'floor' }
const routers = Object.keys(curves).map((id) => ({ id, title: id, kin: kins[id] ?? 'tf-idf', short: id }))
const curveOf = (id: string) => (size: number) => curves[id]![size === 10 ? 0 : 1]

test('judged: the first of its kin that reaches both thresholds, never a floor, a fusion or an unknown accuracy', () => {
  const rows = eligibility({ routers, curveOf, thresholds })
  expect(rows.map(({ id, eligible, reason }) => [id, eligible, reason])).toEqual([
    ['weak', false, 'calibration accuracy 0.190 at N = 500 is below 0.2'],
    ['bm25', true, 'judged'],
    ['plus', false, 'another router of its kin, bm25, is judged'],
    ['missing', false, 'calibration accuracy NaN at N = 500 is below 0.2'],
    ['fused', false, 'a fusion of other routers, not a representation of its own'],
    ['floor', false, 'a floor, shown for comparison'],
  ])
  expect(rows[1]!.calibration).toEqual([0.6, 0.2])
  expect(rows[1]!.short).toBe('bm25')
})

test('or the last of its kin', () => {
  const rows = eligibility({ routers, curveOf, thresholds, kinOrder: 'last' })
  expect(rows.map(({ id }) => id)).toEqual(routers.map(({ id }) => id))
  const judged = rows.filter(({ eligible }) => eligible)
  expect(judged.map(({ id }) => id)).toEqual(['plus'])
})
