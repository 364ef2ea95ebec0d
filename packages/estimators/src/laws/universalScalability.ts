import { fail } from '@lawbook/base'
import { workers } from './amdahl.ts'
import { anywhere, defineLaw, type Law } from './law.ts'
import { lowest } from './startGrid.ts'

/**
 * The law of universal scalability, X = l n / (1 + a (n - 1) + b n (n - 1)): l is the throughput of one worker, a the
 * contention (what must queue) and b the coherency (what each pair must settle). With b = 0 it is Amdahl's law, p = 1 -
 * a. The bound b = 0 is often the best fit: the status is then `bound-hit`, and `amdahl` fits the other two. Here l is
 * estimated with a and b, by least squares in X, and not set to a measured X(1); both are in use.
 */
export const universalScalability: Law = defineLaw({
  id: 'universal-scalability',
  title: 'universal scalability',
  equation: 'l n / (1 + a (n - 1) + b n (n - 1))',
  source: 'Gunther 2007, Guerrilla Capacity Planning, chapters 4 to 6',
  inputs: [workers],
  parameters: [
    { name: 'l', unit: 'y', ...anywhere, lower: 0 },
    { name: 'a', unit: '1', lower: 0, upper: 1e6, scale: 'linear' },
    { name: 'b', unit: '1', lower: 0, upper: 1e6, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const l = theta[0]!
    const a = theta[1]!
    const b = theta[2]!
    for (let i = 0; i < x.length; i++) {
      const n = x[i]!
      const time = 1 + (a + b * n) * (n - 1)
      const speedup = n / time
      const byA = (-l * speedup * (n - 1)) / time
      values[i] = l * speedup
      jacobian[3 * i] = speedup
      jacobian[3 * i + 1] = byA
      jacobian[3 * i + 2] = byA * n
    }
  },
  starts(x, y) {
    const most = Math.max(...x)
    const contentions = [0.01, 0.1, 0.5, 2, 10].map((share) => share / most)
    const coherencies = [0.01, 0.1, 0.5, 2, 10, 100].map((share) => share / most / most)
    return lowest(
      universalScalability,
      x,
      y,
      [...contentions, 0.3, 0.9].flatMap((a) => coherencies.map((b) => [1, a, b])),
    )
  },
})

/**
 * The number of workers at which the law of universal scalability peaks, n = sqrt((1 - a) / b), not rounded to a whole
 * number. Null means that there is no interior peak: with b = 0 throughput moves towards l / a and never turns (a = 0:
 * it grows for ever), and with a >= 1 and b > 0 it falls from the first worker on. A peak below 1 also means that every
 * further worker costs. Throws LB_DOMAIN unless a and b are finite and at least 0.
 */
export function scalabilityPeak(a: number, b: number): number | null {
  for (const value of [a, b])
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      fail('LB_DOMAIN', `no peak for contention ${a} and coherency ${b}; give finite numbers that are at least 0`)
  return b === 0 || a >= 1 ? null : Math.sqrt((1 - a) / b)
}
