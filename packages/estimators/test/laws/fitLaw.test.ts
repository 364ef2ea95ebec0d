import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { lawById } from '../../src/laws/index.ts'
import { anywhere, defineLaw, type Law, predict, size } from '../../src/laws/law.ts'
import { converged, expectClose } from './promises.ts'

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

const some: readonly Law[] = Object.keys(plausible).map(lawById)

describe.each(some.map((law) => [law.id, law] as const))('%s', (id, law) => {
  test('is recovered from points without noise, from its own starts and from a far one', () => {
    fc.assert(
      fc.property(plausible[id]!, (theta) => {
        const y = predict(law, ladder, Float64Array.from(theta))
        expectClose(converged(fitLaw(law, ladder, y)), theta, 1e-7)
        expectClose(converged(fitLaw(law, ladder, y, { start: Float64Array.from(far[id]!) })), theta, 1e-7)
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
        if (fit.status === 'converged') expectClose(converged(mixed), converged(fit), 1e-6)
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
      const fitOf = (law: string, xs: Float64Array, ys: Float64Array) => converged(fitLaw(lawById(law), xs, ys))
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
  for (const law of some) {
    const y = Float64Array.of(0.75, 0.7, 0.67, 0.63, 0.62, 0.56)
    const theta = converged(fitLaw(law, ladder, y))
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
  const warm = fitLaw(hill, ladder, y, { start: Float64Array.from(converged(cold)) })
  expectClose(converged(warm), converged(cold), 1e-9)
  expect(warm.starts).toBe(1)
  expect(cold.starts).toBeGreaterThan(3)
  expect(cold.status === 'converged' && cold.startsAgreeing).toBeGreaterThan(1)
})

test('what the data cannot say is not said', () => {
  const hill: Law = lawById('hill')
  // nothing left to explain: every kappa below the ladder with a steep gamma gives zeros
  const zeros = fitLaw(hill, ladder, new Float64Array(6))
  expect(zeros.status).not.toBe('converged')
  expect(() => fitLaw(hill, Float64Array.of(10, 10), Float64Array.of(1, 0.9))).toThrow(
    '1 distinct x cannot determine the hill',
  )
  expect(() => fitLaw(hill, Float64Array.of(10, 20), Float64Array.of(1, Number.NaN))).toThrow('y is NaN at x = 20')
  expect(() => fitLaw(hill, Float64Array.of(0, 20), Float64Array.of(1, 0.9))).toThrow('not defined at N = 0')
  expect(() => fitLaw(hill, Float64Array.of(20), Float64Array.of(1, 0.9))).toThrow(
    '1 values of x came with 2 of y; the hill law needs 1 x a point',
  )
})

/** y = e + a N^-b + 1 with e and a of at least 0: an offset, two linear parameters with bounds, one of shape. */
const bounded = defineLaw({
  id: 'bounded',
  title: 'bounded',
  equation: '1 + e + a N^-b',
  source: 'a test',
  inputs: [size],
  parameters: [
    { name: 'e', unit: 'y', lower: 0, upper: 1, scale: 'linear' },
    { name: 'a', unit: 'y', lower: 0, upper: 1e6, scale: 'linear' },
    { name: 'b', unit: '1', lower: 1e-3, upper: 10, scale: 'log' },
  ],
  linear: 2,
  evaluate(x, theta, values, jacobian) {
    for (let i = 0; i < x.length; i++) {
      const unit = Math.exp(-theta[2]! * Math.log(x[i]!))
      values[i] = 1 + theta[0]! + theta[1]! * unit
      jacobian.set([1, unit, -theta[1]! * unit * Math.log(x[i]!)], 3 * i)
    }
  },
  starts: () => [Float64Array.of(1, 1, 0.5), Float64Array.of(1, 1, 2)],
})
const free = { ...bounded, parameters: bounded.parameters.map((p, j) => (j < 2 ? { ...p, ...anywhere } : p)) }

test('linear parameters and an offset: variable projection finds the minimum of the full search', () => {
  const theta = [0.2, 1.5, 0.6]
  const y = wiggle(predict(bounded, ladder, Float64Array.from(theta)), 0.01)
  const separated = fitLaw(bounded, ladder, y)
  const full = fitLaw({ ...bounded, linear: 0, starts: () => [Float64Array.of(0.1, 1, 1)] }, ladder, y)
  expectClose(converged(separated), converged(full), 1e-7)
  expectClose(converged(fitLaw(bounded, ladder, predict(bounded, ladder, Float64Array.from(theta)))), theta, 1e-8)
})

test('a linear parameter beyond its bound is held there, said so, and the rest fitted again', () => {
  const y = wiggle(predict(bounded, ladder, Float64Array.of(-0.1, 1.5, 0.6)), 0.001)
  expect(converged(fitLaw(free, ladder, y))[0]).toBeLessThan(0)
  const fit = fitLaw(bounded, ladder, y)
  if (fit.status !== 'bound-hit') throw new Error(fit.status)
  expect(fit.held).toEqual([0])
  expect(fit.point[0]).toBe(0)
  // without e the law is 1 + a N^-b
  const narrower = fitLaw(
    { ...free, parameters: [{ ...free.parameters[0]!, lower: 0, upper: 0 }, ...free.parameters.slice(1)] },
    ladder,
    y,
  )
  if (narrower.status !== 'bound-hit') throw new Error(narrower.status)
  expectClose([...fit.point], [...narrower.point], 1e-9)
})

test('a weight of two is a point given twice; weights of one size change nothing', () => {
  for (const law of [...some, bounded]) {
    const curve = predict(bounded, ladder, Float64Array.of(0.2, 1.5, 0.6))
    const y = law === bounded ? wiggle(curve, 0.01) : Float64Array.of(0.75, 0.7, 0.67, 0.63, 0.62, 0.56)
    const twice = fitLaw(law, Float64Array.of(...ladder, 20), Float64Array.of(...y, y[1]!))
    const weighted = fitLaw(law, ladder, y, { weights: Float64Array.of(1, 2, 1, 1, 1, 1) })
    expectClose(converged(weighted), converged(twice), 1e-6)
    expectClose(
      converged(fitLaw(law, ladder, y, { weights: new Float64Array(6).fill(3) })),
      converged(fitLaw(law, ladder, y)),
      1e-6,
    )
  }
  expect(() => fitLaw(lawById('log'), ladder, ladder, { weights: Float64Array.of(1, 1, 0, 1, 1, 1) })).toThrow(
    'the weight of row 3 is 0; it must be above 0',
  )
  expect(() => fitLaw(lawById('log'), ladder, ladder, { weights: Float64Array.of(1) })).toThrow(
    '6 rows came with 1 weights',
  )
})

test('a law of two inputs takes x row by row', () => {
  const plane = defineLaw({
    ...lawById('log'),
    id: 'plane',
    inputs: [size, { ...size, name: 'K' }],
    evaluate(x, theta, values, jacobian) {
      for (let i = 0; i < values.length; i++) {
        values[i] = theta[0]! * x[2 * i]! + theta[1]! * x[2 * i + 1]!
        jacobian.set([x[2 * i]!, x[2 * i + 1]!], 2 * i)
      }
    },
  })
  const x = Float64Array.of(1, 2, 1, 3, 4, 1)
  expectClose(converged(fitLaw(plane, x, Float64Array.of(8, 11, 11))), [2, 3], 1e-12)
  expect(() => fitLaw(plane, x, Float64Array.of(8, 11))).toThrow(
    '6 values of x came with 2 of y; the plane law needs 2',
  )
  expect(() => fitLaw(plane, Float64Array.of(1, 2, 1, 2), Float64Array.of(1, 2))).toThrow(
    '1 distinct x cannot determine',
  )
})

test('parameters can only be read from a fit that converged: anything else is a type error', () => {
  const fit = fitLaw(lawById('log'), ladder, Float64Array.of(0.75, 0.7, 0.67, 0.63, 0.62, 0.56))
  // @ts-expect-error: a fit may have ended without parameters
  const unasked: unknown = fit.parameters
  expect(unasked).toBeDefined()
  if (fit.status !== 'converged') throw new Error(fit.status)
  expect(fit.parameters).toHaveLength(2)
})

/** Curves on which the fit by variable projection leaves the bounds, or residuals are large. */
test('where linear parameters would leave their bounds the minimum inside is found, not an end of the search', () => {
  const falling = Float64Array.of(0.74, 0.705, 0.672, 0.638, 0.612, 0.571)
  const floor = fitLaw(lawById('error-power-floor'), ladder, falling)
  const without = fitLaw(lawById('error-power'), ladder, falling)
  if (floor.status !== 'bound-hit' || without.status !== 'converged') throw new Error(floor.status + without.status)
  expect(floor.held).toEqual([0])
  expectClose([...floor.point], [0, ...without.parameters], 1e-7)

  const above = Float64Array.of(0.82351, 0.92132, 0.98585, 1.0865, 1.1609, 1.2367, 1.3572, 1.4251)
  const sizes = Float64Array.of(5, 10, 20, 50, 100, 200, 500, 1000)
  const error = lawById('error-power')
  const fit = fitLaw(error, sizes, above)
  const [a, b] = converged(fit) as [number, number]
  // No a >= 0 and b on a grid has less.
  const sum = (theta: number[]): number =>
    predict(error, sizes, Float64Array.from(theta)).reduce((s, f, i) => s + (above[i]! - f) * (above[i]! - f), 0)
  for (let shape = -3; shape <= 6; shape += 0.05)
    for (const height of [0, 0.1, 0.3, 1, 3, 10, 30]) expect(sum([height, shape])).toBeGreaterThanOrEqual(sum([a, b]))
})

test('large residuals are no reason to give up', () => {
  const x = Float64Array.of(5, 10, 20, 50, 100, 200, 500, 1000, 2)
  const y = Float64Array.of(0.3196, 0.21955, 0.099954, -0.088116, -0.25305, -0.4375, -0.71127, -0.94102, 0.42185)
  expectClose(converged(fitLaw(lawById('saturating'), x, y)), [-0.98955, 233.83, 1.6291], 1e-4)
  const agents = Float64Array.of(1, 2, 3, 4, 6, 8, 12, 16, 24)
  const speed = Float64Array.of(-0.0826, 0.587, 0.5497, 0.157, 0.2497, 0.7034, 0.4021, 0.1565, 0.0087)
  expect(fitLaw(lawById('amdahl'), agents, speed).status).toBe('converged')
})
