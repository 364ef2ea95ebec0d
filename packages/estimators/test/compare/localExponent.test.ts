import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localExponent, localSlope } from '../../src/compare/localExponent.ts'
import { capabilityGap } from '../../src/laws/capabilityGap.ts'
import { log } from '../../src/laws/log.ts'
import { power } from '../../src/laws/power.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'

test('exponents and slopes agree with derivatives in high precision', () => {
  reaches(compare, 'localExponent', 9.5)
  reaches(compare, 'localSlope', 9.5)
  reaches(compare, 'localExponent flat', 6.5)
  reaches(compare, 'localSlope flat', 6.5)
})

test('a power law has its exponent everywhere, and its error is that of b; a log law has its slope', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      (b, n) => {
        const x = Float64Array.of(n)
        const covariance = Float64Array.of(0.04, 0, 0, 0.09)
        const exponent = localExponent({ law: power, parameters: Float64Array.of(2, b), x, covariance })
        expect(Math.abs(exponent.value + b)).toBeLessThan(1e-9)
        expect(Math.abs(exponent.se! - 0.3)).toBeLessThan(1e-9)
        const slope = localSlope({ law: log, parameters: Float64Array.of(0.9, b), x, covariance })
        expect(Math.abs(slope.value + b)).toBeLessThan(1e-9 * (1 + Math.abs(b)))
        expect(Math.abs(slope.se! - 0.3)).toBeLessThan(1e-9)
      },
    ),
  )
})

test('without a covariance there is a value and no standard error', () => {
  const slope = localSlope({ law: log, parameters: Float64Array.of(-5, 0.1), x: Float64Array.of(10) })
  expect(slope.value).toBeCloseTo(-0.1, 12)
  expect(slope.se).toBeNull()
})

test('what has no exponent is refused with the reason', () => {
  const parameters = Float64Array.of(0.9, 0.05)
  const x = Float64Array.of(10)
  const line = { law: log, parameters, x }
  expect(() => localExponent({ ...line, parameters: Float64Array.of(-1, 0.05) })).toThrow('needs y above 0')
  expect(() => localExponent({ ...line, x: Float64Array.of(-1) })).toThrow('not defined at N = -1')
  expect(() => localExponent({ ...line, x: Float64Array.of(1, 2) })).toThrow('give one row')
  expect(() => localExponent({ ...line, input: 1 })).toThrow('has no input 1')
  expect(() => localExponent({ ...line, parameters: Float64Array.of(1) })).toThrow('1 parameters came')
  expect(() => localExponent({ ...line, parameters: Float64Array.of(Number.NaN, 1) })).toThrow('the log law is NaN')
  expect(() => localExponent({ ...line, covariance: Float64Array.of(1, 2) })).toThrow('give 4, row by row')
  expect(() => localExponent({ ...line, covariance: Float64Array.of(1, 0, 0, -9e9) })).toThrow('negative eigenvalues')
  expect(() => localExponent({ ...line, covariance: Float64Array.of(1, 0, 0, Number.NaN) })).toThrow('variance of NaN')
  const gap = { law: capabilityGap, parameters: Float64Array.of(0.3, 0.3, 0.25, 0.1) }
  expect(() => localSlope({ ...gap, x: Float64Array.of(-0.1) })).toThrow('G is -0.1, which has no logarithm')
  expect(() => localSlope({ ...gap, x: Float64Array.of(0.25) })).toThrow('as at a kink')
})
