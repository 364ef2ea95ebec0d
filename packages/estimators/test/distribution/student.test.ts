import { expect, test } from 'vitest'
import { studentCdf, studentQuantile } from '../../src/distribution/student.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('studentCdf agrees with 40-digit values, with fractional and with a million degrees of freedom', () =>
  reaches(distribution, 'studentCdf', 13))

test('studentQuantile agrees with 40-digit values', () => reaches(distribution, 'studentQuantile', 13))

test('both keep their digits far out, down to tails of 1e-300', () => {
  reaches(distribution, 'studentCdf far', 12.5)
  reaches(distribution, 'studentQuantile far', 13)
})

test('one degree of freedom is Cauchy', () => {
  expect(studentQuantile(0.75, 1)).toBeCloseTo(1, 13)
  expect(studentQuantile(0.5, 1)).toBe(0)
})

test('outside the domain it fails', () => {
  expect(() => studentCdf(1, 0)).toThrow('0 degrees of freedom')
  expect(() => studentQuantile(0.1, -1)).toThrow('-1 degrees of freedom')
  expect(() => studentQuantile(1, 5)).toThrow('at 1; p must be in (0, 1)')
})
