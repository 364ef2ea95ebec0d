import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { independentRows } from '../../src/interval/bootstrap.ts'
import { effectiveClusters } from '../../src/interval/clusters.ts'
import { unitsNeeded } from '../../src/interval/percentile.ts'
import { clustersOfSizes, equal, geometric, latentRows, packageSizes, rightOrWrong } from './clusteredWorlds.ts'
import { bootstrapIntervals, bootstraps, clusterTotalsMean } from './clusterMethods.ts'
import { type Case, coverageTable } from './table.ts'
import { covered, judge, simulate } from './tally.ts'

const worlds = 4000

/** The same sizes several times over: as unequal, with more effective clusters. */
const copies = (sizes: readonly number[], times: number): number[] => Array.from({ length: times }, () => sizes).flat()
const packages = packageSizes.map((size) => Math.ceil(size / 8))
const falling = geometric(8, 20, 0.7)

function scanned(name: string, sizes: readonly number[]): Case & { effective: number } {
  const clusters = clustersOfSizes(sizes)
  const effective = effectiveClusters(sizes)
  const streams = streamsOf(`coverage by units, ${name}`)
  const tallies = simulate(worlds, (draw) => {
    const values = rightOrWrong(latentRows(clusters, 0.1, streams('world', draw)), 0.64)
    const statistic = clusterTotalsMean(values, clusters)
    return {
      truth: 0.64,
      intervals: bootstrapIntervals(clusters, statistic, (purpose) => streams(purpose, draw)),
    }
  })
  const refused = effective < unitsNeeded ? bootstraps : []
  return { name: `${name}, ${sizes.length} clusters, G_eff ${effective.toFixed(1)}`, tallies, refused, effective }
}

function rows(n: number): Case & { effective: number } {
  const units = independentRows(n)
  const streams = streamsOf('coverage by units, rows')
  const tallies = simulate(worlds, (draw) => {
    const stream = streams('world', n, draw)
    const values = Float64Array.from({ length: n }, () => stream.normal())
    const statistic = clusterTotalsMean(values, units)
    return { truth: 0, intervals: bootstrapIntervals(units, statistic, (purpose) => streams(purpose, n, draw)) }
  })
  return { name: `${n} independent normal rows`, tallies, refused: n < unitsNeeded ? bootstraps : [], effective: n }
}

test('bootstrap intervals are offered from the number of effective units at which they cover', async () => {
  const cases = [
    ...[10, 15, 20, 25, 30, 40].map(rows),
    ...[10, 15, 20, 25, 30, 40].map((count) => scanned('equal', equal(count, 6))),
    ...[1, 2].map((times) => scanned('very unequal', copies(packages, times))),
    ...[2, 3, 4, 5, 6].map((times) => scanned('falling by .7', copies(falling, times))),
  ]
  await expect(`# How many units a bootstrap interval needs

Means of rows, ${worlds} worlds a case, 999 resamples. \`percentileInterval\` and \`bcaInterval\` refuse fewer than
${unitsNeeded} effective units, n^2 / sum of squared sizes. How to read the table: [coverage](coverage.md).

${coverageTable(cases)}`).toMatchFileSnapshot('../../../../docs/tables/coverage-units.md')
  for (const { effective, tallies, name } of cases)
    for (const [method, tally] of tallies)
      if (effective >= unitsNeeded) expect(judge(tally), `${method}, ${name}`).not.toBe('too short')
  // below half as many both fail in every case
  for (const { effective, tallies } of cases)
    for (const tally of tallies.values()) if (effective < unitsNeeded / 2) expect(covered(tally)).toBeLessThan(0.93)
})
