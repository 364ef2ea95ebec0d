import fc from 'fast-check'
import { expect, test } from 'vitest'
import { predictionError } from '../../src/compare/predictionError.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'

test('predictionError agrees with R', () => reaches(compare, 'predictionError', 13))

test('the mean, the mean of absolute values, the root of the mean square', () => {
  expect(predictionError(Float64Array.of(3, -1, 0, -4))).toEqual({ signed: -0.5, absolute: 2, rms: Math.sqrt(6.5) })
})

test('|signed| <= absolute <= rms, and a change of sign changes the sign alone', () => {
  const errors = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(errors, (values) => {
      const { signed, absolute, rms } = predictionError(Float64Array.from(values))
      expect(Math.abs(signed)).toBeLessThanOrEqual(absolute * (1 + 1e-12))
      expect(absolute).toBeLessThanOrEqual(rms * (1 + 1e-12) + 1e-160)
      const turned = predictionError(Float64Array.from(values, (value) => -value))
      expect([turned.signed + signed, turned.absolute, turned.rms]).toEqual([0, absolute, rms])
    }),
  )
})

test('no error and an unknown one are refused', () => {
  expect(() => predictionError(new Float64Array(0))).toThrow(expect.objectContaining({ code: 'LB_FIT' }))
  expect(() => predictionError(Float64Array.of(1, Number.NaN))).toThrow(
    expect.objectContaining({ code: 'LB_NOT_FINITE' }),
  )
})
