import { expect, test } from 'vitest'
import { predict } from '../../src/laws/law.ts'
import { signalDetection } from '../../src/laws/signalDetection.ts'
import { agrees } from '../distribution/golden.ts'

test('agrees with adaptive quadrature in high precision, for whole and fractional N', () =>
  agrees(
    'signalDetection',
    (n, mu, tau) => predict(signalDetection, Float64Array.of(n!), Float64Array.of(mu!, tau!))[0]!,
    0,
    1e-8,
  ))

test('with mu = 0 and tau = 1 the right one is one of N alike: 1 / N', () => {
  const x = Float64Array.of(1, 2, 3, 10, 1000)
  for (const [i, value] of predict(signalDetection, x, Float64Array.of(0, 1)).entries())
    expect(value).toBeCloseTo(1 / x[i]!, 11)
})
