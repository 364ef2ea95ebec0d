import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bcaInterval, deleteOneValues } from '../../src/interval/bca.ts'
import { bootstrap, independentRows, pairedBootstrap } from '../../src/interval/bootstrap.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { percentileInterval } from '../../src/interval/percentile.ts'
import { studentInterval } from '../../src/interval/student.ts'
import { wildClusterBootstrap } from '../../src/interval/wildClusterBootstrap.ts'
import { reaches } from '../golden/agreement.ts'
import {
  deleteOne,
  drawn,
  drawnByR,
  enough,
  given,
  ratio,
  resampling,
  units,
  weightedMean,
} from '../golden/resampling.ts'

const streams = streamsOf('test')

const closeTo = (interval: readonly number[], wanted: readonly number[], digits: number): void => {
  expect(interval[0]).toBeCloseTo(wanted[0]!, digits)
  expect(interval[1]).toBeCloseTo(wanted[1]!, digits)
}

test('on the resamples of R the replicates and the delete-one values are those of R', () => {
  reaches(resampling, 'bootstrap', 14)
  reaches(resampling, 'deleteOneValues', 14)
})

test('percentile and BCa intervals are those of R, with type 7 quantiles', () => {
  reaches(resampling, 'percentileInterval', 14)
  reaches(resampling, 'bcaInterval', 14)
})

test('boot.ci interpolates between other order statistics, at most one further', () => {
  const sorted = drawnByR.replicates.slice().sort()
  for (const [i, level] of drawn.levels.entries()) {
    const tail = (1 - level) / 2
    for (const [mine, theirs] of [
      [percentileInterval(drawnByR, [tail, tail]), drawn['percentile of boot.ci'][i]!],
      [bcaInterval({ ...drawnByR, deleteOne, tails: [tail, tail] }), drawn['bca of boot.ci'][i]!],
    ] as const) {
      for (const side of [0, 1] as const) {
        const place = sorted.findIndex((replicate) => replicate >= theirs[side])
        expect(mine[side]).toBeGreaterThanOrEqual(sorted[place - 2]!)
        expect(mine[side]).toBeLessThanOrEqual(sorted[place + 1]!)
      }
    }
  }
})

test('the two tails may differ', () => {
  const [wide, narrow] = [0.05, 0.1]
  const percentile = percentileInterval(drawnByR, [narrow, wide])
  closeTo(percentile, [drawn.percentile[0]![0], drawn.percentile[1]![1]], 12)
  const bca = bcaInterval({ ...drawnByR, deleteOne, tails: [narrow, wide] })
  closeTo(bca, [drawn.bca[0]![0], drawn.bca[1]![1]], 12)
})

test('clusters are drawn as wholes, whatever their numbers', () => {
  const values = [3, 1, 4, 1, 5, 9]
  const seen: number[][] = []
  const statistic = (weights: Float64Array): number => {
    seen.push([...weights])
    return weightedMean(values)(weights)
  }
  const ask = { statistic, draws: 2 }
  const first = bootstrap({ ...ask, units: Int32Array.of(7, 2, 7, 9, 2, 7), stream: given([0, 0, 2, 1, 2, 1]) })
  // units in rising order: 2, 7, 9
  expect(seen).toEqual([
    [1, 1, 1, 1, 1, 1],
    [0, 2, 0, 1, 2, 0],
    [2, 0, 2, 1, 0, 2],
  ])
  expect(first.replicates[0]).toBeCloseTo((2 * 1 + 1 + 2 * 5) / 5, 14)
  const renumbered = bootstrap({ ...ask, units: Int32Array.of(1, 0, 1, 5, 0, 1), stream: given([0, 0, 2, 1, 2, 1]) })
  expect(renumbered).toEqual(first)
})

test('the value of each cluster left out is the statistic on the other rows', () => {
  const values = [3, 1, 4, 1, 5, 9]
  const theta = deleteOneValues({ units: Int32Array.of(7, 2, 7, 9, 2, 7), statistic: weightedMean(values) })
  expect([...theta]).toEqual([17 / 4, 7 / 3, 22 / 5])
})

