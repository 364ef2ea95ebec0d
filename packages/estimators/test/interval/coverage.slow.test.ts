import { integerPow, streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { rSquared } from '../../src/compare/rSquared.ts'
import { normalQuantile } from '../../src/distribution/normal.ts'
import { clusterJackknife } from '../../src/interval/clusterJackknife.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { effectiveClusters } from '../../src/interval/clusters.ts'
import { type Interval, logOneMinus, studentInterval } from '../../src/interval/student.ts'
import { wildClusterBootstrap } from '../../src/interval/wildClusterBootstrap.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { hill } from '../../src/laws/hill.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'

/** 53 clusters as unequal as packages of skills: a few of hundreds, many of a handful, G_eff about 15. */
const sizes = Array.from({ length: 53 }, (_, g) => Math.round(140 * integerPow(0.85, g)) + 3)
const clusters = Int32Array.from(sizes.flatMap((size, g) => Array.from({ length: size }, () => g)))
const ladder = Float64Array.of(10, 20, 50, 100, 200, 500)
const [a, b] = [0.834, 0.042]
const streams = streamsOf('coverage')
const worlds = 2000

/**
 * One world: a request is right at size N iff its latent normal, a cluster's part and its own with correlation .1, is
 * below the quantile of `accuracy(N)`. So that is the accuracy exactly, and the outcomes are 0 and 1.
 */
function world(draw: number, accuracy: (n: number) => number): Float64Array[] {
  const stream = streams('world', draw)
  const shared = sizes.map(() => Math.sqrt(0.1) * stream.normal())
  const latent = Float64Array.from(clusters, (g) => shared[g]! + Math.sqrt(0.9) * stream.normal())
  return Array.from(ladder, (n) => {
    const threshold = normalQuantile(accuracy(n))
    return latent.map((value) => (value < threshold ? 1 : 0))
  })
}

/** Curves summed by cluster, so that leaving one out is a subtraction. */
function curveWithout(rows: Float64Array[]) {
  const sums = rows.map((row) => {
    const byCluster = new Float64Array(sizes.length)
    for (const [i, value] of row.entries()) byCluster[clusters[i]!]! += value
    return byCluster
  })
  return (leftOut: number | null): Float64Array =>
    Float64Array.from(sums, (byCluster) => {
      const total = byCluster.reduce((sum, value) => sum + value, 0)
      const [less, fewer] = leftOut === null ? [0, 0] : [byCluster[leftOut]!, sizes[leftOut]!]
      return (total - less) / (clusters.length - fewer)
    })
}

test('90 % intervals of a mean and of a slope cover close to 90 %, with 53 very unequal clusters', () => {
  const effective = effectiveClusters(sizes)
  expect(effective).toBeGreaterThan(13)
  expect(effective).toBeLessThan(17)
  const hits = { mean: 0, slope: 0, cr2: 0, wild: 0, independent: 0 }
  const counts = (interval: Interval, truth: number): number => (interval[0] <= truth && truth <= interval[1] ? 1 : 0)
  const truth = a - b * Math.log(100)
  for (let draw = 0; draw < worlds; draw++) {
    const rows = world(draw, (n) => a - b * Math.log(n))
    const curve = curveWithout(rows)
    const { value, se, df } = clusterJackknife({
      clusters,
      statistic: (leftOut) => {
        const y = curve(leftOut)
        const fit = fitLaw(log, ladder, y)
        if (fit.status !== 'converged') throw new Error(fit.status)
        return Float64Array.of(y[3]!, fit.parameters[1]!)
      },
    })
    hits.mean += counts(studentInterval({ value: value[0]!, se: se[0]!, df, tail: 0.05 }), truth)
    hits.slope += counts(studentInterval({ value: value[1]!, se: se[1]!, df, tail: 0.05 }), b)
    hits.cr2 += counts(studentInterval({ ...clusterMean({ values: rows[3]!, clusters }), tail: 0.05 }), truth)
    const ask = { values: rows[3]!, clusters, draws: 199, tail: 0.05, stream: streams('wild', draw) }
    hits.wild += counts(wildClusterBootstrap({ ...ask, weights: 'webb' }), truth)
    const p = value[0]!
    const naive = Math.sqrt((p * (1 - p)) / clusters.length)
    hits.independent += counts(studentInterval({ value: p, se: naive, df: 1e6, tail: 0.05 }), truth)
  }
  const shares = Object.fromEntries(Object.entries(hits).map(([method, count]) => [method, count / worlds]))
  console.info(`${clusters.length} rows, G_eff ${effective.toFixed(1)}, ${worlds} worlds: ${JSON.stringify(shares)}`)
  for (const method of ['mean', 'slope', 'cr2', 'wild'] as const) {
    expect(shares[method]).toBeGreaterThan(0.87)
    expect(shares[method]).toBeLessThan(0.94)
  }
  // what clustering is for
  expect(shares.independent).toBeLessThan(0.75)
})

test('R^2 near 1 on the scale of ln(1 - R^2), where the truth is not a line', () => {
  const curved = predict(hill, ladder, Float64Array.of(800, 0.6))
  const statistic = (y: Float64Array): Float64Array => {
    const fit = fitLaw(log, ladder, y)
    if (fit.status !== 'converged') throw new Error(fit.status)
    return Float64Array.of(logOneMinus.forward(rSquared(y, predict(log, ladder, fit.parameters))))
  }
  const truth = logOneMinus.inverse(statistic(curved)[0]!)
  let [below, above] = [0, 0]
  for (let draw = 0; draw < worlds; draw++) {
    const curve = curveWithout(world(draw, (n) => curved[ladder.indexOf(n)]!))
    const { value, se, df } = clusterJackknife({ clusters, statistic: (leftOut) => statistic(curve(leftOut)) })
    const [lo, hi] = studentInterval({ value: value[0]!, se: se[0]!, df, tail: 0.05, transform: logOneMinus })
    if (hi < truth) below++
    if (lo > truth) above++
  }
  console.info(
    `R^2 = ${truth.toFixed(4)}: interval below in ${below / worlds}, above in ${above / worlds} (nominal .05 each)`,
  )
  expect(1 - (below + above) / worlds).toBeGreaterThan(0.85)
})
