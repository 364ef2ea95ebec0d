import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plantedTasks, type TaskWorld, taskDifference, unequalPackages } from '../src/index.ts'
import { golden } from './golden.ts'
import { mean, meanIs } from './means.ts'

const stream = streamsOf('plantedTasks.test')
const base: TaskWorld = {
  level: 0.4,
  abilitySd: 0.6,
  difficultySd: 1.3,
  rho: 0.5,
  scale: 'logit',
  effect: 0.5,
  effectSd: 0.4,
}
const clusters = unequalPackages(40, 6)
const draw = (world: TaskWorld, ...key: (string | number)[]) =>
  plantedTasks(world, { models: 3, clusters, stream: stream('draw', ...key) })
/** The observed mean of treated - control. */
const gain = ({ control, treated }: { control: Int32Array; treated: Int32Array }): number =>
  mean(treated) - mean(control)

describe('the truth', () => {
  test('is the population mean by quadrature, to 14 digits of the golden values', () => {
    expect(golden.taskDifference.length).toBeGreaterThan(3)
    for (const [level, abilitySd, difficultySd, effect, effectSd, value] of golden.taskDifference) {
      const world = { level, abilitySd, difficultySd, rho: 0.2, scale: 'logit', effect, effectSd } as TaskWorld
      expect(Math.abs(taskDifference(world) / value! - 1)).toBeLessThan(1e-14)
    }
  })

  test('is the effect itself on the scale of probabilities, and exactly so in every draw', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.6, max: 0.6, noNaN: true }), fc.integer(), (effect, key) => {
        const world: TaskWorld = { ...base, scale: 'probability', effect, effectSd: 0 }
        expect(taskDifference(world)).toBeCloseTo(effect, 14)
        expect(draw(world, 'exact', key).difference).toBeCloseTo(effect, 13)
      }),
      { numRuns: 30 },
    )
    expect(taskDifference({ ...base, scale: 'probability', effect: 0.2, effectSd: 0.7 })).toBeCloseTo(0.2, 14)
  })

  test('is 0 under the null for any spread of effects, and changes sign with the effect', () => {
    for (const scale of ['logit', 'probability'] as const) {
      expect(taskDifference({ ...base, scale, effect: 0, effectSd: 0.9 })).toBeCloseTo(0, 15)
      const up = taskDifference({ ...base, scale, effectSd: 0.2 })
      expect(taskDifference({ ...base, scale, effect: -0.5, effectSd: 0.2 })).toBeCloseTo(-up, 14)
    }
  })
})

describe.each(['logit', 'probability'] as const)('draws on the scale %s', (scale) => {
  const world: TaskWorld = { ...base, scale }
  const worlds = Array.from({ length: 3000 }, (_, key) => draw(world, scale, key))

  test('have the truth given what was drawn as their mean', () => {
    meanIs(
      worlds.map((each) => gain(each) - each.difference),
      0,
    )
  })

  test('have truths whose mean is the population value', () => {
    meanIs(
      worlds.map(({ difference }) => difference),
      taskDifference(world),
    )
  })
})

test('tasks of a cluster are alike in difficulty by rho, models in ability', () => {
  const two = Int32Array.of(0, 0, 1)
  const steep: TaskWorld = { ...base, level: 0, abilitySd: 0, difficultySd: 1e6, rho: 0.7, effect: 0, effectSd: 0 }
  const pairs = Array.from({ length: 8000 }, (_, key) =>
    plantedTasks(steep, { models: 1, clusters: two, stream: stream('alike', key) }),
  )
  // So wide a spread makes outcomes the signs of the difficulties: P(both) = 1/4 + arcsin(rho) / (2 pi).
  meanIs(
    pairs.map(({ control }) => control[0]! * control[1]!),
    0.25 + Math.asin(0.7) / (2 * Math.PI),
    'tasks of a cluster',
  )
  meanIs(
    pairs.map(({ control }) => control[0]! * control[2]!),
    0.25,
    'tasks of two clusters',
  )
  for (const { control, treated } of pairs) expect(control).toEqual(treated)
  const able: TaskWorld = { ...steep, difficultySd: 0, abilitySd: 1e6 }
  const { control } = plantedTasks(able, { models: 30, clusters: two, stream: stream('able') })
  for (let i = 0; i < 30; i++) expect(new Set(control.subarray(3 * i, 3 * i + 3)).size).toBe(1)
  expect(new Set(control).size).toBe(2)
})

test('under the null cells of a cluster are independent without a spread of effects, and alike with one', () => {
  const pair = new Int32Array(2)
  const products = (effectSd: number): number[] =>
    Array.from({ length: 12_000 }, (_, key) => {
      const world: TaskWorld = { ...base, scale: 'probability', effect: 0, effectSd }
      const { control, treated } = plantedTasks(world, {
        models: 1,
        clusters: pair,
        stream: stream('null', effectSd, key),
      })
      return (treated[0]! - control[0]!) * (treated[1]! - control[1]!)
    })
  meanIs(products(0), 0, 'one effect')
  // Given the probabilities cells are independent, so the covariance is that of the cluster's effect, 0.5^2.
  meanIs(products(0.5), 0.25, 'two effects')
})

test('what cannot be planted is refused with the reason', () => {
  const wrong = (changes: Partial<TaskWorld>) => () => draw({ ...base, ...changes }, 'refused')
  expect(wrong({ abilitySd: -1 })).toThrow(/abilitySd = -1/)
  expect(wrong({ difficultySd: Number.NaN })).toThrow(/difficultySd = NaN/)
  expect(wrong({ effectSd: -0.1 })).toThrow(/effectSd/)
  expect(wrong({ rho: 2 })).toThrow(/by 2/)
  expect(wrong({ effect: Number.POSITIVE_INFINITY })).toThrow(/finite/)
  expect(wrong({ scale: 'probability', effect: 0.8, effectSd: 0.3 })).toThrow(/at most 1/)
  expect(() => taskDifference({ ...base, scale: 'probability', effect: -1.1 })).toThrow(/at most 1/)
  expect(() => plantedTasks(base, { models: 0, clusters, stream: stream('x') })).toThrow(/0 models on 40 tasks/)
  expect(() => plantedTasks(base, { models: 1, clusters: new Int32Array(0), stream: stream('x') })).toThrow(/0 tasks/)
})