const noise = streams('noise')
const clusters = Int32Array.from({ length: 600 }, (_, i) => i % 60)
const effects = Float64Array.from({ length: 60 }, () => noise.normal())
const values = Float64Array.from(clusters, (g) => 3 + effects[g]! + noise.normal())

test('with many equal clusters all bootstraps agree with the Student interval', () => {
  const [lo, hi] = studentInterval({ ...clusterMean({ values, clusters }), tail: 0.05 })
  const ask = { units: clusters, statistic: weightedMean(values) }
  const drawn = bootstrap({ ...ask, draws: 4000, stream: streams('percentile') })
  const tails = [0.05, 0.05] as const
  const bca = bcaInterval({ ...drawn, deleteOne: deleteOneValues(ask), tails })
  const wild = { values, clusters, draws: 4000, tail: 0.05 }
  const webb = wildClusterBootstrap({ ...wild, weights: 'webb', stream: streams('webb') })
  const signs = wildClusterBootstrap({ ...wild, weights: 'rademacher', stream: streams('signs') })
  for (const interval of [percentileInterval(drawn, tails), bca, webb, signs]) {
    expect(Math.abs(interval[0] - lo)).toBeLessThan(0.06 * (hi - lo))
    expect(Math.abs(interval[1] - hi)).toBeLessThan(0.06 * (hi - lo))
  }
})

test('a pair is drawn together: what both conditions share cancels', () => {
  const first = weightedMean(values)
  const second = weightedMean(values.map((value) => value - 0.5))
  const ask = { units: clusters, draws: 500 }
  const paired = pairedBootstrap({ ...ask, first, second, stream: streams('same') })
  expect(paired.difference.value).toBeCloseTo(0.5, 12)
  for (const difference of paired.difference.replicates) expect(difference).toBeCloseTo(0.5, 12)
  const alone = bootstrap({ ...ask, statistic: second, stream: streams('same') })
  expect(paired.second).toEqual(alone)
  expect(paired.first).toEqual(bootstrap({ ...ask, statistic: first, stream: streams('same') }))
})

test('skewness moves a BCa interval towards the long tail', () => {
  const skewed = Float64Array.from({ length: 40 }, () => -Math.log1p(-noise.uniform()))
  const ask = { units: independentRows(40), statistic: weightedMean(skewed) }
  const drawn = bootstrap({ ...ask, draws: 4000, stream: streams('skewed') })
  const percentile = percentileInterval(drawn, [0.05, 0.05])
  const bca = bcaInterval({ ...drawn, deleteOne: deleteOneValues(ask), tails: [0.05, 0.05] })
  expect(bca[0]).toBeGreaterThan(percentile[0])
  expect(bca[1]).toBeGreaterThan(percentile[1])
})

test('ties count half: without skewness a symmetric set of replicates is left as it is', () => {
  const replicates = Float64Array.from({ length: 199 }, (_, b) => Math.trunc((b - 99) / 20))
  const symmetric = { value: 0, replicates, ...enough, deleteOne: Float64Array.of(-1, 0, 1) }
  expect(bcaInterval({ ...symmetric, tails: [0.05, 0.05] })).toEqual(percentileInterval(symmetric, [0.05, 0.05]))
  // rounding of a sum does not part a tie
  const rounded = replicates.map((value) => value + (value === 0 ? 1e-16 : 0))
  closeTo(
    bcaInterval({ ...symmetric, replicates: rounded, tails: [0.05, 0.05] }),
    percentileInterval(symmetric, [0.05, 0.05]),
    12,
  )
})

