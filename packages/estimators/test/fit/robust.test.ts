import { expect, test } from 'vitest'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { reaches } from '../golden/agreement.ts'
import { fit as golden, michaelis, outliers } from '../golden/fit.ts'

const [x, y] = [Float64Array.from(outliers.x), Float64Array.from(outliers.y)]

test('each loss has the minimum of scipy, refined in high precision', () => reaches(golden, 'fitLaw with a loss', 10))

test('with a scale far above every residual all losses are squares', () => {
  const squares = fitLaw(michaelis, x, y)
  if (squares.status !== 'converged') throw new Error(squares.status)
  for (const kind of ['huber', 'soft-l1', 'cauchy'] as const) {
    const fit = fitLaw(michaelis, x, y, { loss: { kind, scale: 1e6 } })
    if (fit.status !== 'converged') throw new Error(fit.status)
    expect(fit.sse).toBeCloseTo(squares.sse, 8)
    for (const j of [0, 1]) expect(fit.parameters[j]).toBeCloseTo(squares.parameters[j]!, 6)
  }
})

test('an outlier moved farther away moves a Cauchy fit less and less', () => {
  const moved = (by: number): number => {
    const fit = fitLaw(
      michaelis,
      x,
      y.map((value, i) => (i === 2 ? value + by : value)),
      { loss: { kind: 'cauchy', scale: 0.05 } },
    )
    if (fit.status !== 'converged') throw new Error(fit.status)
    return fit.parameters[0]!
  }
  expect(Math.abs(moved(1000) - moved(100))).toBeLessThan(1e-3)
})

test('a scale that is not above 0 is refused', () => {
  expect(() => fitLaw(michaelis, x, y, { loss: { kind: 'huber', scale: 0 } })).toThrow('cannot have the scale 0')
})
