import { logBinomial } from '@lawbook/estimators'
import { expect, test } from 'vitest'
import { missTable } from '../src/hypergeometric.ts'

test('the table is the ratio of binomial coefficients, and exactly 0 where a member cannot be missed', () => {
  for (const [M, k] of [
    [1143, 9],
    [1143, 499],
    [30, 30],
    [12, 0],
  ] as const) {
    missTable(M, k).forEach((value, r) => {
      if (r > M - k) expect(value).toBe(0)
      else {
        const expected = Math.exp(logBinomial(M - r, k) - logBinomial(M, k))
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-11 * expected + 1e-300)
      }
    })
  }
})