test('under a common stream intervals move with scale and shift, and mirror with the sign', () => {
  const size = fc.double({ min: 0.01, max: 100, noNaN: true })
  const data = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 8, maxLength: 20 })
  const tails = [0.05, 0.1] as const
  fc.assert(
    fc.property(
      data,
      size,
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.boolean(),
      (rows, scale, shift, mirror) => {
        const factor = mirror ? -scale : scale
        const intervals = (sample: number[], sides: readonly [number, number]) => {
          const ask = { units: independentRows(rows.length), statistic: weightedMean(sample) }
          const drawn = { ...bootstrap({ ...ask, draws: 199, stream: streams('common') }), ...enough }
          return [
            percentileInterval(drawn, sides),
            bcaInterval({ ...drawn, deleteOne: deleteOneValues(ask), tails: sides }),
          ]
        }
        const plain = intervals(rows, tails)
        const moved = intervals(
          rows.map((row) => factor * row + shift),
          mirror ? [tails[1], tails[0]] : tails,
        )
        for (const [i, interval] of plain.entries()) {
          const ends = interval.map((end) => factor * end + shift).sort((a, b) => a - b)
          closeTo(moved[i]!, ends, 8)
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('what makes no bootstrap or no interval is refused', () => {
  const ask = { units, statistic: ratio, draws: 99, stream: streams('refused') }
  let calls = 0
  const breaks = (): number => (++calls > 3 ? Number.NaN : 1)
  expect(() => bootstrap({ ...ask, statistic: breaks })).toThrow('is NaN in draw 2')
  expect(() => bootstrap({ ...ask, statistic: () => Number.POSITIVE_INFINITY })).toThrow('Infinity on all rows')
  expect(() => pairedBootstrap({ ...ask, first: ratio, second: () => Number.NaN })).toThrow('NaN on all rows')
  expect(() => bootstrap({ ...ask, draws: 0 })).toThrow('0 bootstrap draws')
  expect(() => bootstrap({ ...ask, units: new Int32Array(5) })).toThrow('1 clusters')
  expect(() => percentileInterval(drawnByR, [0.05, 0.5])).toThrow('0.5 in a tail')
  expect(() => percentileInterval(drawnByR, [0.05, 0.001])).toThrow('199 replicates cannot show a tail of 0.001')
  expect(() => percentileInterval(drawnByR, [0.005, 0.005])).not.toThrow()
  const bca = { ...drawnByR, deleteOne, tails: [0.05, 0.05] as const }
  expect(() => bcaInterval({ ...bca, value: 100 })).toThrow('all 199 replicates lie on one side of 100')
  expect(() => bcaInterval({ ...bca, deleteOne: new Float64Array(5).fill(2) })).toThrow('no unit changes')
  expect(() => bcaInterval({ ...bca, deleteOne: Float64Array.of(1, Number.NaN) })).toThrow('not finite without')
  expect(() => bcaInterval({ ...bca, tails: [0, 0.05] })).toThrow('0 in a tail')
})

test('intervals ask for 30 effective units, counted by rows', () => {
  const intervalsOf = (units: Int32Array) => {
    const ask = { units, statistic: weightedMean(Array.from(units, () => noise.normal())) }
    const drawn = bootstrap({ ...ask, draws: 199, stream: streams('few') })
    return {
      drawn,
      percentile: () => percentileInterval(drawn, [0.05, 0.05]),
      bca: () => bcaInterval({ ...drawn, deleteOne: deleteOneValues(ask), tails: [0.05, 0.05] }),
    }
  }
  const enoughRows = intervalsOf(independentRows(30))
  expect(enoughRows.drawn.effectiveUnits).toBe(30)
  expect(enoughRows.percentile).not.toThrow()
  expect(enoughRows.bca).not.toThrow()
  const sentence = /29\.0 effective units gives too short an interval; it needs 30: use clusterJackknife/
  const few = intervalsOf(independentRows(29))
  for (const interval of [few.percentile, few.bca]) expect(interval).toThrow(sentence)
  // 39 of one row and one of ten: 49^2 / (39 + 100)
  const unequal = intervalsOf(Int32Array.from({ length: 49 }, (_, i) => Math.min(i, 39)))
  expect(unequal.drawn.effectiveUnits).toBeCloseTo(2401 / 139, 12)
  for (const interval of [unequal.percentile, unequal.bca]) expect(interval).toThrow('17.3 effective units')
  const pairs = { units: independentRows(29), draws: 199, stream: streams('few') }
  const { difference } = pairedBootstrap({ ...pairs, first: (w) => w[0]!, second: (w) => w[1]! })
  expect(difference.effectiveUnits).toBe(29)
})
