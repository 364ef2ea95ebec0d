import { streamsOf } from '@lawbook/base'
import { fitLaw, predict } from '@lawbook/estimators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { peak, plantedTrials, unequalPackages } from '../src/index.ts'
import { meanIs } from './means.ts'

const stream = streamsOf('peak.test')
const sizes = Float64Array.of(1, 2, 4, 8, 12, 16, 32, 64)

test('success is largest at the planted size, falls to exp(-1/2) of it w e-folds away, alike on both sides', () => {
  const theta = Float64Array.of(0.7, 11, 0.8)
  const at = (n: number): number => predict(peak, Float64Array.of(n), theta)[0]!
  expect(at(11)).toBe(0.7)
  expect(at(11 * Math.exp(0.8))).toBeCloseTo(0.7 * Math.exp(-0.5), 14)
  expect(at(11 / 3)).toBeCloseTo(at(33), 14)
  expect(at(10.9)).toBeLessThan(0.7)
  expect(at(11.1)).toBeLessThan(0.7)
})

test('derivatives agree with central differences', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      fc.double({ min: 2, max: 40, noNaN: true }),
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      (a, m, w) => {
        const theta = Float64Array.of(a, m, w)
        const jacobian = new Float64Array(3 * sizes.length)
        peak.evaluate(sizes, theta, new Float64Array(sizes.length), jacobian)
        for (const p of [0, 1, 2]) {
          const step = 1e-5 * theta[p]!
          const moved = (sign: number) =>
            predict(
              peak,
              sizes,
              theta.map((value, k) => (k === p ? value + sign * step : value)),
            )
          const [up, down] = [moved(1), moved(-1)]
          for (const i of sizes.keys()) expect(jacobian[3 * i + p]).toBeCloseTo((up[i]! - down[i]!) / (2 * step), 7)
        }
      },
    ),
  )
})

test('a fit from its own starts finds it, inside the sizes and beyond them', () => {
  for (const theta of [
    [0.7, 11, 0.8],
    [0.5, 150, 2],
    [0.9, 1.5, 0.6],
  ]) {
    const fit = fitLaw(peak, sizes, predict(peak, sizes, Float64Array.from(theta)))
    expect(fit.status).toBe('converged')
    if (fit.status === 'converged')
      theta.forEach((value, k) => {
        expect(fit.parameters[k]! / value).toBeCloseTo(1, 6)
      })
  }
})

test('planted trials of teams have their best share at the peak', () => {
  const clusters = unequalPackages(40, 5)
  const drawn = Array.from({ length: 800 }, (_, key) =>
    plantedTrials({
      law: peak,
      parameters: Float64Array.of(0.8, 8, 1),
      x: sizes,
      clusters,
      rho: 0.3,
      stream: stream('trials', key),
    }),
  )
  expect(drawn[0]!.means.indexOf(Math.max(...drawn[0]!.means))).toBe(3)
  for (const k of sizes.keys())
    meanIs(
      drawn.map(({ y }) => y[k]!),
      drawn[0]!.means[k]!,
      `n = ${sizes[k]}`,
    )
})
