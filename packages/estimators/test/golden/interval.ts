import { leastSquares } from '../../src/fit/leastSquares.ts'
import { classicalErrors } from '../../src/interval/classicalErrors.ts'
import { clopperPearson } from '../../src/interval/clopperPearson.ts'
import { clusterJackknife } from '../../src/interval/clusterJackknife.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { cr2, cr3 } from '../../src/interval/clusterRobust.ts'
import { effectiveClusters } from '../../src/interval/clusters.ts'
import { hc3 } from '../../src/interval/hc3.ts'
import { largestDeviation } from '../../src/interval/largestDeviation.ts'
import { nestedIntervals, type Sided } from '../../src/interval/nested.ts'
import { sortedQuantile } from '../../src/interval/quantile.ts'
import { logOneMinus, studentInterval } from '../../src/interval/student.ts'
import { wilson } from '../../src/interval/wilson.ts'
import { absorbedDesign, clusters, columns, design, linear, w, y } from '../fixtures/linear.ts'
import type { Golden } from './agreement.ts'
import { rowsOf } from './distribution.ts'
import { fixture, oracle } from './fixture.ts'

type Proportion = { successes: number; n: number; level: number; interval: [number, number] }
type Student = { value: number; se: number; df: number; tail: number; interval: [number, number] }
type Judged = { df: number; sided: Sided; parts: number; i90: [number, number]; i995: [number, number] }

const values = fixture<{
  clusters: {
    cluster: number[]
    x: number[]
    y: number[]
    sizes: number[]
    effective: number
    mean: { value: number; se: number }
    jackknife: { value: number[]; se: number[] }
  }
  quantiles: { values: number[]; p: number[]; quantiles: number[] }[]
  proportions: Proportion[]
  student: Student[]
  nested: (Judged & { value: number; se: number })[]
  largest: Judged & { deviations: number[]; errors: number[] }
}>('intervals')

const r = oracle('intervals', 'R')
const clubSandwich = oracle('linear', 'R', 'clubSandwich')
const ordinary = leastSquares(design, y)
const weighted = leastSquares(design, y, { weights: w })

/** The slope and level of a line through the rows of all clusters but one. */
function lineWithout(leftOut: number | null): Float64Array {
  const { cluster, x, y } = values.clusters
  const kept = cluster.flatMap((g, i) => (g === leftOut ? [] : [i]))
  const rows = columns(
    kept.map(() => 1),
    kept.map((i) => x[i]!),
  )
  return leastSquares(
    rows,
    Float64Array.from(kept, (i) => y[i]!),
  ).coefficients
}

