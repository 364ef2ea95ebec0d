import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestFirst, neighbourOrders, orderedCurve } from '../src/neighbours.ts'
import { rankMatrix } from '../src/ranks.ts'
import { smallTables, tableOf } from './table.ts'

test('every other skill stands once in the order, never nearer than one more similar', () => {
  const squares = fc
    .integer({ min: 1, max: 9 })
    .chain((n) => fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n * n, maxLength: n * n }))
  fc.assert(
    fc.property(squares, (values) => {
      const n = Math.sqrt(values.length)
      const { library } = tableOf([Array.from({ length: n }, () => 1)], [0])
      const orders = neighbourOrders(Float64Array.from(values), library)
      expect(orders.length).toBe(n)
      orders.forEach((order, i) => {
        expect([...order].sort((a, b) => a - b)).toEqual(library.skills.map((_, j) => j).filter((j) => j !== i))
        const similar = Array.from(order, (j) => values[i * n + j]!)
        expect(similar).toEqual([...similar].sort((a, b) => b - a))
      })
    }),
  )
})

test('who shares rare words of name or description stands first, who shares none last', () => {
  const skill = (id: string, name: string, description: string) => ({
    ...tableOf([[1]], [0]).library.skills[0]!,
    ...{ id, name, description },
  })
  const orders = nearestFirst({
    skills: [
      skill('s0', 'harbour pilot', 'steers ships through locks'),
      skill('s1', 'bread oven', 'bakes loaves'),
      skill('s2', 'canal guide', 'ships and locks and a harbour'),
      skill('s3', 'pilot light', 'keeps an oven warm'),
    ],
  })
  expect(orders.slice(0, 3).map((order) => order[0])).toEqual([2, 3, 0])
  expect([...orders[0]!]).toEqual([2, 3, 1])
  expect([...orders[3]!].at(-1)).toBe(2)
})

test('equal similarities are not settled by the order of ids', () => {
  const { library } = tableOf([Array.from({ length: 200 }, () => 1)], [0])
  const orders = neighbourOrders(new Float64Array(200 * 200), library)
  // The first of 199 equal ones is anywhere: mean index about 100, sd 57.7, over 200 skills sd 4.1.
  const mean = orders.reduce((sum, order) => sum + order[0]!, 0) / 200
  expect(Math.abs(mean - 99.5)).toBeLessThan(17)
  expect(new Set(orders.map((order) => order.join())).size).toBe(200)
})

test('an ordered library is decided as it stands', () => {
  const tables = smallTables.chain((table) =>
    fc.record({
      table: fc.constant(table),
      seeds: fc.array(fc.nat(1000), { minLength: table.library.skills.length, maxLength: table.library.skills.length }),
    }),
  )
  fc.assert(
    fc.property(tables, ({ table: { library, requests, fitted, rows }, seeds }) => {
      const skills = library.skills.length
      const orders = library.skills.map((_, i) =>
        Int32Array.from(
          [...library.skills.keys()].filter((j) => j !== i).sort((a, b) => seeds[a]! - seeds[b]! || a - b),
        ),
      )
      const sizes = library.skills.map((_, j) => skills - j)
      const matrix = rankMatrix(fitted, library, requests)
      const { right, abstain } = orderedCurve(matrix, orders, sizes)
      requests.forEach((_, i) => {
        const target = matrix.targets[i]!
        sizes.forEach((size, k) => {
          const seen = [target, ...orders[target]!.slice(0, size - 1)].filter((j) => rows[i]![j] !== null)
          const best = Math.max(...seen.map((j) => rows[i]![j]!))
          const top = seen.filter((j) => rows[i]![j] === best)
          expect(right[i * sizes.length + k]).toBe(top.includes(target) ? 1 / top.length : 0)
          expect(abstain[i * sizes.length + k]).toBe(seen.length === 0 ? 1 : 0)
        })
      })
    }),
  )
})

test('similarities and orders that do not fit are refused', () => {
  const { library, requests, fitted } = tableOf([[1, 2]], [0])
  expect(() => neighbourOrders(new Float64Array(3), library)).toThrow(/square of 2/)
  expect(() => neighbourOrders(Float64Array.of(1, Number.NaN, 0, 1), library)).toThrow(/NaN/)
  const matrix = rankMatrix(fitted, library, requests)
  expect(() => orderedCurve(matrix, [Int32Array.of(1)], [2])).toThrow(/one a skill/)
})
