import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sensitivity } from '../../src/compare/sensitivity.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'
import { nearLine, shallow } from './curves.ts'

const ladder = [10, 20, 50, 100, 200, 500]
const of = (...models: string[]) => models.flatMap((model) => Array<string>(6).fill(model))
const three = nearLine([...ladder, ...ladder, ...ladder])
const at = Float64Array.of(1000, 2000)

/** The parameters of the line through the points that are kept, and its values at `at`. */
function fitted(y: Float64Array, keep: (i: number) => boolean): number[] {
  const fit = fitLaw(
    log,
    three.x.filter((_, i) => keep(i)),
    y.filter((_, i) => keep(i)),
  )
  if (fit.status !== 'converged') throw new Error(fit.status)
  return [...fit.parameters, ...predict(log, at, fit.parameters)]
}

test('sensitivity agrees with R', () => reaches(compare, 'sensitivity', 11))

test('the drop with the largest change is found for each parameter and prediction', () => {
  const models = of('a', 'b', 'c')
  const deviation = fc.double({ min: -0.1, max: 0.1, noNaN: true })
  fc.assert(
    fc.property(fc.array(deviation, { minLength: 18, maxLength: 18 }), (deviations) => {
      const y = three.y.map((value, i) => value + deviations[i]!)
      const got = sensitivity({ law: log, points: { x: three.x, y }, models, at })
      const whole = fitted(y, () => true)
      const changes = (label: string, keep: (i: number) => boolean) => ({
        label,
        change: fitted(y, keep).map((value, k) => value - whole[k]!),
      })
      const byKind = {
        model: ['a', 'b', 'c'].map((model) => changes(model, (i) => models[i] !== model)),
        size: ladder.map((size) => changes(`N = ${size}`, (i) => three.x[i] !== size)),
      }
      for (const [k, name] of ['a', 'b', 0, 1].entries())
        for (const kind of ['model', 'size'] as const) {
          const found =
            typeof name === 'string'
              ? got.parameters.find(({ dropped, parameter }) => dropped === kind && parameter === name)
              : got.predictions.find(({ dropped, row }) => dropped === kind && row === name)
          const largest = Math.max(...byKind[kind].map(({ change }) => Math.abs(change[k]!)))
          expect(Math.abs(found!.change)).toBeCloseTo(largest, 10)
          const itself = byKind[kind].find(({ label }) => label === found!.worst)!
          expect(found!.change).toBeCloseTo(itself.change[k]!, 10)
        }
      expect([got.parameters.length, got.predictions.length, got.unfitted]).toEqual([4, 4, []])
    }),
    { numRuns: 40 },
  )
})

test('the change is without - with: a high model pulls the curve up, and leaves it lower', () => {
  const y = three.y.map((value, i) => value + (i >= 12 ? 0.3 : 0))
  const got = sensitivity({ law: log, points: { x: three.x, y }, models: of('a', 'b', 'high'), at })
  expect(got.parameters[0]).toMatchObject({ dropped: 'model', parameter: 'a', worst: 'high' })
  expect(got.parameters[0]!.change).toBeCloseTo(-0.1, 10)
  expect(got.predictions[0]!.change).toBeCloseTo(-0.1, 10)
  expect(got.parameters[1]!.change).toBeCloseTo(0, 10)
})

test('one model cannot be dropped; a drop after which nothing is determined is named', () => {
  const one = sensitivity({ law: log, points: nearLine(ladder, [0.01]), models: of('a'), at: new Float64Array(0) })
  expect(one.parameters.map(({ dropped, worst }) => [dropped, worst])).toEqual([
    ['size', 'N = 10'],
    ['size', 'N = 10'],
  ])
  expect(one.predictions).toEqual([])
  const points = nearLine([10, 10, 100])
  const poor = sensitivity({ law: log, points, models: ['a', 'b', 'b'], at })
  expect(poor.unfitted).toEqual([
    { dropped: 'model', label: 'b', status: 'singular' },
    { dropped: 'size', label: 'N = 10', status: 'singular' },
    { dropped: 'size', label: 'N = 100', status: 'singular' },
  ])
  expect(poor.parameters.map(({ dropped, worst }) => [dropped, worst])).toEqual([
    ['model', 'a'],
    ['model', 'a'],
  ])
})

test('a fit without parameters and names that do not match are refused', () => {
  const steep = { x: Float64Array.of(1, 10, 100), y: Float64Array.of(1, 0.1, 0.01) }
  expect(() => sensitivity({ law: shallow, points: steep, models: ['a', 'a', 'a'], at })).toThrow('is bound-hit on all')
  expect(() => sensitivity({ law: log, points: three, models: of('a', 'b'), at })).toThrow(
    '12 names of models came with',
  )
})
