import { expect, test } from 'vitest'
import { studentCdf, studentQuantile } from '../../src/distribution/student.ts'
import { agrees } from './golden.ts'

test('studentCdf agrees with 40-digit values, with fractional and with a million degrees of freedom', () =>
  agrees('studentCdf', studentCdf, 1e-13))

test('studentQuantile agrees with 40-digit values', () => agrees('studentQuantile', studentQuantile, 1e-12))

test('one degree of freedom is Cauchy', () => {
  expect(studentQuantile(0.75, 1)).toBeCloseTo(1, 13)
  expect(studentQuantile(0.5, 1)).toBe(0)
})

test('outside the domain it fails', () => {
  expect(() => studentCdf(1, 0)).toThrow('0 degrees of freedom')
  expect(() => studentQuantile(0.1, -1)).toThrow('-1 degrees of freedom')
  expect(() => studentQuantile(1, 5)).toThrow('at 1; p must be in (0, 1)')
})
