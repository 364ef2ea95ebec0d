import { describe, expect, test } from 'vitest'
import { choices } from './choices.ts'
import { difference, meanOfRatios, meanOver, ratio } from './compare.ts'
import { lowestThird } from './difficulty.ts'
import { departure, judgedNumbers } from './judged.ts'
import { cellsWhere, type Quantity, type Study, withRouter } from './study.ts'

/** Two routers, four pairs of three skills; chances as given, the same at every size. */
function studyWith(columns: Partial<Record<Quantity, number[]>>, difficult = [1, 1, 0, 0, 0, 1, 1, 0]): Study {
  return {
    routers: ['r', 's'].map((id) => ({ id, short: id, kin: id })),
    pairs: ['x', 'x', 'y', 'z'].map((second, i) => ({
      id: `p${i}`,
      class: 'tight' as const,
      second,
      leaks: i === 1,
    })),
    chances: (quantity) => Float64Array.from(columns[quantity]!),
    difficult: Uint8Array.from(difficult),
  }
}

const above = Float64Array.of(0.4, 0.8, 0.1, 0.2, 0.5, 0.6, 0.9, 0.3)
const below = Float64Array.of(0.2, 0.4, 0.1, 0.1, 0.25, 0.2, 0.3, 0.2)

describe('comparisons', () => {
  const study = studyWith({})
  const cells = study.difficult

  test('routers count alike, and within a router its chosen pairs', () => {
    expect(meanOver(study, above, cells, [0, 1], [0, 1, 2, 3])).toBeCloseTo((0.6 + 0.75) / 2, 12)
    expect(meanOver(study, above, cells, [0, 1], [1])).toBeCloseTo(0.7, 12)
    expect(meanOver(study, above, cells, [0, 1], [3])).toBeNaN()
  })

  test('a ratio is one of means; the mean of ratios is the other number', () => {
    const comparison = { above, below, cells }
    expect(difference(study, comparison, { sided: 'one' })!.value).toBeCloseTo(0.675 - 0.275, 12)
    expect(ratio(study, comparison, { sided: 'two' })!.value).toBeCloseTo(0.675 / 0.275, 12)
    expect(meanOfRatios(study, comparison, { sided: 'two' })!.value).toBeCloseTo(Math.sqrt(2 * 3), 12)
  })

  test('a ratio over nothing does not exist, and one that does not vary has no interval', () => {
    expect(ratio(study, { above, below: new Float64Array(8), cells }, { sided: 'two' })).toBeNull()
    expect(ratio(study, { above, below: above, cells }, { sided: 'two' })).toMatchObject({ value: 1, nested: null })
    expect(ratio(study, { above, below, cells: new Uint8Array(8) }, { sided: 'two' })).toBeNull()
  })

  test('one router alone is that router', () => {
    const own = withRouter(study, 1)
    expect(meanOver(own, above.subarray(4), own.difficult, [0], [0, 1, 2, 3])).toBeCloseTo(0.75, 12)
  })
})

test('the lowest third holds ties at its line', () => {
  const study = studyWith({ second: [0.1, 0.2, 0.2, 0.9, 0.5, 0.5, 0.7, 0.8] })
  const all = cellsWhere(study, () => true)
  expect([...lowestThird(study, 'second', 100, all)]).toEqual([1, 1, 1, 0, 1, 1, 0, 0])
  // Among pairs without leaks: three of each router, so one, and its ties.
  expect([
    ...lowestThird(
      study,
      'second',
      100,
      cellsWhere(study, ({ leaks }) => !leaks),
    ),
  ]).toEqual([1, 0, 0, 0, 1, 0, 0, 0])
})

test('each judged number reads the chances and the pairs that its rule names', () => {
  const columns = {
    state: above.map((x) => x / 2),
    'placebo-present': below.map((x) => x / 4),
    closed: above,
    product: below,
  }
  const study = studyWith({
    ...Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, [...column]])),
    plan: [0.1, 0.3, 0.2, 0.2, 0.3, 0.1, 0.2, 0.2],
  })
  const found = judgedNumbers(study, choices)
  // Difficult and without a leak: the first pair of the one router, the third of the other.
  expect(found.rescue!.value).toBeCloseTo((0.2 + 0.45) / (0.05 + 0.075), 12)
  expect(found['state-helps']!.value).toBeCloseTo((100 * (0.15 + 0.375)) / 2, 12)
  // All pairs without a leak.
  expect(found['realised-above-product']!.value).toBeCloseTo((100 * (0.3 + 0.95)) / 6, 12)
  expect(found.departure!.value).toBeCloseTo(0.15 / 8 / 0.02, 12)
})

describe('departure', () => {
  const margins = { residual: 0.02, logRatio: 0.1 }
  const product = [0.5, 0.4, 0.6, 0.5, 0.5, 0.4, 0.6, 0.5]
  const of = (joint: number[]) => {
    const study = studyWith({ plan: joint, product })
    return departure(
      study,
      { above: 'plan', below: 'product', cells: cellsWhere(study, () => true), size: 100 },
      margins,
    )
  }

  test('is the larger of residual and ln ratio in their margins, whatever their sign', () => {
    const found = of(product.map((p) => 0.8 * p))
    expect(found.residual!.value).toBeCloseTo(-10, 10)
    expect(found.departure!.value).toBeCloseTo(5, 10)
    const small = of(product.map((p, i) => p * (1 + 0.01 * (i % 2))))
    expect(small.departure!.value).toBeLessThan(1)
  })

  test('reaches down to zero where the residual may be either way', () => {
    const found = of(product.map((p, i) => p + (i % 2 === 0 ? 0.03 : -0.03)))
    expect(found.departure!.nested!.i90[0]).toBe(0)
    expect(found.departure!.nested!.i90[1]).toBeGreaterThan(1)
  })
})
