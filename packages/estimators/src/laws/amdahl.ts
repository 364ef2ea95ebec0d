import { anywhere, defineLaw, type Input } from './law.ts'
import { line } from './line.ts'

/** The input of laws of teams: how many workers (agents, processors, users) share the work, 1 or more. */
export const workers: Input = { name: 'n', unit: 'workers', from: 1, to: 1e100 }

/**
 * Amdahl's law, X = l / ((1 - p) + p / n): of the work of one worker a share p can be spread over n workers and the
 * rest cannot. l is the throughput of one worker, l / (1 - p) the limit for many; p = 0: more workers gain nothing, p =
 * 1: n workers do n times as much. The law of universal scalability with a = 1 - p and b = 0.
 */
export const amdahl = defineLaw({
  id: 'amdahl',
  title: 'Amdahl',
  equation: 'l / ((1 - p) + p / n)',
  source: 'Amdahl 1967, AFIPS Spring Joint Computer Conference 30:483-485',
  inputs: [workers],
  parameters: [
    { name: 'l', unit: 'y', ...anywhere, lower: 0 },
    { name: 'p', unit: '1', lower: 0, upper: 1, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const l = theta[0]!
    const p = theta[1]!
    for (let i = 0; i < x.length; i++) {
      const n = x[i]!
      const time = p + (1 - p) * n
      const speedup = n / time
      values[i] = l * speedup
      jacobian[2 * i] = speedup
      jacobian[2 * i + 1] = (l * speedup * (n - 1)) / time
    }
  },
  starts(x, y) {
    // n / X is a line in n - 1, with intercept 1 / l and slope (1 - p) / l.
    const positive = Array.from(x.keys()).filter((i) => y[i]! > 0)
    const { intercept, slope } = line(
      positive.map((i) => x[i]! - 1),
      positive.map((i) => x[i]! / y[i]!),
    )
    const guess = 1 - slope / intercept
    const inside = guess > 0 && guess < 1 ? [guess] : []
    return [...inside, 0.5, 0.9, 0.99, 0.9999].map((p) => Float64Array.of(1, p))
  },
})