export const interval: readonly Golden[] = [
  {
    name: 'classicalErrors',
    oracle: oracle('linear', 'R'),
    measure: 'of the largest',
    cases: () => [
      { what: 'ordinary', got: classicalErrors(ordinary).covariance, wanted: linear.ordinary.covariance },
      { what: 'weighted', got: classicalErrors(weighted).covariance, wanted: linear.weighted.covariance },
    ],
  },
  {
    name: 'clopperPearson',
    oracle: oracle('distributions', 'mpmath'),
    measure: 'relative',
    cases: () => rowsOf('clopperPearson', (x, n, level) => clopperPearson(x!, n!, level!), 2),
  },
  {
    name: 'clusterJackknife',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const { cluster, jackknife } = values.clusters
      const found = clusterJackknife({ clusters: Int32Array.from(cluster), statistic: lineWithout })
      return [
        { what: 'value', got: found.value, wanted: jackknife.value },
        { what: 'standard error', got: found.se, wanted: jackknife.se },
      ]
    },
  },
  {
    name: 'clusterMean',
    oracle: oracle('intervals', 'R', 'clubSandwich'),
    measure: 'relative',
    cases: () => {
      const { cluster, y, mean } = values.clusters
      const found = clusterMean({ values: Float64Array.from(y), clusters: Int32Array.from(cluster) })
      return [{ what: 'value and error', got: [found.value, found.se], wanted: [mean.value, mean.se] }]
    },
  },
  {
    name: 'cr2',
    oracle: clubSandwich,
    measure: 'of the largest',
    cases: () =>
      [
        { what: 'ordinary', fit: ordinary, wanted: linear.ordinary },
        { what: 'weighted', fit: weighted, wanted: linear.weighted },
        { what: 'a cluster with an indicator', fit: leastSquares(absorbedDesign, y), wanted: linear.absorbed },
      ].flatMap(({ what, fit, wanted }) => {
        const { covariance, df } = cr2(fit, clusters)
        return [
          { what, got: covariance, wanted: wanted.cr2 },
          { what: `degrees of freedom, ${what}`, got: df, wanted: wanted.df },
        ]
      }),
  },
  {
    name: 'cr3',
    oracle: clubSandwich,
    measure: 'of the largest',
    cases: () => [
      { what: 'ordinary', got: cr3(ordinary, clusters).covariance, wanted: linear.ordinary.cr3 },
      { what: 'weighted', got: cr3(weighted, clusters).covariance, wanted: linear.weighted.cr3 },
    ],
  },
  {
    name: 'effectiveClusters',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const { sizes, effective } = values.clusters
      return [{ what: `${sizes.length} clusters`, got: [effectiveClusters(sizes)], wanted: [effective] }]
    },
  },
  {
    name: 'hc3',
    oracle: oracle('linear', 'R', 'sandwich'),
    measure: 'of the largest',
    cases: () => [
      { what: 'ordinary', got: hc3(ordinary).covariance, wanted: linear.ordinary.hc3 },
      { what: 'weighted', got: hc3(weighted).covariance, wanted: linear.weighted.hc3 },
    ],
  },
  {
    name: 'largestDeviation',
    oracle: r,
    measure: 'relative',
    cases: () => {
      const { deviations, errors, i90, i995, ...ask } = values.largest
      const standardErrors = Float64Array.from(errors)
      const found = largestDeviation({ ...ask, deviations: Float64Array.from(deviations), standardErrors })
      return [
        { what: '90 %', got: found.i90, wanted: i90 },
        { what: '99.5 %', got: found.i995, wanted: i995 },
      ]
    },
  },
  {
    name: 'nestedIntervals',
    oracle: r,
    measure: 'relative',
    cases: () =>
      values.nested.flatMap(({ i90, i995, ...ask }) => {
        const found = nestedIntervals({ ...ask, transform: logOneMinus })
        const what = `${ask.sided}-sided, ${ask.parts} parts`
        return [
          { what: `90 %, ${what}`, got: found.i90, wanted: i90 },
          { what: `99.5 %, ${what}`, got: found.i995, wanted: i995 },
        ]
      }),
  },
  {
    name: 'sortedQuantile',
    oracle: r,
    measure: 'relative',
    cases: () =>
      values.quantiles.flatMap(({ values, p, quantiles }) => {
        const sorted = Float64Array.from(values).sort()
        return p.map((at, k) => ({
          what: `p = ${at} of ${sorted.length}`,
          got: [sortedQuantile(sorted, at)],
          wanted: [quantiles[k]!],
        }))
      }),
  },
  {
    name: 'studentInterval',
    oracle: r,
    measure: 'relative',
    cases: () =>
      values.student.map(({ interval: wanted, ...ask }) => ({
        what: `df = ${ask.df}, tail ${ask.tail}`,
        got: studentInterval(ask),
        wanted,
      })),
  },
  {
    name: 'wilson',
    oracle: r,
    measure: 'relative',
    cases: () =>
      values.proportions.map(({ successes, n, level, interval: wanted }) => ({
        what: `${successes} of ${n}, ${level}`,
        got: wilson(successes, n, level),
        wanted,
      })),
  },
]
