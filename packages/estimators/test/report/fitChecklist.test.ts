import { checkFits } from '@lawbook/schemas'
import { expect, test } from 'vitest'
import { extrapolation } from '../../src/compare/extrapolation.ts'
import { roundingEffect } from '../../src/compare/rounding.ts'
import { rSquared } from '../../src/compare/rSquared.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { hill } from '../../src/laws/hill.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { power } from '../../src/laws/power.ts'
import { type FitDescription, fitChecklist } from '../../src/report/fitChecklist.ts'
import { nearLine, plane, shallow } from '../compare/curves.ts'

const points = nearLine([10, 20, 50, 100, 200, 500], [0.004, -0.006, 0.002, 0.001, 0.005, -0.007])
const description: FitDescription = {
  id: 'bm25-power',
  law: power,
  points,
  fit: fitLaw(power, points.x, points.y),
  series: 'BM25',
  row: 'the exact accuracy at one library size',
  unit: 'accuracy',
  exclusions: [{ reason: 'library too small', n: 2 }],
  weights: 'equal',
  interval: {
    method: 'cluster jackknife',
    level: '90 %',
    resampled: 'packages (53)',
    estimates: [
      { se: 0.1, i90: [0, 2] },
      { se: null, i90: null },
    ],
  },
  rivals: [log, hill],
  from: 100,
  digits: 3,
}
const checked = (change: Partial<FitDescription> = {}) => {
  const record = fitChecklist({ ...description, ...change })
  checkFits([record], 'trial')
  return record
}
const fitted = (law: FitDescription['law'], at: FitDescription['points']) => ({
  law,
  points: at,
  fit: fitLaw(law, at.x, at.y, { weights: at.weights, loss: at.loss }),
})

test('what was said is kept, and what follows is computed', () => {
  const { fit: whole } = description
  if (whole.status !== 'converged') throw new Error(whole.status)
  const fit = { ...whole, startsAgreeing: 3 }
  const record = checked({ fit })
  expect(record).toMatchObject({
    id: 'bm25-power',
    law: 'power',
    equation: 'a N^-b',
    series: 'BM25',
    row: 'the exact accuracy at one library size',
    n: 6,
    exclusions: [{ reason: 'library too small', n: 2 }],
    domain: 'N from 10 to 500 (6 distinct)',
    loss: 'squared error in y',
    weights: 'equal',
    status: 'converged',
    boundsHit: [],
    interval: { method: 'cluster jackknife', level: '90 %', resampled: 'packages (53)' },
  })
  expect(record.optimiser).toEqual({
    method: 'variable projection and Levenberg-Marquardt',
    starts: 4,
    agreeing: 3,
    iterations: fit.iterations,
  })
  expect(record.parameters).toEqual([
    { name: 'a', value: fit.parameters[0], se: 0.1, i90: [0, 2], unit: 'y' },
    { name: 'b', value: fit.parameters[1], se: null, i90: null, unit: '1' },
  ])
  const values = predict(power, points.x, fit.parameters)
  expect(record.r2).toBe(rSquared(points.y, values))
  expect(record.largestDeviation).toBe(Math.max(...values.map((value, i) => Math.abs(value - points.y[i]!))))
})

test('law and rivals are extrapolated from the same cut', () => {
  const { extrapolation: own, rivals } = checked()
  const rms = (law: typeof log) => extrapolation({ law, points, from: 100 }).error!.rms
  expect(own).toEqual({ from: 100, to: 500, status: 'converged', error: rms(power), unit: 'accuracy' })
  expect(rivals).toEqual([
    { law: 'log', status: 'converged', error: rms(log) },
    { law: 'hill', status: 'converged', error: rms(hill) },
  ])
})

test('every size and every model is dropped, and rounding is measured', () => {
  const { sensitivity, rounding } = checked()
  if ('reason' in sensitivity || 'reason' in rounding) throw new Error('a reason')
  expect(sensitivity.unfitted).toEqual([])
  expect(sensitivity.changes.map(({ dropped, parameter }) => `${dropped} ${parameter}`)).toEqual(['size a', 'size b'])
  const models = checked({ models: ['a', 'b', 'a', 'b', 'a', 'b'] }).sensitivity
  if ('reason' in models) throw new Error('a reason')
  expect(models.changes.map(({ dropped, worst }) => `${dropped} ${worst.slice(0, 1)}`)).toEqual([
    expect.stringMatching(/^model [ab]$/),
    expect.stringMatching(/^model [ab]$/),
    'size N',
    'size N',
  ])
  const { fit } = description
  const parameters = fit.status === 'converged' ? fit.parameters : new Float64Array(0)
  expect(rounding).toEqual({
    digits: 3,
    error: roundingEffect({ law: power, x: points.x, parameters, digits: 3 }),
    unit: 'accuracy',
  })
  expect(rounding.error).toBeGreaterThan(0)
})

