import { describe, expect, test } from 'vitest'
import { completeTasks, contrastOf, slopeWithin } from './contrast.ts'
import { change, intercept, lowerSlope, slope, upperSlope, valueAt } from './functional.ts'
import { pooled, type Sweep, slopeOf } from './pool.ts'
import { readingRows } from './readings.ts'
import { everySweep, medianOf } from './rules.ts'
import { saturationOf } from './saturation.ts'
import type { About, Mark, ShareSeries, TaskSeries } from './series.ts'
import { meanOverUnits } from './units.ts'

const about = (sweep: string, benchmark: string | null = null): About => ({
  id: sweep,
  sweep,
  benchmark,
  setting: null,
  agent: null,
  model: 'm',
  metric: 'success',
})
const dot = (weights: Float64Array, y: readonly number[]): number =>
  weights.reduce((sum, weight, k) => sum + weight * y[k]!, 0)
const task = (id: string, y: readonly number[], marks: string, count = 1) => ({
  id,
  count,
  y: Float64Array.from(y),
  marks: [...marks] as Mark[],
})
const ladder = Float64Array.of(1, Math.E, Math.E * Math.E)

describe('functionals of a ladder', () => {
  test('a line in ln x has its slope everywhere and its level at 1', () => {
    const x = Float64Array.of(2, 3, 10, 40)
    const y = Array.from(x, (place) => 0.2 + 0.05 * Math.log(place))
    for (const weights of [slope, lowerSlope, upperSlope]) expect(dot(weights(x), y)).toBeCloseTo(5, 10)
    expect(dot(intercept(x), y)).toBeCloseTo(0.2, 12)
    expect(dot(change(x), y)).toBeCloseTo(5 * Math.log(20), 10)
  })

  test('the halves of a bent curve, by hand', () => {
    expect(dot(lowerSlope(ladder), [0.1, 0.5, 0.6])).toBeCloseTo(40, 10)
    expect(dot(upperSlope(ladder), [0.1, 0.5, 0.6])).toBeCloseTo(10, 10)
  })

  test('a ladder that does not rise is refused', () => {
    expect(() => slope(Float64Array.of(2, 2))).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
    expect(() => slope(Float64Array.of(3))).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
  })
})

describe('missing runs', () => {
  const series: TaskSeries = {
    about: about('s'),
    x: Float64Array.of(1, 2),
    tasks: [task('a', [0, 1], '..', 3), task('b', [1, 0], '.u'), task('c', [1, Number.NaN], '.-')],
  }
  const value = (reading: Parameters<typeof contrastOf>[3]) =>
    contrastOf(series, change(series.x), 'tasks', reading).value

  test('are left out, counted as published, or as bad and as good as they can be', () => {
    expect(value('recorded')).toBeCloseTo(100, 10)
    expect(value('as-published')).toBeCloseTo((3 * 100 - 100) / 4, 10)
    expect(value('worst')).toBeCloseTo((3 * 100 - 200) / 5, 10)
    expect(value('best')).toBeCloseTo((3 * 100) / 5, 10)
    expect(completeTasks(series, 'recorded').tasks.map(({ id }) => id)).toEqual(['a'])
  })

  test('an early one is good for the worst case: it takes from the rise', () => {
    const early = { ...series, tasks: [task('a', [0, 1], 'u.')] }
    expect(contrastOf(early, change(early.x), 'tasks', 'worst').value).toBeCloseTo(0, 10)
    expect(contrastOf(early, change(early.x), 'tasks', 'best').value).toBeCloseTo(100, 10)
  })

  test('groups of tasks count as many', () => {
    const group = { ...series, tasks: [task('a', [0, 1], '..', 3), task('b', [1, 0], '..', 2)] }
    const single = {
      ...series,
      tasks: ['a', 'b', 'c', 'd', 'e'].map((id, i) => task(id, i < 3 ? [0, 1] : [1, 0], '..')),
    }
    const of = (one: TaskSeries) => contrastOf(one, change(one.x), 'tasks', 'recorded')
    expect(of(group)).toEqual(of(single))
    expect(of(single).df).toBe(4)
  })

  test('the readings say how many runs a figure is of', () => {
    const one = { ...series, about: about('general-agentbench', 'search') }
    const sweep = (list: TaskSeries[]): Sweep => ({ pool: 'benchmarks', sampling: 'tasks', series: list })
    const rows = readingRows({
      sweeps: new Map([
        ['general-agentbench', sweep([one])],
        ['mcpbench-composite', sweep([])],
      ]),
    }).filter(({ x }) => x === 2)
    const at = (reading: string) => rows.find((row) => row.reading === reading)!
    expect(at('as-published')).toMatchObject({ n: 4, missing: 2, planned: 5, y: 0.75 })
    expect(at('recorded')).toMatchObject({ n: 3, y: 1 })
    expect([at('lowest').y, at('highest').y]).toEqual([0.6, 1])
  })
})

