import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { amdahl } from '../../src/laws/amdahl.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { defineLaw, predict } from '../../src/laws/law.ts'
import { uncertainty } from '../../src/laws/uncertainty.ts'
import { scalabilityPeak, universalScalability } from '../../src/laws/universalScalability.ts'
import { usl } from '../golden/laws.ts'
import { converged, expectClose, expectDerivatives, spread } from './promises.ts'

function points(name: string): { x: Float64Array; y: Float64Array } {
  const { n, y } = usl.data[name]!
  return { x: Float64Array.from(n), y: Float64Array.from(y) }
}

/** n X(1) / X - 1 = (a + b)(n - 1) + b (n - 1)^2 by linear least squares, as in Gunther 2007, section 5.5. */
function straightened(name: string): number[] {
  const { x, y } = points(name)
  const rows = Array.from(x.keys())
  const design = rows.flatMap((i) => [x[i]! - 1, (x[i]! - 1) * (x[i]! - 1)])
  const excess = rows.map((i) => (x[i]! * y[0]!) / y[i]! - 1)
  const [linear, square] = leastSquares(Float64Array.from(design), Float64Array.from(excess)).coefficients
  return [linear! - square!, square!]
}

/** Agrees with a printed number: to half a unit of its last digit, or to the 2e-6 that its maker iterated to. */
function expectPrinted(got: number, printed: string): void {
  const decimals = printed.split('.')[1]!.length
  const allowed = Math.max(0.5 / Number(`1e${decimals}`), 2e-6 * Number(printed)) * (1 + 1e-9)
  expect(Math.abs(got - Number(printed)), `${got} for ${printed}`).toBeLessThanOrEqual(allowed)
}

describe('measurements of Gunther 2007', () => {
  test('raytracer: the best coherency is 0, the fit says so, and Amdahl has the same minimum', () => {
    const { x, y } = points('raytracer')
    const wanted = usl['coherency held at 0']
    const fit = fitLaw(universalScalability, x, y)
    if (fit.status !== 'bound-hit') throw new Error(fit.status)
    expect(fit.held).toEqual([2])
    expectClose(fit.point, wanted.parameters, 1e-10)
    expect(fit.sse).toBeCloseTo(wanted.sse, 9)
    const two = fitLaw(amdahl, x, y)
    expectClose(converged(two), [wanted.parameters[0]!, 1 - wanted.parameters[1]!], 1e-10)
    expect(two.status === 'converged' && two.sse).toBeCloseTo(fit.sse, 9)
  })

  test.each(usl.printed)('$what, $data: what the R package printed', (each) => {
    const { x, y } = points(each.data)
    if (each.reading === 'straightened') {
      for (const [j, value] of straightened(each.data).entries()) expectPrinted(value, each.parameters[j]!)
      return
    }
    const fit = fitLaw(universalScalability, x, y)
    const theta = fit.status === 'bound-hit' ? fit.point : Float64Array.from(converged(fit))
    for (const [j, value] of theta.entries()) expectPrinted(value, each.parameters[j]!)
    if (each.standardErrors !== undefined)
      for (const [j, value] of uncertainty(universalScalability, x, y, theta).standardErrors.entries())
        expectPrinted(value, each.standardErrors[j]!)
    if (each.peak !== undefined) expectPrinted(scalabilityPeak(theta[1]!, theta[2]!)!, each.peak)
  })

  test('with l held at the measured X(1) the other parameters differ, as minpack finds them', () => {
    for (const { data, parameters, sse } of usl['l held at X(1)']) {
      const { x, y } = points(data)
      const held = defineLaw({
        ...universalScalability,
        parameters: universalScalability.parameters.slice(1),
        linear: 0,
        evaluate(at, theta, values, jacobian) {
          const full = new Float64Array(at.length * 3)
          universalScalability.evaluate(at, Float64Array.of(y[0]!, ...theta), values, full)
          for (const k of jacobian.keys()) jacobian[k] = full[3 * Math.floor(k / 2) + 1 + (k % 2)]!
        },
        starts: () => [Float64Array.of(0.01, 1e-4)],
      })
      const fit = fitLaw(held, x, y)
      expectClose(converged(fit), parameters.slice(1), 1e-9)
      expect(fit.status === 'converged' && Math.abs(fit.sse / sse - 1)).toBeLessThan(1e-12)
    }
  })

  test('the straightened fit agrees with lm of R', () => {
    for (const { data, parameters } of usl.straightened) expectClose(straightened(data), parameters, 1e-10)
  })
})

