import type { Points } from '../../src/compare/forecastBias.ts'
import { anywhere, defineLaw, predict, size } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'

/** Points at these sizes on y = 0.9 - 0.05 ln N, each moved by its deviation. */
export function nearLine(sizes: readonly number[], deviations: readonly number[] = []): Points {
  const x = Float64Array.from(sizes)
  return { x, y: predict(log, x, Float64Array.of(0.9, 0.05)).map((value, i) => value + (deviations[i] ?? 0)) }
}

/** A law of two inputs, linear in all: y = a + b ln N + c K. */
export const plane = defineLaw({
  id: 'plane',
  title: 'plane',
  equation: 'a + b ln N + c K',
  source: 'none',
  inputs: [size, { name: 'K', unit: 'steps', from: 0, to: 100 }],
  parameters: [
    { name: 'a', unit: 'y', ...anywhere },
    { name: 'b', unit: 'y', ...anywhere },
    { name: 'c', unit: 'y per step', ...anywhere },
  ],
  linear: 3,
  evaluate(x, theta, values, jacobian) {
    const n = values.length
    for (let i = 0; i < n; i++) {
      const logN = Math.log(x[2 * i]!)
      values[i] = theta[0]! + theta[1]! * logN + theta[2]! * x[2 * i + 1]!
      jacobian.set([1, logN, x[2 * i + 1]!], 3 * i)
    }
  },
  starts: () => [],
})

/** y = a N^-b with b at most 0.5, so that a steeper curve ends on the bound. */
export const shallow = defineLaw({
  id: 'shallow',
  title: 'shallow power',
  equation: 'a N^-b',
  source: 'none',
  inputs: [size],
  parameters: [
    { name: 'a', unit: 'y', ...anywhere },
    { name: 'b', unit: '1', lower: 0, upper: 0.5, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    for (let i = 0; i < x.length; i++) {
      const logX = Math.log(x[i]!)
      const unit = Math.exp(-theta[1]! * logX)
      values[i] = theta[0]! * unit
      jacobian.set([unit, -theta[0]! * unit * logX], 2 * i)
    }
  },
  starts: () => [Float64Array.of(1, 0.1), Float64Array.of(1, 0.4)],
})
