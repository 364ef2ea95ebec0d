import { noRecord } from '@lawbook/agent-runs'
import { describe, expect, test } from 'vitest'
import { effortPairs, meanGain, tally } from './effort.ts'
import { amongBenchmarks, overBenchmarks, overSeries, taskMean } from './estimate.ts'
import { halfSpendShares, inHandRows, stepRows } from './inHand.ts'
import { allOf, anyOf, repeatRows, unionRows } from './repeats.ts'
import type { RowOf } from './rows.ts'
import { coverageGain, keptOfSummaries, keptShare, passSeries } from './selection.ts'
import { budgetGain, budgetSeries, pairsOf } from './sequential.ts'
import { meanTeamExponent, teamExponents } from './teams.ts'
import { exponentOf, meanExponent, modelOf } from './throughput.ts'

const effort = (model: string, setting: string | null, success: number, cost: number): RowOf<'effort'>[] => {
  const row = { benchmark: 'b', setting, agent: 'a', model, n: 10, note: null }
  return [
    { ...row, metric: 'success', y: success },
    { ...row, metric: 'cost', y: cost },
  ]
}

describe('effort pairs', () => {
  const rows = [
    ...effort('m', 'high', 0.5, 3),
    ...effort('m', null, 0.4, 1),
    ...effort('n', 'low', 0.6, 2),
    ...effort('n', 'high', 0.3, 1),
    ...effort('alone', null, 0.9, 1),
  ]

  test('put less effort first, whatever the order of the rows, and leave single rows out', () => {
    const pairs = effortPairs(rows)
    expect(pairs.map(({ model, less, more }) => [model, less, more])).toEqual([
      ['m', 'default', 'high'],
      ['n', 'low', 'high'],
    ])
    expect(pairs.map(({ gain }) => Math.round(gain))).toEqual([10, -30])
    expect(tally(pairs)).toEqual({ won: 1, tied: 0, lost: 1 })
    expect(meanGain(pairs).value).toBeCloseTo(-10, 9)
    // With the two pairs of one model as one cluster the error is that of two clusters.
    const twice = pairs.flatMap((pair) => [pair, pair])
    expect(meanGain(twice).df).toBeCloseTo(1, 9)
    expect(meanGain(twice, 'pair').df).toBeCloseTo(3, 9)
  })

  test('refuse an unknown effort and two rows of the same', () => {
    expect(() => effortPairs([...effort('m', 'huge', 0.5, 1), ...effort('m', 'low', 0.5, 1)])).toThrow('"huge"')
    expect(() => effortPairs([...effort('m', 'medium', 0.5, 1), ...effort('m', null, 0.5, 1)])).toThrow('same effort')
  })
})

describe('means over series', () => {
  const series = [
    { benchmark: 'x', value: 1, se: 3, n: 9 },
    { benchmark: 'x', value: 3, se: 1, n: 7 },
    { benchmark: 'y', value: 8, se: 2, n: 11 },
  ]

  test('take models of a benchmark as fully correlated and benchmarks as independent', () => {
    expect(overBenchmarks(series)).toEqual({ value: 5, se: Math.sqrt(8) / 2, df: 6 })
    expect(overBenchmarks(series, true).se).toBeCloseTo(Math.sqrt(10 / 4 + 4) / 2, 12)
    expect(overSeries(series)).toEqual({ value: 4, se: Math.sqrt(16 + 4) / 3, df: 6 })
  })

  test('take benchmarks as the sample where they are resampled', () => {
    const found = amongBenchmarks(series)
    // Means 2 and 8: the standard error of their mean is 6 / 2, with one degree of freedom.
    expect([found.value, found.se, found.df]).toEqual([5, expect.closeTo(3, 12), expect.closeTo(1, 12)])
  })

  test('groups of tasks count by their size', () => {
    const grouped = taskMean([
      { value: 1, n: 3 },
      { value: 0, n: 1 },
    ])
    const single = taskMean([1, 1, 0, 1].map((value) => ({ value, n: 1 })))
    expect(grouped).toEqual(single)
    expect(grouped.se).toBeCloseTo(Math.sqrt(0.25 / 4), 12)
  })
})

