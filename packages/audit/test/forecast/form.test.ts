import { lawById, predict } from '@lawbook/estimators'
import { describe, expect, test } from 'vitest'
import { extrapolated, fittedSizes, forms } from '../../src/forecast/form.ts'

const curveOf = (law: string, theta: readonly number[], skills: number) => {
  const sizes = fittedSizes(skills)
  return { sizes, right: predict(lawById(law), Float64Array.from(sizes), Float64Array.from(theta)) }
}

describe('the sizes at which a curve is read', () => {
  test('are several an octave, rise, and end at today’s', () => {
    expect(fittedSizes(280)).toEqual([6, 9, 12, 17, 25, 35, 49, 70, 99, 140, 198, 280])
    expect(fittedSizes(8)).toEqual([6, 8])
    for (const skills of [8, 41, 1144, 9999]) expect(fittedSizes(skills).at(-1)).toBe(skills)
  })
})

describe('what a form says of larger sizes', () => {
  test('is the law itself where the curve follows it', () => {
    const curve = curveOf('power', [0.9, 0.2], 100)
    const truth = predict(lawById('power'), Float64Array.of(200, 400), Float64Array.of(0.9, 0.2))
    for (const fitted of ['all', 'near'] as const)
      extrapolated({ law: 'power', fitted }, curve, [200, 400])!.forEach((value, k) => {
        expect(value).toBeCloseTo(truth[k]!, 6)
      })
  })

  test('the near form hears the last two octaves alone', () => {
    const curve = curveOf('log', [0.9, 0.1], 160)
    const bent = { sizes: curve.sizes, right: curve.right.map((value, k) => (curve.sizes[k]! < 40 ? 0.9 : value)) }
    const truth = 0.9 - 0.1 * Math.log(320)
    expect(extrapolated({ law: 'log', fitted: 'near' }, bent, [320])![0]).toBeCloseTo(truth, 9)
    expect(Math.abs(extrapolated({ law: 'log', fitted: 'all' }, bent, [320])![0]! - truth)).toBeGreaterThan(0.01)
  })

  test('stays between 0 and what is right today', () => {
    const falling = curveOf('log', [1.6, 0.3], 100)
    expect(extrapolated({ law: 'log', fitted: 'all' }, falling, [400])).toEqual([0])
    const rising = { sizes: falling.sizes, right: falling.sizes.map((size) => size / 1000) }
    expect(extrapolated({ law: 'log', fitted: 'all' }, rising, [400])).toEqual([0.1])
  })

  test('is nothing where the curve has fewer sizes than the law has parameters', () => {
    expect(extrapolated({ law: 'log-logistic', fitted: 'all' }, curveOf('log', [0.9, 0.1], 8), [16])).toBeNull()
  })

  test('a perfect router is forecast to stay perfect or is not forecast, never NaN', () => {
    const sizes = fittedSizes(50)
    for (const form of forms)
      for (const level of [0, 1]) {
        const said = extrapolated(form, { sizes, right: sizes.map(() => level) }, [100, 200])
        for (const value of said ?? []) expect(value >= 0 && value <= 1).toBe(true)
      }
  })
})