test('a linear law has no starts that could agree, weights and losses have names, and every input a range', () => {
  expect(checked(fitted(log, points)).optimiser).toMatchObject({ method: 'linear least squares by QR', agreeing: null })
  const weighted = { ...points, weights: Float64Array.of(1, 2, 3, 4, 5, 6) }
  expect(checked({ ...fitted(log, weighted), weights: 'trials a size' })).toMatchObject({
    weights: 'trials a size',
    loss: 'squared error in y',
  })
  const robust = { ...points, loss: { kind: 'huber', scale: 0.002 } as const }
  const huber = checked(fitted(power, robust))
  expect(huber).toMatchObject({ loss: 'huber of scale 0.002 in y', optimiser: { method: 'Levenberg-Marquardt' } })
  expect(huber.extrapolation).not.toEqual(checked().extrapolation)
  const x = Float64Array.of(10, 1, 20, 2, 50, 2, 100, 4, 500, 3)
  const flat = { x, y: predict(plane, x, Float64Array.of(1, -0.1, 0.03)) }
  const both = checked({ ...fitted(plane, flat), interval: { reason: 'one curve' }, rivals: { reason: 'none' } })
  expect(both.domain).toBe('N from 10 to 500 (5 distinct), K from 1 to 4 (4 distinct)')
  expect(both.parameters.map(({ se, i90 }) => [se, i90])).toEqual(Array(3).fill([null, null]))
})

test('a fit on a bound names it, is predicted from, and estimates nothing', () => {
  const steep = { x: Float64Array.of(1, 10, 100, 1000), y: Float64Array.of(1, 0.1, 0.01, 0.001) }
  const record = checked(fitted(shallow, steep))
  const nothing = { reason: 'the fit ended bound-hit and has no parameters' }
  expect(record).toMatchObject({ status: 'bound-hit', boundsHit: ['b'], parameters: [] })
  expect([record.interval, record.sensitivity, record.rounding]).toEqual([nothing, nothing, nothing])
  expect(record.extrapolation).toMatchObject({ from: 100, to: 1000, unit: 'accuracy' })
  expect(record.r2).toBeLessThan(1)
})

test('what cannot be had is a reason', () => {
  const early = checked({ from: 10 })
  expect(early.extrapolation).toEqual({ reason: 'the fit up to 10 ended singular' })
  expect(early.rivals).toEqual([
    { law: 'log', status: 'singular', error: null },
    { law: 'hill', status: 'singular', error: null },
  ])
  const none = { reason: 'the ladder is too short' }
  expect(checked({ from: none, rivals: none, interval: none })).toMatchObject({
    extrapolation: none,
    rivals: none,
    interval: none,
    parameters: [{ se: null, i90: null }, {}],
  })
  const level = { x: points.x, y: new Float64Array(6).fill(0.5) }
  const constant = checked(fitted(log, level))
  expect(constant.r2).toBe(null)
  expect(constant.largestDeviation).toBeCloseTo(0, 12)
  const lost = checked({ fit: { status: 'max-iterations', iterations: 500, starts: 4 } })
  expect(lost).toMatchObject({
    optimiser: { agreeing: 0 },
    parameters: [],
    boundsHit: [],
    r2: null,
    largestDeviation: null,
  })
})

test('a description that contradicts itself is refused', () => {
  const refused = (change: Partial<FitDescription>) => expect(() => checked(change))
  refused({ weights: 'trials' }).toThrow('the weights are called "trials", but the points have none')
  refused({ points: { ...points, weights: points.y } }).toThrow('the points have some: say what they are')
  const { interval } = description
  if ('reason' in interval) throw new Error('a reason')
  refused({ interval: { ...interval, estimates: [] } }).toThrow(
    '0 intervals came with the 2 parameters of the power law',
  )
  refused({ from: { reason: 'short' } }).toThrow('2 rivals cannot be compared without a cut')
  refused({ rivals: [] }).toThrow('no rivals were given')
  refused({ from: 500 }).toThrow('no point lies beyond 500')
  refused({ models: ['a'] }).toThrow('1 names of models came with 6 points')
})
