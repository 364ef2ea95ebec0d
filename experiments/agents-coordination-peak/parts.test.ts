import { streamsOf } from '@lawbook/base'
import { describe, expect, test } from 'vitest'
import { baselineMeasures } from './baseline.ts'
import { intervalsOf, limitsOf } from './bestSizes.ts'
import { choices } from './choices.ts'
import { controlMeasure, gapMeasure } from './control.ts'
import { obstacles } from './design.ts'
import { fieller } from './fieller.ts'
import { ofMost } from './middle.ts'
import { plantedCells } from './plantedCells.ts'
import { plantedRuns } from './plantedRuns.ts'
import { plantedScores } from './plantedScores.ts'
import { plantedStudy } from './plantedSweeps.ts'
import { returnsOf } from './returns.ts'
import { type SizeSweep, sweepsOf } from './sweeps.ts'
import { scoresOf } from './teamBench.ts'

const stream = streamsOf('agents-coordination-peak.test')
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function sweep(sizes: number[], means: number[], sd: number, more: Partial<SizeSweep> = {}): SizeSweep {
  const covariance = new Float64Array(sizes.length * sizes.length)
  for (let k = 0; k < sizes.length; k++) covariance[k * (sizes.length + 1)] = sd * sd
  return {
    id: 'one',
    label: 'one',
    study: plantedStudy,
    secondary: false,
    sizes: Float64Array.from(sizes),
    means: Float64Array.from(means),
    spread: { means: Float64Array.from(means), covariance, df: Number.POSITIVE_INFINITY },
    resampled: 'runs',
    units: null,
    incomplete: 0,
    leftOut: 0,
    ...more,
  }
}

describe('what a sweep can decide', () => {
  const whole = sweep([1, 8, 32], [0.1, 0.5, 0.2], 0.01)
  test('one with sizes on both sides, all else the same, can; each missing property is named', () => {
    expect(obstacles(whole, choices.band)).toEqual([])
    expect(obstacles({ ...whole, secondary: true }, choices.band)).toEqual(['read second hand'])
    expect(obstacles({ ...whole, spread: null }, choices.band)).toEqual(['no spread'])
    expect(obstacles(sweep([2, 4, 8], [1, 1, 1], 0.1), choices.band)).toEqual(['no size above 16'])
    expect(obstacles(sweep([8, 16, 17], [1, 1, 1], 0.1), choices.band)).toEqual(['no size below 8'])
    expect(obstacles(sweep([2, 4, 20], [1, 1, 1], 0.1), choices.band)).toEqual(['no size in 8 to 16'])
    const growing = { ...whole, study: { ...plantedStudy, inputFixed: false, computeFixed: false } }
    expect(obstacles(growing, choices.band)).toEqual(['the work grows with the agents', 'compute not fixed'])
  })

  test('limits are whole sizes inside the excluded ones, from 1 on, and open where the data stop', () => {
    const set = (sizes: number[], between: readonly [number, number | null]) => ({
      sizes: Float64Array.from(sizes),
      interval: [sizes[0]!, sizes.at(-1)!] as const,
      between,
    })
    expect(limitsOf(set([12], [8, 16]), 1)).toEqual({ lower: 9, upper: 15 })
    expect(limitsOf(set([2, 5], [1, 10]), 2)).toEqual({ lower: 1, upper: 9 })
    expect(limitsOf(set([8], [4, null]), 1)).toEqual({ lower: 5, upper: Number.POSITIVE_INFINITY })
    const open = { lower: 5, upper: Number.POSITIVE_INFINITY }
    expect(intervalsOf({ lower: 5, upper: 9 }, open)).toEqual({ i90: [5, 9], i995: null })
    expect(intervalsOf({ lower: 1, upper: 1 }, { lower: 1, upper: 2 })).toEqual({ i90: [0.5, 1.5], i995: [0.5, 2.5] })
  })

  test('most sweeps: medians of the limits, and no interval where half have no upper end', () => {
    const part = (value: number, lower: number, upper: number) => ({
      value,
      at90: [lower, upper] as const,
      at995: [lower - 1, upper + 1] as const,
    })
    expect(ofMost([part(3, 2, 5), part(12, 9, 15), part(10, 8, 14)])).toEqual({
      value: 10,
      i90: [8, 14],
      i995: [7, 15],
    })
    expect(ofMost([part(3, 2, 5), part(12, 9, 15)])).toEqual({ value: 7.5, i90: [2, 15], i995: [1, 16] })
    const open = ofMost([part(3, 2, 5), part(12, 9, Number.POSITIVE_INFINITY)])
    expect([open.i90, open.i995]).toEqual([null, null])
  })
})

