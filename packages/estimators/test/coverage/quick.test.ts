import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { fisherInterval, pearson } from '../../src/association/pearson.ts'
import { binomialRegression } from '../../src/fit/binomialRegression.ts'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { independentRows } from '../../src/interval/bootstrap.ts'
import { classicalErrors } from '../../src/interval/classicalErrors.ts'
import { hc3 } from '../../src/interval/hc3.ts'
import { studentInterval } from '../../src/interval/student.ts'
import { columns } from '../fixtures/linear.ts'
import { clustersOfSizes, equal, latentRows, packageSizes, rightOrWrong } from './clusteredWorlds.ts'
import { bootstrapIntervals, clusterTotalsMean, meanIntervals, tail } from './clusterMethods.ts'
import { coverageTable, verdict } from './table.ts'
import { covered, judge, simulate, type Tally } from './tally.ts'

const streams = streamsOf('quick coverage')

/** 300 to 500 worlds know a coverage to 1 point only; with these streams every right method stays inside the band. */
function covers(tallies: ReadonlyMap<string, Tally>, count: number): void {
  expect(tallies.size).toBe(count)
  for (const [method, tally] of tallies) {
    expect(covered(tally), method).toBeGreaterThan(0.93)
    expect(covered(tally), method).toBeLessThan(0.97)
    // both sides can miss
    expect(Math.min(tally.below, tally.above), method).toBeGreaterThan(0)
  }
}

test('intervals of a mean with very unequal clusters', () => {
  const clusters = clustersOfSizes(packageSizes.map((size) => Math.ceil(size / 8)))
  const tallies = simulate(300, (draw) => {
    const values = rightOrWrong(latentRows(clusters, 0.1, streams('unequal', draw)), 0.64)
    return { truth: 0.64, intervals: meanIntervals(values, clusters, (purpose) => streams(purpose, draw)) }
  })
  covers(tallies, 8)
})

test('bootstrap intervals of a mean with 40 equal clusters', () => {
  const clusters = clustersOfSizes(equal(40, 5))
  const tallies = simulate(500, (draw) => {
    const values = rightOrWrong(latentRows(clusters, 0.1, streams('equal', draw)), 0.64)
    const statistic = clusterTotalsMean(values, clusters)
    return { truth: 0.64, intervals: bootstrapIntervals(clusters, statistic, (purpose) => streams(purpose, draw)) }
  })
  covers(tallies, 2)
})

test('independent points: a slope, a correlation and a binomial slope', () => {
  const n = 30
  const x = Array.from(independentRows(n), (i) => (2 * i) / (n - 1) - 1)
  const design = columns(
    x.map(() => 1),
    x,
  )
  const trials = new Float64Array(n).fill(20)
  const slopes = simulate(500, (draw) => {
    const stream = streams('points', draw)
    const y = Float64Array.from(x, (at) => at + stream.normal())
    const fit = leastSquares(design, y)
    const [plain, robust] = [classicalErrors(fit), hc3(fit)]
    const value = fit.coefficients[1]!
    const successes = Float64Array.from(x, (at) => {
      let count = 0
      for (let t = 0; t < 20; t++) if (stream.uniform() < 1 / (1 + Math.exp(-at))) count++
      return count
    })
    const counts = binomialRegression({ design, successes, trials, link: 'logit' })
    if (counts.status !== 'converged') throw new Error(counts.status)
    return {
      truth: 1,
      intervals: {
        classicalErrors: studentInterval({ value, se: plain.se[1]!, df: plain.df[1]!, tail }),
        hc3: studentInterval({ value, se: robust.se[1]!, df: robust.df[1]!, tail }),
        binomialRegression: studentInterval({ value: counts.coefficients[1]!, se: counts.se[1]!, df: 1e6, tail }),
      },
    }
  })
  covers(slopes, 3)
  const correlations = simulate(500, (draw) => {
    const stream = streams('pairs', draw)
    const first = Float64Array.from(x, () => stream.normal())
    const r = pearson(
      first,
      first.map((value) => 0.5 * value + Math.sqrt(0.75) * stream.normal()),
    )
    return { truth: 0.5, intervals: { fisherInterval: fisherInterval({ r, n, tail }) } }
  })
  covers(correlations, 1)
})

test('the rule: .6 to 1.4 times the misses that are promised, up to the 99 % Wilson interval of the simulation', () => {
  const of = (worlds: number, misses: number): Tally => ({ worlds, below: misses, above: 0, width: worlds })
  expect(judge(of(10000, 500))).toBe('covers')
  // of 10,000 worlds 93 % is met down to 92.3 % and 97 % up to 97.4 %
  expect([judge(of(10000, 760)), judge(of(10000, 780))]).toEqual(['covers', 'too short'])
  expect([judge(of(10000, 260)), judge(of(10000, 250))]).toEqual(['covers', 'too long'])
  expect([judge(of(10000, 1000), 0.9), judge(of(10000, 1600), 0.9)]).toEqual(['covers', 'too short'])
  expect(verdict('m', of(1000, 50), {})).toBe('offered')
  expect(verdict('m', of(1000, 50), { refused: ['m'] })).toBe('refused')
  expect(verdict('m', of(1000, 150), { atLeast: ['m'] })).toBe('not offered')
  expect(verdict('m', of(1000, 1), {})).toBe('not offered')
  expect(verdict('m', of(1000, 1), { atLeast: ['m'] })).toBe('conservative')
})

test('a table shows misses on both sides, width over the narrowest that covers, and how often there is no interval', () => {
  const tallies = new Map<string, Tally>([
    ['short', { worlds: 1000, below: 100, above: 100, width: 500 }],
    ['right', { worlds: 1000, below: 20, above: 30, width: 1000 }],
    ['rare', { worlds: 900, below: 18, above: 27, width: 1350 }],
  ])
  const rows = coverageTable([{ name: 'case', tallies, refused: ['gone'] }]).split('\n')
  expect(rows.slice(2)).toEqual([
    '| case | short | 80.0 | 10.0 | 10.0 | 0.50 | not offered |',
    '| case | right | 95.0 | 2.0 | 3.0 | 1.00 | offered |',
    '| case | rare | 95.0 | 2.0 | 3.0 | 1.50 | offered (none in 10.0 % of worlds) |',
    '| case | gone |  |  |  |  | refused |',
    '',
  ])
})
