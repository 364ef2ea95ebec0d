import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { pipeline } from '../../src/laws/pipeline.ts'
import { converged, expectClose, expectDerivatives, number, spread } from './promises.ts'

const chains = Float64Array.from([5, 10, 20, 50, 100, 200].flatMap((n) => [1, 2, 3, 5].flatMap((k) => [n, k])))

/** The mean constants and gamma = 6.7 b + 1.09, as printed in arXiv 2605.16508. */
const printed = Float64Array.of(0.834, 0.042, 6.7 * 0.042 + 1.09)

test('the printed law has the values that its constants give', () => {
  const rows = Float64Array.of(10, 2, 50, 3, 200, 10)
  const [first, second, third] = predict(pipeline, rows, printed)
  expect(first).toBeCloseTo(0.433, 3)
  expect(second).toBeCloseTo(0.192, 3)
  expect(third).toBeCloseTo(0.001, 3)
})

test('with gamma = 1 one step is the log law, and k steps its power', () => {
  const sizes = Float64Array.of(1, 10, 300)
  const one = predict(log, sizes, Float64Array.of(0.9, 0.05))
  for (const [i, n] of sizes.entries()) {
    const [none, single, triple] = predict(pipeline, Float64Array.of(n, 0, n, 1, n, 3), Float64Array.of(0.9, 0.05, 1))
    expect(none).toBe(1)
    expect(single).toBeCloseTo(one[i]!, 14)
    expect(triple).toBeCloseTo(one[i]! * one[i]! * one[i]!, 14)
  }
})

test('where the accuracy of a step would be 0 or below, it is 0 with derivative 0', () => {
  const values = new Float64Array(3)
  const jacobian = new Float64Array(9)
  const rows = Float64Array.of(Math.exp(10), 2, Math.exp(30), 2, Math.exp(30), 0)
  pipeline.evaluate(rows, Float64Array.of(0.5, 0.05, 0.5), values, jacobian)
  expect([...values]).toEqual([0, 0, 0])
  expect(jacobian.every((value) => value === 0)).toBe(true)
})

test('its Jacobian is the derivative of its values', () => {
  fc.assert(
    fc.property(number(0.5, 1.2), spread(0.001, 0.08), spread(0.1, 10), (a, b, gamma) =>
      expectDerivatives(pipeline, chains, [a, b, gamma]),
    ),
  )
})

test('it is recovered from points without noise, from its own starts', () => {
  fc.assert(
    fc.property(number(0.6, 1.1), spread(0.01, 0.1), spread(0.2, 5), (a, b, gamma) => {
      const theta = [a, b, gamma]
      expectClose(converged(fitLaw(pipeline, chains, predict(pipeline, chains, Float64Array.from(theta)))), theta, 1e-6)
    }),
    { numRuns: 200 },
  )
})

test('and from far starts', () => {
  const y = predict(pipeline, chains, printed)
  for (const start of [
    [3, 0.5, 0.2],
    [0.3, 1e-4, 20],
    [1, 1, 1],
    [0.01, 0.1, 5],
  ])
    expectClose(converged(fitLaw(pipeline, chains, y, { start: Float64Array.from(start) })), [...printed], 1e-7)
})

test('an offset of ln N moves a, and gamma and b stay: a change of the unit of N', () => {
  const shifted = chains.map((value, k) => (k % 2 === 0 ? value * 7 : value))
  const y = predict(pipeline, chains, printed).map((value, i) => value * (1 + 0.003 * Math.sin(5 * i)))
  const [a, b, gamma] = converged(fitLaw(pipeline, chains, y)) as [number, number, number]
  expectClose(converged(fitLaw(pipeline, shifted, y)), [a + b * Math.log(7), b, gamma], 1e-6)
})

test('at one size the accuracy of a step and gamma cannot be told apart', () => {
  const one = Float64Array.from([1, 2, 3, 4, 5].flatMap((k) => [50, k]))
  expect(fitLaw(pipeline, one, predict(pipeline, one, printed)).status).not.toBe('converged')
})
