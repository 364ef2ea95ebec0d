import { defineLaw, type Input, type Law, size } from './law.ts'
import { line } from './line.ts'
import { lowest } from './startGrid.ts'

const depth: Input = { name: 'K', unit: 'steps', from: 0, to: 1e9 }

/**
 * The pipeline law, y = (a - b ln N)^(gamma K): all of K steps are right, each with the accuracy a - b ln N of the log
 * law to the power gamma. gamma = 1: independent steps, and the log law itself at K = 1; above 1: a step in a chain is
 * right less often than alone. Where a - b ln N <= 0 the law is taken as 0, with derivative 0. With b near 0, or at a
 * single N, a and gamma cannot be told apart, and for large gamma only u = (a - 1) gamma and v = b gamma matter,
 * y = exp((u - v ln N) K): gamma needs far more precise points than y itself.
 */
export const pipeline: Law = defineLaw({
  id: 'pipeline',
  title: 'pipeline',
  equation: '(a - b ln N)^(gamma K)',
  source: 'arXiv 2605.16508, the law of route-only pipelines',
  inputs: [size, depth],
  parameters: [
    { name: 'a', unit: '1', lower: 1e-6, upper: 1e3, scale: 'log' },
    { name: 'b', unit: '1 per e-fold of N', lower: 1e-9, upper: 1e3, scale: 'log' },
    { name: 'gamma', unit: '1', lower: 1e-4, upper: 1e4, scale: 'log' },
  ],
  linear: 0,
  evaluate(x, theta, values, jacobian) {
    const a = theta[0]!
    const b = theta[1]!
    const gamma = theta[2]!
    const n = values.length
    for (let i = 0; i < n; i++) {
      const logN = Math.log(x[2 * i]!)
      const steps = x[2 * i + 1]!
      const step = a - b * logN
      const logStep = step > 0 ? Math.log(step) : 0
      const value = step > 0 ? Math.exp(gamma * steps * logStep) : 0
      const byA = step > 0 ? (gamma * steps * value) / step : 0
      values[i] = value
      jacobian[3 * i] = byA
      jacobian[3 * i + 1] = -byA * logN
      jacobian[3 * i + 2] = steps * logStep * value
    }
  },
  starts(x, y) {
    const rows = Array.from(y.keys()).filter((i) => y[i]! > 0 && x[2 * i + 1]! > 0)
    const logN = rows.map((i) => Math.log(x[2 * i]!))
    const logStep = rows.map((i) => Math.log(y[i]!) / x[2 * i + 1]!)
    const candidates = [0.1, 0.2, 0.5, 0.8, 1, 1.3, 2, 4, 10, 50].map((gamma) => {
      // ln y / (gamma K) = ln(a - b ln N), so that its exponential is a line in ln N.
      const { intercept, slope } = line(
        logN,
        logStep.map((value) => Math.exp(value / gamma)),
      )
      return [Math.max(intercept, 0.1), Math.max(-slope, 1e-3), gamma]
    })
    return lowest(pipeline, x, y, candidates)
  },
})
