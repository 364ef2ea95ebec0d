import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intersection, type Nested, nestedIntervals, outerTail, union } from '../../src/interval/nested.ts'
import { logOneMinus, studentInterval } from '../../src/interval/student.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const estimate = fc.record({
  value: finite(-5, 5),
  se: finite(0, 3),
  df: finite(1, 200),
  parts: fc.integer({ min: 1, max: 30 }),
  sided: fc.constantFrom('one' as const, 'two' as const),
})

function expectNested({ value, i90, i995 }: Nested): void {
  expect(i995[0]).toBeLessThanOrEqual(i90[0])
  expect(i90[0]).toBeLessThanOrEqual(value)
  expect(value).toBeLessThanOrEqual(i90[1])
  expect(i90[1]).toBeLessThanOrEqual(i995[1])
}

test('nestedIntervals agrees with R', () => reaches(interval, 'nestedIntervals', 13.5))

test('the 90 % interval contains the value and lies in the 99.5 % one, on any scale', () => {
  fc.assert(
    fc.property(estimate, (each) => {
      expectNested(nestedIntervals(each))
      expectNested(nestedIntervals({ ...each, transform: logOneMinus }))
    }),
  )
})

test('tails: 5 % inside; .25 % (two-sided) or .5 % over parts (one-sided) outside', () => {
  const one = { value: 0, se: 1, df: 14 }
  const { i90, i995 } = nestedIntervals({ ...one, sided: 'one', parts: 5 })
  expect(i90).toEqual(studentInterval({ ...one, tail: 0.05 }))
  expect(i995).toEqual(studentInterval({ ...one, tail: 0.001 }))
  expect(nestedIntervals({ ...one, sided: 'two' }).i995).toEqual(studentInterval({ ...one, tail: 0.0025 }))
  expect(() => outerTail('one', 0)).toThrow('0 statements')
})

test('intersection: above a line iff every part is; below it iff some part is. union: the mirror', () => {
  fc.assert(
    fc.property(fc.array(estimate, { minLength: 1, maxLength: 8 }), finite(-6, 6), (estimates, line) => {
      const parts = estimates.map((each) => nestedIntervals({ ...each, parts: estimates.length }))
      const all = intersection(parts)
      expectNested(all)
      expect(all.i90[0] > line).toBe(parts.every(({ i90 }) => i90[0] > line))
      expect(all.i995[1] < line).toBe(parts.some(({ i995 }) => i995[1] < line))
      const any = union(parts)
      expectNested(any)
      expect(any.i90[1] < line).toBe(parts.every(({ i90 }) => i90[1] < line))
      expect(any.i995[0] > line).toBe(parts.some(({ i995 }) => i995[0] > line))
    }),
  )
  expect(() => intersection([])).toThrow('no parts')
})
