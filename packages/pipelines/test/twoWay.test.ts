import { logScale } from '@lawbook/estimators'
import { expect, test } from 'vitest'
import { twoWayInterval } from '../src/index.ts'

/** values[r][p]: two groups of pipelines that differ, three kins that differ more. */
const values = [
  [1, 1.1, 3, 3.1],
  [5, 5.1, 7, 7.1],
  [9, 9.1, 11, 11.2],
]
const mean = (routers: readonly number[], pipelines: readonly number[]): number => {
  const all = routers.flatMap((r) => pipelines.map((p) => values[r]![p]!))
  return all.reduce((a, b) => a + b) / all.length
}
const options = {
  statistic: mean,
  kins: ['a', 'b', 'c'],
  clusterOf: ['x', 'x', 'y', 'z'],
  clusterName: 'skills',
  sided: 'two',
} as const

test('each limit is the farther one of the two jackknives', () => {
  const both = twoWayInterval(options)
  const skills = twoWayInterval({ ...options, kins: ['a', 'a', 'a'] })
  const kins = twoWayInterval({ ...options, clusterOf: ['x', 'x', 'x', 'x'] })
  for (const of of ['i90', 'i995'] as const) {
    expect(both.nested[of][0]).toBe(Math.min(skills.nested[of][0], kins.nested[of][0]))
    expect(both.nested[of][1]).toBe(Math.max(skills.nested[of][1], kins.nested[of][1]))
  }
  expect(both.nested.value).toBeCloseTo(6.06, 1)
  expect(both.resampled).toBe('skills (3) and kins of routers (3), the farther limit of each')
  expect(skills.resampled).toBe('skills (3)')
})

test('a ratio keeps its sign on the logarithmic scale', () => {
  const { nested } = twoWayInterval({ ...options, transform: logScale })
  expect(nested.i995[0]).toBeGreaterThan(0)
  expect(nested.value).toBeCloseTo(twoWayInterval(options).nested.value, 12)
})
