import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amdahl } from '../../src/laws/amdahl.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { universalScalability } from '../../src/laws/universalScalability.ts'
import { converged, expectClose, expectDerivatives, number, spread } from './promises.ts'

const teams = Float64Array.of(1, 2, 4, 8, 16, 32)
const throughput = (n: number, l: number, p: number): number =>
  predict(amdahl, Float64Array.of(n), Float64Array.of(l, p))[0]!

test('one worker gives l, many l / (1 - p), and p = 0 and p = 1 are none and full gain', () => {
  expect(throughput(1, 12, 0.9)).toBeCloseTo(12, 13)
  expect(throughput(1e15, 12, 0.9)).toBeCloseTo(120, 9)
  expect(throughput(50, 12, 0)).toBe(12)
  expect(throughput(50, 12, 1)).toBe(600)
  // Five workers with nine tenths parallel: 1 / (0.1 + 0.18).
  expect(throughput(5, 1, 0.9)).toBeCloseTo(3.5714285714285716, 14)
})

test('it is universal scalability without coherency', () => {
  const x = Float64Array.of(1, 1.5, 7, 400)
  const general = predict(universalScalability, x, Float64Array.of(3, 0.125, 0))
  for (const [i, value] of predict(amdahl, x, Float64Array.of(3, 0.875)).entries())
    expect(value).toBeCloseTo(general[i]!, 13)
})

test('its Jacobian is the derivative of its values', () => {
  fc.assert(
    fc.property(spread(1e-3, 1e4), number(0.01, 0.99), (l, p) =>
      expectDerivatives(amdahl, Float64Array.of(1, 1.5, 8, 100), [l, p]),
    ),
  )
})

test('it is recovered from points without noise, whatever the unit and the start', () => {
  fc.assert(
    fc.property(spread(1e-6, 1e6), spread(1e-4, 0.99), spread(1e-3, 0.999), (l, serial, start) => {
      const theta = [l, 1 - serial]
      const y = predict(amdahl, teams, Float64Array.from(theta))
      const got = converged(fitLaw(amdahl, teams, y))
      expect(Math.abs(got[0]! / l - 1)).toBeLessThan(1e-9)
      expectClose(got, [l, 1 - serial], 1e-9)
      const far = fitLaw(amdahl, teams, y, { start: Float64Array.of(1, start) })
      expectClose(converged(far), theta, 1e-9)
      expect(far.starts).toBe(1)
    }),
  )
})

test('more than n times as much hits the bound p = 1, and a loss p = 0', () => {
  const superlinear = fitLaw(
    amdahl,
    teams,
    teams.map((n) => n * n),
  )
  expect(superlinear.status === 'bound-hit' && [superlinear.held, superlinear.point[1]]).toEqual([[1], 1])
  const loss = fitLaw(
    amdahl,
    teams,
    teams.map((n) => 1 / n),
  )
  expect(loss.status === 'bound-hit' && [loss.held, loss.point[1]]).toEqual([[1], 0])
})

test('there is no team of less than one worker', () =>
  expect(() => fitLaw(amdahl, Float64Array.of(0, 1, 2), Float64Array.of(0, 1, 2))).toThrow('not defined at n = 0'))