describe('shares', () => {
  const series: ShareSeries = {
    about: about('s'),
    x: Float64Array.of(1, 2, 4),
    y: Float64Array.of(0.5, 0.5, 0.5),
    n: Float64Array.of(98, 98, 98),
  }
  const s = Math.sqrt(0.25 / (98 - 0.98 * 0.98))

  test('the widest error of shared tasks adds up points of one side; independent runs add squares', () => {
    const weights = Float64Array.of(-2, 1, 1)
    expect(contrastOf(series, weights, 'same tasks', 'recorded').se).toBeCloseTo(Math.sqrt(8) * s, 12)
    expect(contrastOf(series, weights, 'runs', 'recorded').se).toBeCloseTo(Math.sqrt(6) * s, 12)
    expect(contrastOf(series, weights, 'unknown', 'recorded').se).toBeNull()
  })

  test('the variance of a share of few runs is right at one half, and too wide elsewhere', () => {
    const n = 5
    const binomial = (p: number) => (x: number) => {
      const ways = [1, 5, 10, 10, 5, 1][x]!
      return ways * Math.exp(x * Math.log(p) + (n - x) * Math.log(1 - p))
    }
    const mean = (p: number): number => {
      const at = (x: number) => ({ ...series, y: Float64Array.of(x / n, 0, 0), n: Float64Array.of(n, n, n) })
      const variance = (x: number) => contrastOf(at(x), Float64Array.of(1, 0, 0), 'runs', 'recorded').se!
      return [0, 1, 2, 3, 4, 5].reduce((sum, x) => sum + binomial(p)(x) * variance(x) * variance(x), 0)
    }
    expect(mean(0.5)).toBeCloseTo(0.25 / n, 12)
    for (const p of [0.05, 0.2, 0.35, 0.8, 0.95]) expect(mean(p)).toBeGreaterThan((p * (1 - p)) / n)
  })

  test('no correlation of zero or more makes a contrast wider than its bound', () => {
    const weights = slope(series.x)
    const bound = contrastOf(series, weights, 'same tasks', 'recorded').se!
    for (const between of [0, 0.3, 0.7, 1])
      for (const within of [0, 0.5, 1]) {
        const cov = (i: number, j: number): number => (i === j ? 1 : weights[i]! * weights[j]! > 0 ? within : between)
        let variance = 0
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < 3; j++) variance += weights[i]! * weights[j]! * cov(i, j) * s * s
        expect(Math.sqrt(Math.max(0, variance))).toBeLessThanOrEqual(bound + 1e-12)
      }
  })
})

