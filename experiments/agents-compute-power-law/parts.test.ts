import { noRecord } from '@lawbook/agent-runs'
import { streamsOf } from '@lawbook/base'
import { betaQuantile, binomialCdf, lawById, normalQuantile, predict } from '@lawbook/estimators'
import { coverage } from '@lawbook/worlds'
import { describe, expect, test } from 'vitest'
import { solvedChances, subsetCoverage } from './attemptRates.ts'
import { choices } from './choices.ts'
import { controlRows } from './control.ts'
import { exponentLoss } from './exponents.ts'
import { comparable, fittedCount } from './forecast.ts'
import { show } from './judge.ts'
import { judgedPlaces } from './ladders.ts'
import { bookOf } from './ledger.ts'
import { coverageFrom, coverageNoise, meanOf, multinomial, nestedNoise, taskNoise } from './noise.ts'
import { sweepTables } from './observe.ts'
import { medianOverSweeps, signTestRank } from './overSweeps.ts'
import { plantedSweep } from './planted.ts'
import { statisticNames } from './statistics.ts'
import { sweepsOf } from './sweeps.ts'
import { unlessBlind } from './tellable.ts'

const stream = streamsOf('parts')
const normalScatter = (se: number): Float64Array =>
  Float64Array.from({ length: 199 }, (_, i) => se * normalQuantile((i + 1) / 200))
const value = (statistics: Float64Array, name: string): number => statistics[statisticNames.indexOf(name)]!

describe('the cut', () => {
  test('is the middle of the range of ln x, but leaves enough to fit and something to predict', () => {
    expect(
      fittedCount(
        Float64Array.from({ length: 16 }, (_, k) => k + 1),
        4,
      ),
    ).toBe(4)
    expect(fittedCount(Float64Array.of(1, 6, 11, 16, 21, 26), 4)).toBe(4)
    expect(fittedCount(Float64Array.of(1, 2, 3, 4), 4)).toBe(3)
    expect(fittedCount(Float64Array.of(1, 2, 3, 5, 7, 10, 15, 20, 30, 250), 4)).toBe(7)
  })
})

describe('the statistics of one curve', () => {
  const x = Float64Array.of(1, 2, 4, 8, 16, 32, 64, 128)

  test('a curve of a form is forecast by it without error, and by no rival', () => {
    const { statistics } = show([{ x, y: predict(lawById('power'), x, Float64Array.of(0.1, -0.35)) }], choices)
    expect(value(statistics, 'error-power')).toBeCloseTo(0, 6)
    expect(value(statistics, 'gap-power')).toBeLessThan(-0.5)
    expect(value(statistics, 'gap-error-power')).toBeGreaterThan(1)
    expect(value(statistics, 'deviation-power')).toBeCloseTo(0, 6)
  })

  test('no gap is larger than the forecasts are apart, which do not see what is held out', () => {
    const y = predict(lawById('log'), x, Float64Array.of(0.1, -0.1))
    const before = show([{ x, y }], choices)
    for (let k = 0; k < 3; k++) expect(before.statistics[k]!).toBeLessThanOrEqual(before.apart[k]! + 1e-9)
    const after = show([{ x, y: y.map((one, k) => (k >= 4 ? one / 2 : one)) }], choices)
    expect(after.apart).toEqual(before.apart)
    expect(value(after.statistics, 'error-log')).toBeGreaterThan(5)
  })

  test('four budgets carry two parameters only', () => {
    const { statistics } = show([{ x: x.slice(0, 4), y: Float64Array.of(0.2, 0.26, 0.3, 0.33) }], choices)
    expect(value(statistics, 'gap-error-power-floor')).toBeNaN()
    expect(value(statistics, 'deviation-power')).toBeNaN()
    expect(value(statistics, 'gap-power')).toBeGreaterThan(0)
  })
})

describe('a fit without a minimum', () => {
  test('makes the mean stand for all forms of its size, and leaves the fits there are', () => {
    const y = Float64Array.of(0.2, 0.4, 0.9)
    const fitted = { theta: Float64Array.of(1), predicted: Float64Array.of(0.1, 0.2, 0.3) }
    const lost = { theta: null, predicted: Float64Array.of(0.3, 0.3, 0.3) }
    expect(comparable([fitted, fitted], y, 2)).toEqual([fitted, fitted])
    const [one, other] = comparable([fitted, lost], y, 2)
    expect(one!.theta).toEqual(fitted.theta)
    for (const value of one!.predicted) expect(value).toBeCloseTo(0.3, 12)
    expect(other!.predicted).toEqual(one!.predicted)
  })
})

