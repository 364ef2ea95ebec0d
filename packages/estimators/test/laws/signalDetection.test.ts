import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalDensity } from '../../src/distribution/normal.ts'
import { predict } from '../../src/laws/law.ts'
import { signalDetection } from '../../src/laws/signalDetection.ts'
import { reaches } from '../golden/agreement.ts'
import { laws as golden } from '../golden/laws.ts'
import { expectDerivatives, expectRecovered, number, routing } from './promises.ts'

test('agrees with adaptive quadrature in high precision, for whole and fractional N', () =>
  reaches(golden, 'predict, signal-detection', 9.7))

test('with mu = 0 and tau = 1 the right one is one of N alike: 1 / N', () => {
  const x = Float64Array.of(1, 2, 3, 10, 1000)
  for (const [i, value] of predict(signalDetection, x, Float64Array.of(0, 1)).entries())
    expect(value).toBeCloseTo(1 / x[i]!, 11)
})

test('values and slopes agree with the trapezoid rule in z, down to the smallest tau and to 1.1 skills', () => {
  const direct = (n: number, mu: number, tau: number): number[] => {
    const sums = [0, 0, 0]
    for (let u = -9; u <= 9; u += 0.004) {
      const z = mu + tau * u
      const weight = 0.004 * normalDensity(u) * Math.exp((n - 1) * Math.log(normalCdf(z)))
      const slope = (weight * (n - 1) * normalDensity(z)) / normalCdf(z)
      for (const [j, value] of [weight, slope, slope * u].entries()) sums[j]! += value
    }
    return sums
  }
  const x = Float64Array.of(1.1, 1.5, 2, 10, 1141, 1e5)
  const values = new Float64Array(6)
  const jacobian = new Float64Array(12)
  for (const tau of [0.2, 0.3, 1, 4])
    for (const mu of [-1, 0.5, 2, 4]) {
      signalDetection.evaluate(x, Float64Array.of(mu, tau), values, jacobian)
      for (const [i, n] of x.entries()) {
        const [value, byMu, byTau] = direct(n, mu, tau) as [number, number, number]
        expect(Math.abs(values[i]! - value)).toBeLessThan(tau < 0.3 ? 2e-10 : 2e-13)
        expect(Math.abs(jacobian[2 * i]! - byMu)).toBeLessThan(tau < 0.3 ? 2e-8 : 5e-12)
        expect(Math.abs(jacobian[2 * i + 1]! - byTau)).toBeLessThan(tau < 0.3 ? 2e-8 : 5e-12)
      }
    }
})

test('its slopes are those of its values, and parameters are recovered', () => {
  fc.assert(
    fc.property(number(0.5, 4), number(0.4, 6), (mu, tau) => {
      expectDerivatives(signalDetection, Float64Array.of(1, 1.5, 2, 30, 1e4), [mu, tau])
      expectRecovered(signalDetection, routing, [mu, tau], [[-4, 10]], 1e-6)
    }),
    { numRuns: 50 },
  )
})
