import { binomialRegression } from '../../src/fit/binomialRegression.ts'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { leverages } from '../../src/fit/leverages.ts'
import type { Loss } from '../../src/fit/robust.ts'
import { symmetricEigen } from '../../src/fit/symmetricEigen.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { anywhere, defineLaw } from '../../src/laws/law.ts'
import { columns, design, linear, w, y } from '../fixtures/linear.ts'
import type { Golden } from './agreement.ts'
import { fixture, oracle } from './fixture.ts'
import { participation } from './share.ts'

/** A curve with two outliers. */
export const outliers = fixture<{
  x: number[]
  y: number[]
  fits: { kind: Loss['kind']; scale: number; parameters: [number, number]; cost: number }[]
}>('robust')

/** a x / (k + x). */
export const michaelis = defineLaw({
  id: 'michaelis',
  title: 'Michaelis-Menten',
  equation: 'a x / (k + x)',
  source: 'a test',
  inputs: [{ name: 'x', unit: '1', from: 0, to: 1e9 }],
  parameters: [
    { name: 'a', unit: '1', ...anywhere },
    { name: 'k', unit: '1', lower: 1e-3, upper: 1e3, scale: 'log' },
  ],
  linear: 1,
  evaluate(at, [a, k], values, jacobian) {
    for (let i = 0; i < at.length; i++) {
      const unit = at[i]! / (k! + at[i]!)
      values[i] = a! * unit
      jacobian[2 * i] = unit
      jacobian[2 * i + 1] = (-a! * unit) / (k! + at[i]!)
    }
  },
  starts: () => [Float64Array.of(1, 1), Float64Array.of(1, 30)],
})

const r = oracle('linear', 'R')
const ordinary = leastSquares(design, y)
const weighted = leastSquares(design, y, { weights: w })

export const fit: readonly Golden[] = [
  {
    name: 'binomialRegression',
    oracle: r,
    measure: 'of the largest',
    cases: () =>
      (['logit', 'identity'] as const).flatMap((link) => {
        const { dose, group, k, m } = linear.binomial
        const x = columns(
          dose.map(() => 1),
          dose,
          group,
        )
        const trials = Float64Array.from(m)
        const found = binomialRegression({ design: x, successes: Float64Array.from(k), trials, link })
        if (found.status !== 'converged') throw new Error(found.status)
        const wanted = linear.binomial[link]
        return [
          { what: `coefficients, ${link}`, got: found.coefficients, wanted: wanted.coefficients },
          { what: `covariance, ${link}`, got: found.covariance, wanted: wanted.covariance },
          { what: `deviance, ${link}`, got: [found.deviance], wanted: [wanted.deviance] },
        ]
      }),
  },
  {
    name: 'fitLaw with a loss',
    oracle: oracle('robust', 'scipy', 'mpmath'),
    measure: 'relative',
    cases: () =>
      outliers.fits.map(({ kind, scale, parameters, cost }) => {
        const [x, y] = [Float64Array.from(outliers.x), Float64Array.from(outliers.y)]
        const found = fitLaw(michaelis, x, y, { loss: { kind, scale } })
        if (found.status !== 'converged') throw new Error(found.status)
        return { what: `${kind}, ${scale}`, got: [...found.parameters, found.sse], wanted: [...parameters, cost] }
      }),
  },
  {
    name: 'leastSquares',
    oracle: r,
    measure: 'of the largest',
    cases: () => [
      { what: 'coefficients', got: ordinary.coefficients, wanted: linear.ordinary.coefficients },
      { what: 'sum of squares', got: [ordinary.sse], wanted: [linear.ordinary.sse] },
      { what: 'coefficients, weighted', got: weighted.coefficients, wanted: linear.weighted.coefficients },
      { what: 'sum of squares, weighted', got: [weighted.sse], wanted: [linear.weighted.sse] },
    ],
  },
  {
    name: 'leverages',
    oracle: r,
    measure: 'relative',
    cases: () => [
      { what: 'ordinary', got: leverages(ordinary), wanted: linear.ordinary.leverages },
      { what: 'weighted', got: leverages(weighted), wanted: linear.weighted.leverages },
    ],
  },
  {
    name: 'symmetricEigen',
    oracle: oracle('association', 'R'),
    measure: 'of the largest',
    cases: () =>
      participation.map(({ matrix, eigenvalues }) => ({
        what: `${matrix.length} x ${matrix.length}`,
        got: symmetricEigen(Float64Array.from(matrix.flat()), matrix.length).values.sort().reverse(),
        wanted: eigenvalues,
      })),
  },
]
