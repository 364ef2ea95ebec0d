import { describe, expect, it } from 'vitest'
import { allOf, anyOf } from '../../src/distribution/trials.ts'

describe('trials drawn without replacement', () => {
  it('are what counting all draws gives', () => {
    for (const [solved, trials] of [
      [0, 4],
      [1, 4],
      [3, 4],
      [4, 4],
      [2, 7],
    ] as const)
      for (let k = 1; k <= trials; k++) {
        const draws = subsets(trials, k)
        const any = draws.filter((draw) => draw.some((i) => i < solved)).length
        const all = draws.filter((draw) => draw.every((i) => i < solved)).length
        expect(anyOf(solved, trials, k)).toBeCloseTo(any / draws.length, 12)
        expect(allOf(solved, trials, k)).toBeCloseTo(all / draws.length, 12)
      }
  })
})

function subsets(n: number, k: number): number[][] {
  if (k === 0) return [[]]
  return Array.from({ length: n }, (_, last) => last).flatMap((last) =>
    subsets(last, k - 1).map((rest) => [...rest, last]),
  )
}
