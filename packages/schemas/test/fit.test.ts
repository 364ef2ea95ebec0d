import { expect, expectTypeOf, it, test } from 'vitest'
import { type FitRecord, validate } from '../src/index.ts'
import { fit, samples, unfitted } from './samples.ts'

/** What is wrong with a result that holds this fit; null where nothing is. */
function faultOf(trial: object): string | null {
  try {
    validate('lawbook/result@1', { ...samples['lawbook/result@1'], fits: [trial] }, 'trial')
    return null
  } catch (thrown) {
    return (thrown as Error).message
  }
}

type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]

test('the type and the schema leave out nothing', () => {
  expectTypeOf<Optional<FitRecord>>().toEqualTypeOf<never>()
  for (const key of Object.keys(fit)) {
    const without = Object.fromEntries(Object.entries(fit).filter(([other]) => other !== key))
    expect(faultOf(without), key).toContain(`fits[0] lacks "${key}"`)
  }
})

const choices = ['interval', 'rivals', 'extrapolation', 'sensitivity', 'rounding'] as const
it.each(choices)('%s holds what it should, or a reason, never both, neither or an empty one', (key) => {
  expectTypeOf<{ readonly reason: string }>().toExtend<FitRecord[typeof key]>()
  expectTypeOf<null>().not.toExtend<FitRecord[typeof key]>()
  expect(faultOf({ ...fit, [key]: { reason: 'it was not asked' } })).toBe(null)
  for (const nothing of [null, {}, [], '', { reason: '' }, { ...fit[key], reason: 'both' }])
    expect(faultOf({ ...fit, [key]: nothing }), JSON.stringify(nothing)).toContain(`fits[0].${key}`)
})

test('what is inside a part is required as well', () => {
  for (const key of ['optimiser', ...choices] as const) {
    const part = [fit[key]].flat()[0] as Record<string, unknown>
    for (const inner of Object.keys(part)) {
      const without = Object.fromEntries(Object.entries(part).filter(([other]) => other !== inner))
      const trial = { ...fit, [key]: Array.isArray(fit[key]) ? [without] : without }
      expect(faultOf(trial), `${key}.${inner}`).toContain(`lacks "${inner}"`)
    }
  }
})

test('a fit that gave nothing is a record too', () => {
  expect(faultOf(unfitted)).toBe(null)
  expect(faultOf({ ...fit, status: 'stuck' })).toContain('allowed: converged, max-iterations, bound-hit, singular')
  expect(faultOf({ ...fit, rounding: { digits: 0, error: 0, unit: 'y' } })).toContain('must be >= 1')
  expect(faultOf({ ...fit, extrapolation: { from: 1, to: 2, status: 'converged', error: -1, unit: 'y' } })).toContain(
    'must be >= 0',
  )
})