describe('what an exponent loses', () => {
  const x = Float64Array.of(1, 2, 4, 8, 16)

  test('nothing for a power, of success or of error', () => {
    const success = predict(lawById('power'), x, Float64Array.of(0.1, -0.4))
    const error = predict(lawById('error-power'), x, Float64Array.of(0.8, 0.3))
    expect(exponentLoss([{ x, y: success }], 'success', choices)[0]).toBeCloseTo(0, 9)
    expect(exponentLoss([{ x, y: error }], 'error', choices)[0]).toBeCloseTo(0, 9)
    expect(exponentLoss([{ x, y: error }], 'success', choices)[0]).toBeGreaterThan(0.3)
  })

  test('is the share of the lower exponent and the difference', () => {
    // Exponent 1/2 up to x = 8, where the fitted part ends, 1/4 from there on.
    const y = Float64Array.of(0.1, 0.1 * Math.SQRT2, 0.2, 0.2 * Math.SQRT2, 0.2 * Math.SQRT2 * Math.sqrt(Math.SQRT2))
    const [loss, change] = exponentLoss([{ x, y }], 'success', choices)
    expect(loss).toBeCloseTo(0.5, 9)
    expect(change).toBeCloseTo(0.25, 9)
  })
})

describe('a rule that tells nothing', () => {
  const measure = {
    id: 'gap-power',
    title: 't',
    value: 0.1,
    i90: [0, 0.2] as [number, number],
    i995: [-1, 1] as [number, number],
    method: 'm',
    resampled: 'sweeps',
    n: 14,
    unit: 'points',
    evidence: 'published' as const,
  }
  // 1 of 5 accepted in a world where it is true is no more than a fifth; 2 of 5 are.
  const rows = (accepted: number) =>
    Array.from({ length: 5 }, (_, i) => ({
      world: 'success-power',
      measure: 'gap-power',
      hi90: i < accepted ? 0.4 : 0.6,
      lo995: -1,
    }))

  test('gives no measure, and a rule that is right more often gives its own', () => {
    const [blind] = unlessBlind([measure], rows(1), choices)
    expect(blind!.value).toBeNull()
    expect(blind!.i90).toBeNull()
    expect(blind!.reason).toContain('accepts it in 1 of 5')
    expect(unlessBlind([measure], rows(2), choices)[0]).toEqual(measure)
  })
})

describe('the median over sweeps', () => {
  test('its limits are the order statistics of the sign test', () => {
    for (const n of [5, 8, 9, 14, 20]) {
      const j = signTestRank(n, 0.05)
      expect(j).toBeGreaterThan(0)
      expect(binomialCdf(j - 1, n, 0.5)).toBeLessThanOrEqual(0.05)
      expect(binomialCdf(j, n, 0.5)).toBeGreaterThan(0.05)
    }
    expect(signTestRank(7, 0.005)).toBe(0)
    expect(signTestRank(8, 0.005)).toBe(1)
    const exact = [5, 1, 4, 2, 3, 8, 6, 7].map((one) => ({
      value: one,
      se: 0,
      monteCarlo: 0,
      scatter: new Float64Array(),
    }))
    expect(medianOverSweeps(exact)).toEqual({ value: 4.5, i90: [2, 7], i995: [1, 8] })
  })

  test('noisy sweeps and few draws make it wider, never narrower', () => {
    const of = (se: number, monteCarlo: number) =>
      medianOverSweeps(
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => ({ value: one, se, monteCarlo, scatter: normalScatter(se) })),
      )
    expect(of(20, 0).i90![0]).toBeLessThan(of(0, 0).i90![0] - 2)
    expect(of(0, 0.5).i90![0]).toBeCloseTo(of(0, 0).i90![0] - 0.5 * 1.6449, 3)
    expect(of(0.1, 0).i90).toEqual(of(0, 0).i90)
  })

  test('noise alike in all sweeps: the percentile is that of the median of as many normal values', () => {
    const { i90 } = medianOverSweeps(
      Array.from({ length: 9 }, () => ({ value: 0, se: 1, monteCarlo: 0, scatter: normalScatter(1) })),
    )
    // The 5th smallest of 9 uniform values is Beta(5, 5), whose 95 % quantile is 0.7486.
    expect(i90![1]).toBeCloseTo(normalQuantile(betaQuantile(0.95, 5, 5)), 1)
    expect(i90![0]).toBeCloseTo(-i90![1], 6)
  })

  test('where noise drags the median to one side, the reflected percentile still reaches the truth', () => {
    // Four exact sweeps far below, and five at 0 with noise: the median is the least of five noisy values.
    let missed = 0
    for (let draw = 0; draw < 300; draw++) {
      const from = stream('dragged', draw)
      const noisy = Array.from({ length: 5 }, () => ({
        value: from.normal(),
        se: 1,
        monteCarlo: 0,
        scatter: normalScatter(1),
      }))
      const exact = Array.from({ length: 4 }, () => ({ value: -10, se: 0, monteCarlo: 0, scatter: new Float64Array() }))
      const { i90 } = medianOverSweeps([...exact, ...noisy])
      if (i90![0] > 0 || i90![1] < 0) missed++
    }
    expect(missed / 300).toBeLessThan(0.1)
  })
})

