import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fit, fitLaw } from '../../src/laws/fitLaw.ts'
import { lawById, laws } from '../../src/laws/index.ts'
import { type Law, predict } from '../../src/laws/law.ts'

const ladder = Float64Array.of(10, 20, 50, 100, 200, 500)

/** Parameters of each law that give accuracies as routers have them on the ladder. */
const plausible: Record<string, fc.Arbitrary<number[]>> = {
  log: fc.tuple(fc.double({ min: 0.6, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 0.1, noNaN: true })),
  power: fc.tuple(fc.double({ min: 0.5, max: 1.2, noNaN: true }), fc.double({ min: 0.01, max: 0.8, noNaN: true })),
  hill: fc.tuple(fc.double({ min: 20, max: 5000, noNaN: true }), fc.double({ min: 0.15, max: 2, noNaN: true })),
  'signal-detection': fc.tuple(
    fc.double({ min: 0.5, max: 4, noNaN: true }),
    fc.double({ min: 0.5, max: 6, noNaN: true }),
  ),
}

/** Starts far from every plausible value. */
const far: Record<string, number[]> = { log: [-7, 3], power: [50, -2], hill: [1e7, 0.05], 'signal-detection': [-6, 20] }

/** Small smooth deviations that no law follows. */
const wiggle = (y: Float64Array, size: number): Float64Array => y.map((value, i) => value + size * Math.sin(5 * i + 1))

function parametersOf(fit: Fit): number[] {
  if (fit.status !== 'converged') throw new Error(fit.status)
  return [...fit.parameters]
}

