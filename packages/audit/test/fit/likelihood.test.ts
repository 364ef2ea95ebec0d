import { binomialInformation, binomialRegression, hill, log } from '@lawbook/estimators'
import { describe, expect, it } from 'vitest'
import { fittedLaw } from '../../src/fit/fittedLaw.ts'
import { likelihoodsOf } from '../../src/fit/likelihood.ts'

const trials = [20, 40, 25, 60, 30, 100]
const points = [0.95, 0.8, 0.72, 0.55, 0.5, 0.31].map((y, i) => ({
  x: 2 * 3 * (i + 1),
  y,
  trials: trials[i]!,
  se: null,
}))
const x = Float64Array.from(points, (point) => point.x)
const y = Float64Array.from(points, (point) => point.y)
const fitted = [hill, log].map((law) => fittedLaw(law, { x, y, weights: Float64Array.from(trials) }, 30))

describe('the likelihood of trials', () => {
  it('of the Hill law is that of a logistic regression in ln N', () => {
    const fit = binomialRegression({
      design: Float64Array.from([...x].flatMap((value) => [1, Math.log(value)])),
      successes: y.map((share, i) => share * trials[i]!),
      trials: Float64Array.from(trials),
      link: 'logit',
    })
    const deviance = fit.status === 'converged' ? fit.deviance : Number.NaN
    const [own] = likelihoodsOf(fitted, points)
    expect(own!.deviance).toBeCloseTo(deviance, 8)
    expect(own!.df).toBe(4)
    const { aic } = binomialInformation({ deviance, n: 6, parameters: 2, points: 'independent' })
    expect(own!.aic).toBeCloseTo(aic, 8)
  })

  it('of the log law is that of a regression with the identity link, and the better one is 0 above the best', () => {
    const fit = binomialRegression({
      design: Float64Array.from([...x].flatMap((value) => [1, Math.log(value)])),
      successes: y.map((share, i) => share * trials[i]!),
      trials: Float64Array.from(trials),
      link: 'identity',
    })
    const [first, second] = likelihoodsOf(fitted, points)
    expect(second!.deviance).toBeCloseTo(fit.status === 'converged' ? fit.deviance : Number.NaN, 8)
    expect(Math.min(first!.aicAbove, second!.aicAbove)).toBe(0)
    expect(second!.aicAbove - first!.aicAbove).toBeCloseTo(second!.aic - first!.aic, 10)
  })

  it('is none where a law leaves [0, 1]', () => {
    const sure = points.map((point, i) => ({ ...point, y: [1, 1, 0.9, 0.4, 0.1, 0][i]! }))
    const values = Float64Array.from(sure, (point) => point.y)
    const line = fittedLaw(log, { x, y: values, weights: Float64Array.from(trials) }, 30)
    expect(likelihoodsOf([line], sure)).toEqual([null])
  })
})