describe('what is left out', () => {
  test('a run without a record and a budget of another prompt, on any benchmark, and the books say so', () => {
    const place = judgedPlaces.find(({ id }) => id === 'context-search')!
    const rows = plantedSweep('success-power', place, stream('lost')).map((row) => ({ ...row, model: 'Qwen3-235B' }))
    const lost = rows.find(({ metric, y, x }) => metric === 'success' && y === 0 && x === 64)!
    const marked = rows.map((row) => (row === lost ? { ...row, note: noRecord } : row))
    const tables = sweepTables(marked, [place])
    expect(bookOf(place, tables).missing).toBe(lost.n)
    expect(bookOf(place, sweepTables(rows, [place])).missing).toBe(0)
    const budgets = tables.points.map(({ budget }) => budget)
    expect(budgets).toEqual([32, 64, 80, 96, 112])
    const [curve] = sweepsOf([place], tables, choices)[0]!.curves
    expect(curve!.tasks).toBe(339 - lost.n!)
  })
})

describe('noise', () => {
  test('the Beta mixture finds the population behind a coverage curve', () => {
    const x = Float64Array.from({ length: 16 }, (_, k) => k + 1)
    const y = x.map((k) => 0.8 * coverage({ alpha: 0.4, beta: 1.2 }, k))
    const chances = solvedChances(x, y)!
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
    const back = coverageFrom(chances, x)
    for (const [k, expected] of y.entries()) expect(back[k]!).toBeCloseTo(expected, 5)
  })

  test('coverage from subsets is that of all subsets', () => {
    // 2 successes in 4 passes: of the 6 pairs one holds none.
    expect(subsetCoverage(4, 2, 2)).toBeCloseTo(5 / 6, 12)
    expect(subsetCoverage(4, 0, 4)).toBeCloseTo(0, 12)
    expect(coverageFrom([1, 0, 1], Float64Array.of(1, 2))).toEqual(Float64Array.of(0.5, 0.5))
  })

  test('redrawn curves keep their mean and vary as tasks do', () => {
    const x = Float64Array.of(1, 2, 4, 8)
    const y = x.map((k) => coverage({ alpha: 0.5, beta: 1 }, k))
    const spreadOf = (redraw: (draw: number) => Float64Array) => {
      const last = Array.from({ length: 400 }, (_, draw) => redraw(draw)[0]!)
      const mean = last.reduce((sum, one) => sum + one, 0) / last.length
      return { mean, sd: Math.sqrt(last.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / last.length) }
    }
    const nested = nestedNoise(y, 100)
    const byCount = coverageNoise(y, x, solvedChances(x, y)!, 100)
    const whole = spreadOf((draw) => nested(stream('nested', draw)))
    const part = spreadOf((draw) => byCount(stream('count', draw)))
    expect(whole.mean).toBeCloseTo(y[0]!, 1)
    expect(whole.sd).toBeCloseTo(Math.sqrt((y[0]! * (1 - y[0]!)) / 100), 2)
    expect(part.mean).toBeCloseTo(y[0]!, 1)
    // An average over eight attempts varies less than one attempt.
    expect(part.sd).toBeLessThan(whole.sd)
  })

  test('named tasks stand or fall together over the curves of a sweep', () => {
    const tasks = [1, 10, 100, 1000].map((y, i) => ({ task: `t${i}`, n: 1, y: Float64Array.of(y, 2 * y) }))
    const [one, other] = taskNoise([tasks, tasks])(stream('tasks'))
    expect(one).toEqual(other)
    expect(one).not.toEqual(meanOf(tasks, [1, 1, 1, 1]))
    expect(meanOf(tasks, [1, 1, 0, 2])).toEqual(Float64Array.of(502.75, 1005.5))
    expect(multinomial([1, 0, 3], 1000, stream('many'))[1]).toBe(0)
  })
})

describe('the positive control', () => {
  const { curves, errors } = controlRows(choices, stream)
  const error = (population: string, form: string): number =>
    Number(errors.find((row) => row.population === population && row.form === form)!.error)

  test('heavy-tailed tasks: the error is a power of attempts, the success is not', () => {
    expect(error('heavy-tail', 'error-power')).toBeLessThan(3)
    expect(error('heavy-tail', 'power')).toBeGreaterThan(10)
    const own = curves.filter(({ population }) => population === 'heavy-tail')
    for (const k of [1, 5, 50]) {
      const at = own.find(({ attempts }) => attempts === k)!
      expect(Number(at.expected)).toBeCloseTo(coverage({ alpha: 0.3, beta: 0.35 }, k), 12)
      expect(Math.abs(Number(at.success) - Number(at.expected))).toBeLessThan(0.08)
    }
  })

  test('equal tasks: the error is exponential and no power finds it; without gain there is nothing to find', () => {
    expect(error('one-rate', 'error-power')).toBeGreaterThan(10)
    for (const form of ['power', 'error-power', 'log']) expect(error('no-gain', form)).toBeCloseTo(0, 6)
  })
})