describe('returns', () => {
  test('of a straight line on log2 n are its slope everywhere', () => {
    const sizes = [1, 2, 8, 16, 64]
    const bent = (above: number) =>
      returnsOf(
        sweep(
          sizes,
          sizes.map((n) => 0.1 + 0.05 * Math.min(4, Math.log2(n)) + above * Math.max(0, Math.log2(n / 16))),
          0.001,
        ),
        choices.band,
      )!
    expect(bent(0.05).value).toBeCloseTo(0, 10)
    expect(bent(0.05).i90[0]).toBeLessThan(0)
    // The gain up to 8 is 5 a doubling from every size; a fall above makes the excess larger than that.
    expect(bent(-0.05).value).toBeCloseTo(5, 10)
  })

  test('diminish where the line bends after the band, not where it falls before', () => {
    const at = (means: number[]) => returnsOf(sweep([1, 2, 4, 8, 16, 32], means, 0.005), choices.band)!
    expect(at([0.1, 0.2, 0.3, 0.4, 0.45, 0.46]).i995[0]).toBeGreaterThan(0)
    expect(at([0.6, 0.5, 0.4, 0.3, 0.2, 0.1]).i995[1]).toBeLessThan(0)
    expect(at([0.1, 0.12, 0.14, 0.16, 0.3, 0.6]).i995[1]).toBeLessThan(0)
    expect(returnsOf(sweep([1, 2, 4], [1, 1, 1], 0.1), choices.band)).toBeNull()
  })

  test('do not add success up to 8 where a smaller size is better, however steep the rise before', () => {
    const { i995 } = returnsOf(sweep([1, 2, 4, 8, 16, 32], [0, 0.4, 0.9, 0.7, 0.3, 0.1], 0.005), choices.band)!
    expect(i995[1]).toBeLessThan(0)
  })
})

test('the Fieller set holds the zero of a line, and is none where the slope may be zero', () => {
  const jackknife = (slopes: number[]) => ({
    value: Float64Array.of(-2, mean(slopes)),
    se: new Float64Array(2),
    df: slopes.length - 1,
    replicates: slopes.map((slope) => Float64Array.of(-2, slope)),
  })
  // With the intercept known the limits are 2 / (b +- t se).
  const [b, se] = [4, 0.2]
  const fitted = jackknife([4 - 0.1, 4 + 0.1, 4 - 0.1, 4 + 0.1, 4])
  const own = Math.sqrt((4 / 5) * 4 * 0.01)
  expect(own).toBeLessThan(se)
  const t = 2.131846786
  const [lo, hi] = fieller(fitted, 0.05)!
  expect(lo).toBeCloseTo(2 / (b + t * own), 8)
  expect(hi).toBeCloseTo(2 / (b - t * own), 8)
  expect(fieller(jackknife([4, -4, 3, -3, 1]), 0.05)).toBeNull()
})

test('missing runs are left out, or filled in for one agent and team alone', () => {
  const { rows } = plantedRuns({ scores: plantedScores('no-gain', stream('missing')) })
  const gone = rows.map((row, i) => (i % 9 === 0 ? { ...row, y: null } : row))
  const whole = scoresOf(gone)
  expect(whole.length).toBeLessThan(rows.length / 3)
  const filled = scoresOf(gone, { solo: 0, team: 1 })
  expect(filled.length).toBeGreaterThan(whole.length)
  expect(filled.filter(({ solo }) => solo === 0).length).toBeGreaterThan(whole.filter(({ solo }) => solo === 0).length)
})

test('no bounds where filling in what is missing gives no estimate', () => {
  const { rows } = plantedRuns({ scores: plantedScores('no-gain', stream('bounds')) })
  const [slope] = baselineMeasures(rows, choices)
  expect(slope!.bounds!.worst.value).toBeLessThanOrEqual(slope!.bounds!.best.value!)
  const [none] = baselineMeasures(
    rows.filter(({ task }) => task === rows[0]!.task),
    choices,
  )
  expect([none!.value, none!.bounds]).toEqual([null, undefined])
})

test('a unit that was not run at every size is left out of a paired sweep, and counted', () => {
  const { rows, sources } = plantedRuns({ cells: plantedCells('teams-even', stream('hole')) })
  const study = choices.studies.filter(({ id }) => id === 'llm-teams')
  const cited = sources.map(({ id, depth }) => ({ id, depth }))
  const [hole] = sweepsOf(rows.slice(1), cited, study)
  expect([hole!.incomplete, hole!.units!.ids.length]).toEqual([1, 8])
  expect(sweepsOf(rows, cited, study)[0]!.incomplete).toBe(0)
})

test('the loss against one agent on the same input, by hand', () => {
  const row = { ...plantedRuns({ scores: plantedScores('no-gain', stream('row')) }).rows[0]!, source: 'silo-bench' }
  const pair = (level: string, size: number, single: number, team: number) => [
    { ...row, metric: 'success', agent: 'single agent', model: 'm', setting: level, x: size, y: single, n: 30 },
    {
      ...row,
      metric: 'success',
      agent: 'team',
      model: 'm',
      setting: level,
      x: size,
      y: team,
      n: null,
      note: 'table with the single agent',
    },
  ]
  const rows = [...pair('level I', 10, 0.8, 0.6), ...pair('level II', 10, 0.4, 0.3), ...pair('level I', 2, 1, 1)]
  const { value, i90, parts } = controlMeasure(rows, choices)
  expect(value).toBeCloseTo(25, 10)
  expect(i90![0]).toBeLessThan(25)
  expect(parts!.map(({ label }) => label)).toEqual(['2 agents', '10 agents'])
  expect(gapMeasure(rows, choices).value).toBeCloseTo(15, 10)
  // A team's figure from another table may be of other runs.
  const others = rows.map((one) => ({ ...one, note: null }))
  expect(controlMeasure(others, choices).value).toBeNull()
})
