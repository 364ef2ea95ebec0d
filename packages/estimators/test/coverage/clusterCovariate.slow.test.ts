import { type Stream, streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { cr2 } from '../../src/interval/clusterRobust.ts'
import { effectiveClusters } from '../../src/interval/clusters.ts'
import { columns } from '../fixtures/linear.ts'
import { clustersOfSizes, equal, geometric, latentRows, packageSizes } from './clusteredWorlds.ts'
import { coefficientIntervals } from './clusterMethods.ts'
import { type Case, coverageTable } from './table.ts'
import { judge, simulate } from './tally.ts'

const worlds = 2000
const truth = 0.5
const shapes = {
  '5 of 20 rows': equal(5, 20),
  '8 of 20 rows': equal(8, 20),
  '12 of 20 rows': equal(12, 20),
  '8 falling by .7': geometric(8, 100, 0.7),
  '8 falling by .5': geometric(8, 128, 0.5),
  'very unequal': packageSizes.map((size) => Math.ceil(size / 4)),
}

/** What x is: the same for all rows of a cluster but in the last case. */
const covariates = {
  'even steps between clusters': (clusters: Int32Array, count: number) =>
    Float64Array.from(clusters, (g) => (7 * g) % count),
  'lognormal between clusters': (clusters: Int32Array, count: number, stream: Stream) => {
    const byCluster = Array.from({ length: count }, () => Math.exp(stream.normal()))
    return Float64Array.from(clusters, (g) => byCluster[g]!)
  },
  'normal between rows': (clusters: Int32Array, _: number, stream: Stream) =>
    Float64Array.from(clusters, () => stream.normal()),
}

function slopes(shape: keyof typeof shapes, covariate: keyof typeof covariates): Case & { df: number } {
  const sizes = shapes[shape]
  const clusters = clustersOfSizes(sizes)
  const streams = streamsOf(`coverage of a slope, ${shape}, ${covariate}`)
  const x = covariates[covariate](clusters, sizes.length, streams('x'))
  const ones = Array.from(x, () => 1)
  const design = columns(ones, [...x])
  const df = cr2(leastSquares(design, latentRows(clusters, 0, streams('df'))), clusters).df[1]!
  const tallies = simulate(worlds, (draw) => {
    const noise = latentRows(clusters, 0.1, streams('world', draw))
    const fit = leastSquares(
      design,
      noise.map((error, i) => truth * x[i]! + error),
    )
    return { truth, intervals: coefficientIntervals(fit, clusters, 1, (purpose) => streams(purpose, draw)) }
  })
  const effective = effectiveClusters(sizes).toFixed(1)
  const name = `${covariate}, ${shape}, G_eff ${effective}, df of cr2 ${df.toFixed(1)}`
  return { name, tallies, df, atLeast: ['cr3'] }
}

test('slopes on a covariate of clusters and of rows', async () => {
  const cases = (Object.keys(covariates) as (keyof typeof covariates)[]).flatMap((covariate) =>
    (Object.keys(shapes) as (keyof typeof shapes)[]).map((shape) => slopes(shape, covariate)),
  )
  await expect(`# Slopes from clustered rows

Normal errors with correlation .1 in a cluster, ${worlds} worlds a case, 399 wild draws. "df of cr2" are
Satterthwaite's, which \`cr2\` returns: where they are below 4 no method is reliable, and which way it errs depends on the
case. How to read the table: [coverage](coverage.md).

${coverageTable(cases)}`).toMatchFileSnapshot('../../../../docs/tables/coverage-slopes.md')
  for (const { name, tallies, df } of cases) if (df >= 4) expect(judge(tallies.get('cr2')!), name).toBe('covers')
})