describe('sequential series', () => {
  const row = (
    task: string,
    x: number,
    y: number | null,
    n: number,
    note: string | null = null,
  ): RowOf<'sequential'> => ({
    benchmark: 'search',
    model: 'm',
    task,
    x,
    metric: 'success',
    y,
    n,
    note,
  })
  const rows = [
    ...[row('g1', 48, 0, 6), row('g1', 64, 1, 6), row('g1', 128, 1, 6)],
    ...[row('g2', 48, 1, 2), row('g2', 64, 1, 2), row('g2', 128, 0, 2, noRecord)],
    ...[row('g3', 48, 1, 2), row('g3', 64, 0, 2), row('g3', 128, 0, 2)],
  ]
  const [series] = budgetSeries(rows, [])

  test('pair the first with the last budget, and start later where that is said', () => {
    expect([series!.from, series!.to]).toEqual([48, 128])
    expect(pairsOf(series!)).toEqual({ used: 8, missing: 2 })
    const [later] = budgetSeries(rows, [{ benchmark: 'search', model: 'm', from: 64 }])
    expect(later!.from).toBe(64)
    expect(budgetGain(later!).value).toBe(0)
    expect(budgetSeries(rows, [], 64)[0]!.from).toBe(64)
  })

  test('read a missing run in four ways', () => {
    // Whole pairs: six tasks win, two lose.
    expect(budgetGain(series!).value).toBeCloseTo(50, 9)
    expect(budgetGain(series!, 'as-published').value).toBeCloseTo(20, 9)
    expect(budgetGain(series!, 'against').value).toBeCloseTo(20, 9)
    expect(budgetGain(series!, 'for').value).toBeCloseTo(40, 9)
  })
})

test('the exponent of a speed-up is its slope, whatever the level, and models share their series', () => {
  const agents = Float64Array.of(1, 2, 3, 4, 5)
  const curve = (name: string, level: number, exponent: number) => ({
    name,
    agents,
    y: agents.map((n) => level * Math.exp(exponent * Math.log(n))),
  })
  expect(exponentOf(curve('a', 3, 0.7))).toBeCloseTo(0.7, 12)
  expect(modelOf('MiniMax-M3 direct')).toBe(modelOf('MiniMax-M3 proxy'))
  const series = [curve('a direct', 1, 0.4), curve('a proxy', 1, 0.6), curve('b', 1, 1)]
  expect(meanExponent(series).value).toBeCloseTo(2 / 3, 12)
  expect(meanExponent(series).df).toBeCloseTo(9 / 5 - 1, 12)
  expect(() => exponentOf({ name: 'a', agents, y: Float64Array.of(1, 0, 1, 1, 1) })).toThrow('above 0')
})

test('the exponent of a team is minus the slope of its times, and sizes without a time are left out', () => {
  const row = (model: string, x: number, y: number | null): RowOf<'teams'> => ({
    benchmark: 'suite',
    agent: 'pre-assigned',
    model,
    x,
    y,
    n: 5,
  })
  const rows = [
    ...[1, 2, 4].map((n) => row('a', n, 3 - 0.4 * Math.log(n))),
    ...[row('b', 1, 2), row('b', 2, null), row('b', 5, 2 + 0.2 * Math.log(5))],
    ...[row('c', 1, 2), row('c', 2, null)],
  ]
  const found = teamExponents(rows)
  expect(found.map(({ model }) => model)).toEqual(['a', 'b'])
  expect(found.map(({ exponent }) => exponent)).toEqual([expect.closeTo(0.4, 12), expect.closeTo(-0.2, 12)])
  expect(meanTeamExponent(found).value).toBeCloseTo(0.1, 12)
})

