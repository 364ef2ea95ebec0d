import { digamma } from '../distribution/gamma.ts'
import { anywhere, defineLaw, size } from './law.ts'

/** Euler's constant, -psi(1). */
const euler = 0.5772156649015329

/**
 * The harmonic law, y = a - b H(N-1), with H(x) = psi(x + 1) + gamma the harmonic numbers continued to fractional x, so
 * that H(0) = 0 and a is the accuracy at N = 1. It is what random libraries of N out of M + 1 skills give exactly when
 * the number of rivals r that beat the right skill is spread as P(r) = b / r (Zipf's law with exponent 1): then
 * a = c + b H(M), where c is the accuracy among all M + 1 skills. For large N it is the log law with
 * intercept a - b gamma. Linear, N >= 1; H is right to about 1e-15 absolute.
 */
export const harmonic = defineLaw({
  id: 'harmonic',
  title: 'harmonic',
  equation: 'a - b H(N - 1)',
  source: "expected accuracy under ranks of Zipf's law (Zipf 1949) with exponent 1; digamma of NIST DLMF 5.4.14",
  inputs: [{ ...size, from: 1 }],
  parameters: [
    { name: 'a', unit: 'y', ...anywhere },
    { name: 'b', unit: 'y per unit of H', ...anywhere },
  ],
  linear: 2,
  evaluate(x, theta, values, jacobian) {
    for (let i = 0; i < x.length; i++) {
      const h = digamma(x[i]!) + euler
      values[i] = theta[0]! - theta[1]! * h
      jacobian[2 * i] = 1
      jacobian[2 * i + 1] = -h
    }
  },
  starts: () => [],
})
