import { type Stream, streamsOf } from '@lawbook/base'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { bcaInterval, deleteOneValues } from '../../src/interval/bca.ts'
import { bootstrap, independentRows } from '../../src/interval/bootstrap.ts'
import { percentileInterval } from '../../src/interval/percentile.ts'
import { type WildCluster, wildClusterInterval, wildClusterTest } from '../../src/interval/wildClusterRegression.ts'
import { columns } from '../fixtures/linear.ts'
import type { Golden } from './agreement.ts'
import { fixture, oracle } from './fixture.ts'

type Pair = [number, number]
type Tested = { coefficient: number; value: number; t: number; p: number }

/** A ratio of two means, on resamples drawn by R. */
export const drawn = fixture<{
  x: number[]
  y: number[]
  indices: number[]
  value: number
  replicates: number[]
  deleteOne: number[]
  levels: number[]
  percentile: Pair[]
  bca: Pair[]
  'percentile of boot.ci': Pair[]
  'bca of boot.ci': Pair[]
}>('bootstrap')

/** Regression tests by refitting with every vector of signs. */
export const wild = fixture<
  Record<'x1' | 'x2' | 'y' | 'cluster', number[]> & {
    rademacher: Tested[]
    interval: { coefficient: number; tail: number; limits: Pair }
    'webb, clusters 0 to 4': Tested[]
  }
>('wildClusterRegression')

const streams = streamsOf('test')

/** A stream that draws given integers. */
export const given = (indices: readonly number[]): Stream => {
  let next = 0
  return { ...streams('unused'), integer: () => indices[next++]! }
}

export const weightedMean =
  (values: ArrayLike<number>) =>
  (weights: Float64Array): number => {
    let [sum, total] = [0, 0]
    for (let i = 0; i < weights.length; i++) {
      sum += weights[i]! * values[i]!
      total += weights[i]!
    }
    return sum / total
  }

export const ratio = (weights: Float64Array): number => weightedMean(drawn.y)(weights) / weightedMean(drawn.x)(weights)
export const units = independentRows(12)
/** So that quantiles can be compared on few rows, for which intervals are refused. */
export const enough = { effectiveUnits: 1000 }
export const drawnByR = {
  ...bootstrap({ units, statistic: ratio, draws: 199, stream: given(drawn.indices) }),
  ...enough,
}
export const deleteOne = deleteOneValues({ units, statistic: ratio })

export const wildDesign = columns(
  wild.y.map(() => 1),
  wild.x1,
  wild.x2,
)
const fit = leastSquares(wildDesign, Float64Array.from(wild.y))

/** The question about a coefficient; with 7 clusters 128 draws are all vectors of signs. */
export const asked = (coefficient: number): WildCluster => ({
  fit,
  clusters: Int32Array.from(wild.cluster),
  coefficient,
  multipliers: 'rademacher',
  draws: 128,
  stream: streams('wild'),
})

const boot = oracle('bootstrap', 'R', 'boot')
const refits = `${oracle('wildClusterRegression', 'numpy')} (all refits)`
const tailOf = (level: number): number => (1 - level) / 2

export const resampling: readonly Golden[] = [
  {
    name: 'bcaInterval',
    oracle: boot,
    measure: 'relative',
    cases: () =>
      drawn.levels.map((level, i) => ({
        what: `level ${level}`,
        got: bcaInterval({ ...drawnByR, deleteOne, tails: [tailOf(level), tailOf(level)] }),
        wanted: drawn.bca[i]!,
      })),
  },
  {
    name: 'bootstrap',
    oracle: boot,
    measure: 'relative',
    cases: () => [
      { what: 'value', got: [drawnByR.value], wanted: [drawn.value] },
      { what: '199 replicates', got: drawnByR.replicates, wanted: drawn.replicates },
    ],
  },
  {
    name: 'deleteOneValues',
    oracle: boot,
    measure: 'relative',
    cases: () => [{ what: '12 rows', got: deleteOne, wanted: drawn.deleteOne }],
  },
  {
    name: 'percentileInterval',
    oracle: boot,
    measure: 'relative',
    cases: () =>
      drawn.levels.map((level, i) => ({
        what: `level ${level}`,
        got: percentileInterval(drawnByR, [tailOf(level), tailOf(level)]),
        wanted: drawn.percentile[i]!,
      })),
  },
  {
    name: 'wildClusterInterval',
    oracle: refits,
    measure: 'relative',
    why: 'draws within 1e-9 of t^2 are ties, which moves a limit by as much; the oracle takes 1e-12, and is right',
    cases: () => {
      const { coefficient, tail, limits } = wild.interval
      return [{ what: 'two limits', got: wildClusterInterval({ ...asked(coefficient), tail }), wanted: limits }]
    },
  },
  {
    name: 'wildClusterTest',
    oracle: refits,
    measure: 'relative',
    cases: () =>
      wild.rademacher.map(({ coefficient, value, t, p }) => {
        const tested = wildClusterTest({ ...asked(coefficient), value })
        return { what: `coefficient ${coefficient} = ${value}`, got: [tested.t, tested.p], wanted: [t, p] }
      }),
  },
]