function expectClose(got: readonly number[], wanted: readonly number[], relative: number): void {
  expect(got.length).toBe(wanted.length)
  for (const [j, value] of wanted.entries())
    expect(Math.abs(got[j]! - value), `parameter ${j}: ${got[j]} for ${value}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(value), 1e-3),
    )
}

describe.each(laws.map((law) => [law.id, law] as const))('%s', (id, law) => {
  test('is recovered from points without noise, from its own starts and from a far one', () => {
    fc.assert(
      fc.property(plausible[id]!, (theta) => {
        const y = predict(law, ladder, Float64Array.from(theta))
        expectClose(parametersOf(fitLaw(law, ladder, y)), theta, 1e-7)
        expectClose(parametersOf(fitLaw(law, ladder, y, { start: Float64Array.from(far[id]!) })), theta, 1e-7)
      }),
      { numRuns: 60 },
    )
  })

  test('its Jacobian is the derivative of its values', () => {
    fc.assert(
      fc.property(plausible[id]!, (theta) => {
        const p = law.parameters.length
        const jacobian = new Float64Array(ladder.length * p)
        law.evaluate(ladder, Float64Array.from(theta), new Float64Array(ladder.length), jacobian)
        for (let j = 0; j < p; j++) {
          const h = 1e-5 * Math.abs(theta[j]!)
          const at = (shift: number): Float64Array =>
            predict(
              law,
              ladder,
              Float64Array.from(theta, (value, k) => (k === j ? value + shift : value)),
            )
          const [above, below] = [at(h), at(-h)]
          for (let i = 0; i < ladder.length; i++)
            expect(jacobian[i * p + j]!).toBeCloseTo((above[i]! - below[i]!) / (2 * h), 6)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('the order of the points does not matter', () => {
    fc.assert(
      fc.property(plausible[id]!, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (theta, order) => {
        const y = wiggle(predict(law, ladder, Float64Array.from(theta)), 0.003)
        const fit = fitLaw(law, ladder, y)
        const mixed = fitLaw(
          law,
          Float64Array.from(order, (i) => ladder[i]!),
          Float64Array.from(order, (i) => y[i]!),
        )
        expect(mixed.status).toBe(fit.status)
        if (fit.status === 'converged' && !fit.atBound) expectClose(parametersOf(mixed), parametersOf(fit), 1e-6)
      }),
      { numRuns: 30 },
    )
  })
})

test('a change of units of x or y changes the parameters as the equation says', () => {
  fc.assert(
    fc.property(plausible.log!, fc.double({ min: 0.01, max: 100, noNaN: true }), (theta, unit) => {
      const y = wiggle(predict(lawById('log'), ladder, Float64Array.from(theta)), 0.003)
      const x = ladder.map((value) => value * unit)
      const scaled = y.map((value) => value * unit)
      const fitOf = (law: string, xs: Float64Array, ys: Float64Array) => parametersOf(fitLaw(lawById(law), xs, ys))
      const [a, b] = fitOf('log', ladder, y) as [number, number]
      expectClose(fitOf('log', ladder, scaled), [a * unit, b * unit], 1e-9)
      expectClose(fitOf('log', x, y), [a + b * Math.log(unit), b], 1e-9)
      const shifted = y.map((value) => value + unit)
      expectClose(fitOf('log', ladder, shifted), [a + unit, b], 1e-9 * (1 + unit / b))
      const [scale, exponent] = fitOf('power', ladder, y) as [number, number]
      expectClose(fitOf('power', ladder, scaled), [scale * unit, exponent], 1e-7)
      expectClose(fitOf('power', x, y), [scale * Math.exp(exponent * Math.log(unit)), exponent], 1e-7)
      const [kappa, gamma] = fitOf('hill', ladder, y) as [number, number]
      expectClose(fitOf('hill', x, y), [kappa * unit, gamma], 1e-6)
    }),
    { numRuns: 60 },
  )
})

test('the minimum is one: moving any parameter makes the sum of squares larger', () => {
  for (const law of laws) {
    const y = Float64Array.of(0.75, 0.7, 0.67, 0.63, 0.62, 0.56)
    const theta = parametersOf(fitLaw(law, ladder, y))
    const sse = (at: readonly number[]): number =>
      predict(law, ladder, Float64Array.from(at)).reduce((sum, value, i) => sum + (y[i]! - value) * (y[i]! - value), 0)
    for (const j of theta.keys())
      for (const factor of [0.999, 1.001])
        expect(sse(theta.map((value, k) => (k === j ? value * factor : value)))).toBeGreaterThan(sse(theta))
  }
})

test('a warm start is one start; the sum of squares is the same as from cold', () => {
  const y = Float64Array.of(0.75, 0.7, 0.67, 0.63, 0.62, 0.56)
  const hill = lawById('hill')
  const cold = fitLaw(hill, ladder, y)
  const warm = fitLaw(hill, ladder, y, { start: Float64Array.from(parametersOf(cold)) })
  expectClose(parametersOf(warm), parametersOf(cold), 1e-9)
  expect(warm.starts).toBe(1)
  expect(cold.starts).toBeGreaterThan(3)
  expect(cold.status === 'converged' && cold.startsAgreeing).toBeGreaterThan(1)
})

test('what the data cannot say is not said', () => {
  const hill: Law = lawById('hill')
  // nothing left to explain: every kappa below the ladder with a steep gamma gives zeros
  const zeros = fitLaw(hill, ladder, new Float64Array(6))
  expect(zeros.status === 'converged' && !zeros.atBound).toBe(false)
  expect(() => fitLaw(hill, Float64Array.of(10, 10), Float64Array.of(1, 0.9))).toThrow(
    '1 distinct x cannot determine the hill',
  )
  expect(() => fitLaw(hill, Float64Array.of(10, 20), Float64Array.of(1, Number.NaN))).toThrow('y is NaN at x = 20')
  expect(() => fitLaw(hill, Float64Array.of(0, 20), Float64Array.of(1, 0.9))).toThrow('not defined at x = 0')
  expect(() => fitLaw(hill, Float64Array.of(20), Float64Array.of(1, 0.9))).toThrow('1 values of x came with 2 of y')
})
