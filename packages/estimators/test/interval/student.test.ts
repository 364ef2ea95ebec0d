import { expect, test } from 'vitest'
import { logOneMinus, logScale, studentInterval } from '../../src/interval/student.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('studentInterval agrees with R', () => reaches(interval, 'studentInterval', 13))

test('a textbook interval: t_{.975, 7} = 2.3646', () => {
  const [lo, hi] = studentInterval({ value: 10, se: 2, df: 7, tail: 0.025 })
  expect(hi - 10).toBeCloseTo(2 * 2.364624, 5)
  expect(10 - lo).toBeCloseTo(hi - 10, 12)
})

test('a falling transform is mapped back in order, inside its range', () => {
  const value = logOneMinus.forward(0.98)
  const [lo, hi] = studentInterval({ value, se: 0.4, df: 14, tail: 0.05, transform: logOneMinus })
  expect(lo).toBeLessThan(0.98)
  expect(hi).toBeGreaterThan(0.98)
  expect(hi).toBeLessThan(1)
  for (const { forward, inverse } of [logOneMinus, logScale]) expect(inverse(forward(0.3))).toBeCloseTo(0.3, 15)
})

test('numbers that make no interval are refused', () => {
  expect(() => studentInterval({ value: 1, se: -1, df: 3, tail: 0.05 })).toThrow('standard error -1')
  expect(() => studentInterval({ value: Number.NaN, se: 1, df: 3, tail: 0.05 })).toThrow('around NaN')
  expect(() => studentInterval({ value: 1, se: 1, df: 3, tail: 0.5 })).toThrow('0.5 in each tail')
})
