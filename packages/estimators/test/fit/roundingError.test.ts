import fc from 'fast-check'
import { expect, test } from 'vitest'
import { productError, sumError } from '../../src/fit/roundingError.ts'

/** A double as an integer of units 2^-80, exactly. */
function exact(x: number): bigint {
  let shifted = x
  for (let k = 0; k < 80; k++) shifted *= 2
  return BigInt(shifted)
}

const integers = fc.integer({ min: -(2 ** 52), max: 2 ** 52 })
const halves = fc.tuple(integers, fc.integer({ min: 0, max: 26 })).map(([k, shift]) => k / 2 ** shift)

test('sum and error together are exact', () => {
  fc.assert(
    fc.property(halves, halves, (a, b) => {
      expect(exact(a + b) + exact(sumError(a, b, a + b))).toBe(exact(a) + exact(b))
    }),
  )
  expect(sumError(1, 1e-20, 1)).toBe(1e-20)
})

test('product and error together are exact', () => {
  fc.assert(
    fc.property(halves, halves, (a, b) => {
      const unit = 1n << 80n
      expect((exact(a * b) + exact(productError(a, b, a * b))) * unit).toBe(exact(a) * exact(b))
    }),
  )
})