describe('pooling', () => {
  const one = (id: string, benchmark: string, y: readonly (readonly [number, number])[]): TaskSeries => ({
    about: { ...about('general-agentbench', benchmark), id, model: id },
    x: Float64Array.of(1, Math.E),
    tasks: y.map((pair, i) => task(`t${i}`, pair, '..', 3)),
  })
  const a = one('a', 'p', [
    [0, 1],
    [0, 0],
    [0, 1],
    [1, 0],
  ])
  const b = one('b', 'p', [
    [0, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ])
  const c = one('c', 'q', [
    [0, 1],
    [0, 1],
    [0, 0],
    [1, 1],
  ])

  test('benchmarks count alike, models of one share their errors', () => {
    const sweep: Sweep = { pool: 'benchmarks', sampling: 'tasks', series: [a, b, c] }
    const { value, se } = pooled(sweep, slope)
    const alone = [a, b, c].map((series) => contrastOf(series, slope(series.x), 'tasks', 'recorded'))
    expect(value).toBeCloseTo((25 + 50) / 2, 10)
    const within = (alone[0]!.se! + alone[1]!.se!) / 2
    expect(se).toBeCloseTo(Math.sqrt(within * within + alone[2]!.se! * alone[2]!.se!) / 2, 10)
  })

  test('matched tasks: the error of the mean over models of each task', () => {
    const { value, se, df } = pooled({ pool: 'matched', sampling: 'tasks', series: [a, b] }, slope)
    // By task: (100 + 0) / 2, 0, 100, (-100 + 0) / 2.
    expect(value).toBeCloseTo(25, 10)
    expect(se).toBeCloseTo(Math.sqrt((625 + 625 + 5625 + 5625) / 3 / 4), 10)
    expect(df).toBe(3)
  })
})

describe('saturation', () => {
  const sweep = (y: readonly number[], n: number): Sweep => ({
    pool: 'shared',
    sampling: 'runs',
    series: [{ about: about('s'), x: ladder, y: Float64Array.from(y), n: Float64Array.of(n, n, n) }],
  })

  test('is the ratio of the slopes of the halves, with the limits of Fieller', () => {
    const { value, i90, i995 } = saturationOf(sweep([0.2, 0.6, 0.7], 100_000))
    expect(value).toBeCloseTo(0.25, 10)
    // The delta method agrees where n is large: d(U / L) = (dU - r dL) / L.
    const s = [0.2, 0.6, 0.7].map((p) => Math.sqrt((p * (1 - p)) / 100_000))
    const [first, middle, last] = [0.25 * s[0]!, 1.25 * s[1]!, s[2]!]
    const reach = (1.6448536 * Math.sqrt(first * first + middle * middle + last * last)) / 0.4
    expect(i90![1] - value!).toBeCloseTo(reach, 3)
    expect(value! - i90![0]).toBeCloseTo(reach, 3)
    expect(i995![0]).toBeLessThan(i90![0])
  })

  test('has no value where the lower half does not move, nor with two points', () => {
    expect(saturationOf(sweep([0.5, 0.5, 0.7], 50)).value).toBeNull()
    const [series] = sweep([0.2, 0.6, 0.7], 50).series as ShareSeries[]
    const short = { ...series!, x: ladder.slice(0, 2), y: series!.y.slice(0, 2), n: series!.n.slice(0, 2) }
    expect(saturationOf({ pool: 'shared', sampling: 'runs', series: [short] }).value).toBeNull()
  })

  test('values at one point are means', () => {
    expect(pooled(sweep([0.2, 0.6, 0.7], 50), valueAt(1)).value).toBeCloseTo(0.6, 12)
  })
})

describe('the slope within tasks', () => {
  const x = Float64Array.of(1, Math.E, Math.E * Math.E)

  test('is the mean slope where nothing is missing', () => {
    const tasks = Array.from({ length: 12 }, (_, i) =>
      task(`t${i}`, [0, i % 2, i % 3 === 0 ? 1 : 0], '...', 1 + (i % 2)),
    )
    const series = { about: about('s'), x, tasks }
    const [within, mean] = [slopeWithin(series, 'tasks'), contrastOf(series, slope(x), 'tasks', 'recorded')]
    for (const key of ['value', 'se', 'df'] as const) expect(within[key]).toBeCloseTo(mean[key]!, 10)
  })

  test('takes from each task the cells it has: levels of tasks that are lost do not enter', () => {
    // Every task rises by ten points a step; the easy half is lost at the end, so that the mean of what is left falls.
    const tasks = Array.from({ length: 20 }, (_, i) => {
      const base = i < 10 ? 0.6 : 0.1
      return task(`t${i}`, [base, base + 0.1, base + 0.2], i < 10 ? '..e' : '...')
    })
    const series = { about: about('s', 'p'), x, tasks }
    expect(slopeWithin(series, 'tasks').value).toBeCloseTo(10, 10)
    // By hand: ten tasks with spread 1/2 and slope 10, ten with spread 2 and slope 20.
    const bent = { ...series, tasks: tasks.map((one, i) => (i < 10 ? one : task(one.id, [0.1, 0.3, 0.5], '...'))) }
    expect(slopeWithin(bent, 'tasks').value).toBeCloseTo((0.5 * 10 + 2 * 20) / 2.5, 10)
    const sweep: Sweep = { pool: 'benchmarks', sampling: 'tasks', series: [series] }
    expect(slopeOf(sweep).value).toBeCloseTo(10, 10)
  })

  test('a curve with fewer than ten tasks that have two cells is left out, and a sweep of such curves is refused', () => {
    const few = { about: about('s', 'p'), x, tasks: [task('a', [0, 1, 1], '..e', 9), task('b', [1, 1, 1], '.ee', 9)] }
    const enough = { about: about('s', 'q'), x, tasks: [task('a', [0, 0.5, 1], '...', 10)] }
    const sweep = (series: TaskSeries[]): Sweep => ({ pool: 'benchmarks', sampling: 'tasks', series })
    expect(slopeOf(sweep([few, enough])).value).toBeCloseTo(50, 10)
    expect(() => slopeOf(sweep([few]))).toThrow(expect.objectContaining({ code: 'LB_FIT' }))
  })
})

describe('rules over units', () => {
  const part = (value: number, se: number | null = 1) => ({
    key: `${value}`,
    label: `${value}`,
    contrast: { value, se, df: 1e6 },
  })

  test('the mean has the limits of Student over units; of two kinds of unit the farthest count', () => {
    const { value, i90 } = meanOverUnits([[1, 2, 3, 4, 5].map((one) => part(one))])
    // sd 1.5811, t(4) at 95 % 2.1318.
    expect(value).toBeCloseTo(3, 12)
    expect(i90[0]).toBeCloseTo(3 - (2.131847 * 1.5811388) / Math.sqrt(5), 5)
    const both = meanOverUnits([
      [part(1), part(2), part(3), part(4)],
      [part(1.5), part(3.5)],
    ])
    // Two units: sd sqrt(2), t(1) at 95 % 6.3138: wider than four.
    expect(both.i90[0]).toBeCloseTo(2.5 - 6.313752, 4)
    expect(both.value).toBeCloseTo(2.5, 12)
  })

  test('the median has the limits of the sign test, where there are enough parts', () => {
    const upTo = (n: number) => medianOf(Array.from({ length: n }, (_, i) => part(i + 1)))
    expect(upTo(4)).toEqual({ value: 2.5, i90: null, i995: null })
    expect(upTo(7)).toEqual({ value: 4, i90: [1, 7], i995: null })
    expect(upTo(8)).toEqual({ value: 4.5, i90: [2, 7], i995: [1, 8] })
  })

  test('every sweep: the smallest, of parts that have an error', () => {
    expect(everySweep([part(3), part(5), part(-9, null)]).value).toBe(3)
  })
})