test('its Jacobian is the derivative of its values', () => {
  fc.assert(
    fc.property(spread(1e-3, 1e4), spread(1e-4, 1), spread(1e-6, 0.1), (l, a, b) =>
      expectDerivatives(universalScalability, Float64Array.of(1, 1.5, 8, 100, 1e4), [l, a, b]),
    ),
  )
})

test('without contention and coherency n workers do n times as much, also very many', () => {
  const x = Float64Array.of(1, 7, 1e100)
  const jacobian = new Float64Array(9)
  const values = new Float64Array(3)
  universalScalability.evaluate(x, Float64Array.of(2, 0, 0), values, jacobian)
  expect([...values]).toEqual([2, 14, 2e100])
  expect(jacobian.every(Number.isFinite)).toBe(true)
})

test('it is recovered from points without noise, at any scale of n and X, from its own starts', () => {
  fc.assert(
    fc.property(
      spread(1e-6, 1e6),
      spread(0.02, 30),
      spread(0.02, 30),
      fc.constantFrom(8, 64, 1000),
      (l, contention, coherency, most) => {
        const x = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8], (k) => 1 + ((k - 1) * (most - 1)) / 7)
        const theta = [l, contention / most, coherency / most / most]
        const y = predict(universalScalability, x, Float64Array.from(theta))
        const got = converged(fitLaw(universalScalability, x, y))
        for (const [j, value] of theta.entries()) expect(Math.abs(got[j]! / value - 1)).toBeLessThan(1e-7)
      },
    ),
    { numRuns: 200 },
  )
})

test('and from far starts', () => {
  const x = Float64Array.of(1, 2, 4, 8, 16, 32, 64)
  fc.assert(
    fc.property(spread(1e-3, 0.8), spread(1e-5, 0.1), spread(1e-4, 3), spread(1e-7, 1), (a, b, startA, startB) => {
      const y = predict(universalScalability, x, Float64Array.of(5, a, b))
      const fit = fitLaw(universalScalability, x, y, { start: Float64Array.of(1, startA, startB) })
      expectClose(converged(fit), [5, a, b], 1e-6)
      expect(fit.starts).toBe(1)
    }),
    { numRuns: 200 },
  )
})

test('the peak is where throughput is highest', () => {
  fc.assert(
    fc.property(spread(1e-4, 0.99), spread(1e-7, 1), (a, b) => {
      const peak = scalabilityPeak(a, b)!
      const at = (n: number): number => predict(universalScalability, Float64Array.of(n), Float64Array.of(1, a, b))[0]!
      expect(at(peak)).toBeGreaterThanOrEqual(at(peak * 0.99))
      expect(at(peak)).toBeGreaterThanOrEqual(at(peak * 1.01))
    }),
  )
  // Two what-if values that the R package prints.
  expect(scalabilityPeak(0.001, 0.00001)).toBeCloseTo(316.0696, 4)
  expect(scalabilityPeak(0, 0.25)).toBe(2)
})

test('there is no peak without coherency, and none where the second worker already costs more than it does', () => {
  expect(scalabilityPeak(0.1, 0)).toBeNull()
  expect(scalabilityPeak(0, 0)).toBeNull()
  expect(scalabilityPeak(1, 0.01)).toBeNull()
  expect(scalabilityPeak(1.5, 0.01)).toBeNull()
  expect(() => scalabilityPeak(-0.1, 0.01)).toThrow('no peak for contention -0.1')
  expect(() => scalabilityPeak(0.1, Number.NaN)).toThrow('coherency NaN')
})