describe('coverage and what a judge keeps', () => {
  const cell = (metric: string, x: number, y: number, n: number): RowOf<'parallel'> => ({
    benchmark: 'b',
    model: 'm',
    axis: 'solved',
    x,
    metric,
    y,
    n,
    note: null,
  })
  const counts = [cell('tasks', 0, 5, 4), cell('tasks', 2, 4, 4), cell('tasks', 4, 1, 4)]
  const judged = (n: number) => [
    cell('self_pointwise', 0, 0, 5),
    cell('self_pointwise', 2, 1, n),
    cell('self_pointwise', 2, 0, 4 - n),
    cell('self_pointwise', 4, 1, 1),
  ]

  test('by hand: four tasks of ten gain half, and a judge right in three of them keeps half of that', () => {
    const series = passSeries([...counts, ...judged(3)])
    expect(coverageGain(series[0]!).value).toBeCloseTo(20, 9)
    const kept = keptShare(series, 'self_pointwise')!
    expect(kept.value).toBeCloseTo(0.5, 12)
    // kept - ratio * gain is .25, .25, .25, -.75 on the four tasks and 0 elsewhere; the mean gain is .2.
    expect(kept.se).toBeCloseTo(Math.sqrt(0.75 / 9 / 10) / 0.2, 12)
  })

  test('a series that was judged in part counts only where that is asked for', () => {
    const series = passSeries([...counts, ...judged(4).slice(0, 2)])
    expect(keptShare(series, 'self_pointwise')).toBeNull()
    expect(keptShare(series, 'self_pointwise', true)!.value).toBeCloseTo(1, 12)
  })

  test('of summaries it is a ratio of sums', () => {
    const one = (model: string, metric: string, k: number, score: number) => ({
      benchmark: 'b',
      model,
      metric,
      k,
      score,
      n: 10,
    })
    const summaries = [
      ...[one('m', 'coverage', 1, 0.2), one('m', 'coverage', 4, 0.4), one('m', 'self_pairwise', 4, 0.3)],
      ...[one('n', 'coverage', 1, 0.5), one('n', 'coverage', 4, 0.6), one('n', 'self_pairwise', 4, 0.5)],
      one('o', 'self_pairwise', 4, 0.9),
    ]
    expect(keptOfSummaries(summaries, 'self_pairwise')).toEqual({
      value: expect.closeTo(1 / 3, 12),
      series: 2,
      tasks: 20,
    })
    expect(keptOfSummaries([], 'self_pairwise')).toBeNull()
  })
})

describe('repeated trials', () => {
  test('some or all of k trials drawn from n, by enumeration', () => {
    // Two of five solved, three drawn: of the ten choices one has no solved trial, and none has three.
    expect(anyOf(2, 5, 3)).toBeCloseTo(0.9, 12)
    expect(allOf(2, 5, 3)).toBe(0)
    expect(allOf(4, 5, 3)).toBeCloseTo(0.4, 12)
    expect([anyOf(0, 5, 3), anyOf(5, 5, 3), allOf(5, 5, 3)]).toEqual([expect.closeTo(0, 12), 1, 1])
  })

  test('are compared at the fewest trials of a source, and unions at every size', () => {
    const row = (agent: string, x: number, y: number, n: number): RowOf<'trials'> => ({
      source: 's',
      benchmark: 'b',
      agent,
      model: null,
      x,
      metric: 'tasks',
      y,
      n,
    })
    const rows = repeatRows([row('a', 1, 1, 2), row('a', 0, 1, 2), row('b', 1, 2, 3), row('b', 3, 2, 3)])
    expect(rows.map(({ k }) => k)).toEqual([2, 2])
    expect(rows.map(({ any }) => any)).toEqual([0.5, expect.closeTo((2 / 3 + 1) / 2, 12)])
    const union = unionRows([{ benchmark: 'b', x: 1, y: 4, n: 4 }], [1, 2, 4, 8])
    expect(union.map(({ k, covered }) => [k, covered])).toEqual([
      [1, expect.closeTo(0.25, 12)],
      [2, expect.closeTo(0.5, 12)],
      [4, expect.closeTo(1, 12)],
    ])
  })
})

test('what is in hand at half the spend is read straight between limits, and by steps over models', () => {
  const level = (axis: 'steps' | 'spend' | 'end', limit: number | null, success: number, used: number | null) => ({
    model: 'm',
    axis,
    limit,
    success,
    used,
  })
  const levels = [
    ...[
      level('end', null, 0.5, 2),
      level('spend', 1, 0.1, 0.8),
      level('spend', 3, 0.3, 1.2),
      level('spend', 9, 0.5, 2),
    ],
    level('steps', 10, 0.25, null),
  ]
  expect(halfSpendShares(inHandRows(levels))).toEqual([{ model: 'm', share: expect.closeTo(0.4, 12) }])
  expect(stepRows(levels, (values) => values[0]!)).toEqual([
    { steps: 10, models: 1, smallest: 0.5, median: 0.5, largest: 0.5 },
  ])
})
