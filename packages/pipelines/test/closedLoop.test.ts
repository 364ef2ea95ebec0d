import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWays, readWays, shareOfWay, type Way, writeWays } from '../src/closedLoop.ts'
import type { AskedStep } from '../src/countArm.ts'

const skills = 8
const order = fc.shuffledSubarray([...Array(skills).keys()], { minLength: skills })
const rowOf = (ranked: readonly number[]): Uint16Array => {
  const row = new Uint16Array(skills)
  for (const [rank, j] of ranked.entries()) row[j] = rank + 1
  return row
}
const step = (ranked: readonly number[], skill: number, request: string): AskedStep => ({
  row: rowOf(ranked),
  skill,
  request,
})

function subsets(from: readonly number[], n: number): number[][] {
  if (n === 0) return [[]]
  return from.flatMap((first, i) => subsets(from.slice(i + 1), n - 1).map((rest) => [first, ...rest]))
}

test('the chances of all ways add up to the share of libraries that come to a right end', () => {
  fc.assert(
    // Right skills 0 and 1; 2 also does the first step, 3 also the second. Every first skill leaves its own state.
    fc.property(order, order, order, fc.integer({ min: 0, max: 6 }), fc.boolean(), (start, after0, after2, n, both) => {
      const pairs = [[0, 1], [0, 3], [2, 1], ...(both ? [[2, 3]] : [])]
      const afterOf = new Map([
        [0, step(after0, 1, 'b0')],
        [2, step(after2, 1, 'b2')],
      ])
      const ways = pairs.map(
        ([first, second]): Way => ({ first: first!, second: second!, after: afterOf.get(first!)! }),
      )
      const begin = step(start, 0, 'a')
      const counted = countWays(begin, [0, 1], ways, (j) => `s${j}`)
      expect(readWays(writeWays(counted))).toEqual(counted)
      const libraries = subsets([2, 3, 4, 5, 6, 7], n)
      const best = (row: Uint16Array, library: readonly number[]): number =>
        library.reduce((a, b) => (row[b]! < row[a]! ? b : a))
      const right = libraries.filter((competitors) => {
        const library = [0, 1, ...competitors]
        const first = best(begin.row, library)
        const after = afterOf.get(first)
        if (after === undefined) return false
        const second = best(after.row, library)
        return pairs.some(([a, b]) => a === first && b === second)
      })
      const total = counted.reduce((sum, way) => sum + shareOfWay(way, { competitors: 6, drawn: n }), 0)
      expect(total).toBeCloseTo(right.length / libraries.length, 12)
    }),
  )
})

test('of tied skills exactly one is picked: the chances of picking any of them add up to 1', () => {
  for (let i = 0; i < 50; i++) {
    const row = Uint16Array.of(1, 2, 1, 1, 2, 2, 2, 2)
    const after = { row: rowOf([1, 0, 2, 3, 4, 5, 6, 7]), skill: 1, request: `after ${i}` }
    const ways = [0, 2, 3].map((first): Way => ({ first, second: 1, after }))
    const counted = countWays({ row, skill: 0, request: `start ${i}` }, [0, 1], ways, (j) => `s${j}`)
    const total = counted.reduce((sum, way) => sum + shareOfWay(way, { competitors: 6, drawn: 6 }), 0)
    expect(total).toBeCloseTo(1, 12)
  }
})

test('what is no way is told', () => {
  for (const text of ['', '1:0:8', '1:0:0:8']) expect(() => readWays(text)).toThrow('is no way')
})
