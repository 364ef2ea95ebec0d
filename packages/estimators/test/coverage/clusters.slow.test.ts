import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { classicalErrors } from '../../src/interval/classicalErrors.ts'
import { effectiveClusters } from '../../src/interval/clusters.ts'
import { unitsNeeded } from '../../src/interval/percentile.ts'
import { studentInterval } from '../../src/interval/student.ts'
import { clustersOfSizes, equal, geometric, latentRows, packageSizes } from './clusteredWorlds.ts'
import {
  bootstrapIntervals,
  bootstraps,
  clusterTotalsMean,
  jackknifeInterval,
  logit,
  meanIntervals,
  meanWithout,
  tail,
} from './clusterMethods.ts'
import { line, outcomes, ownSlopes, slope } from './curves.ts'
import { type Case, coverageTable } from './table.ts'
import { covered, judge, simulate } from './tally.ts'

const worlds = 2000

/** 53 packages, then few clusters: as many rows each, or sizes that fall by a ratio. */
const shapes = {
  'very unequal': packageSizes,
  '5 of 20 rows': equal(5, 20),
  '8 of 20 rows': equal(8, 20),
  '12 of 20 rows': equal(12, 20),
  '12 falling by .75': geometric(12, 100, 0.75),
  '8 falling by .7': geometric(8, 100, 0.7),
  '8 falling by .5': geometric(8, 128, 0.5),
}

type Parameter = 'accuracy' | 'accuracy of .9' | 'slope b'

/** An accuracy of .64, that at N = 100, or of .9 at all N; or the slope b. */
function means(shape: keyof typeof shapes, parameter: Parameter): Case {
  const sizes = shapes[shape]
  const clusters = clustersOfSizes(sizes)
  const effective = effectiveClusters(sizes)
  const streams = streamsOf(`coverage of a mean, ${shape}`)
  const curve = parameter === 'accuracy of .9' ? line.map(() => 0.9) : line
  const truth = parameter === 'slope b' ? slope : curve[3]!
  const tallies = simulate(worlds, (draw) => {
    const rows = outcomes(latentRows(clusters, 0.1, streams('world', draw)), curve)
    const values = parameter === 'slope b' ? ownSlopes(rows) : rows[3]!
    const world = (purpose: string) => streams(purpose, draw)
    const fit = leastSquares(new Float64Array(values.length).fill(1), values)
    const { se, df } = classicalErrors(fit)
    const [value, mean] = [fit.coefficients[0]!, meanWithout(values, clusters)]
    return {
      truth,
      intervals: {
        ...meanIntervals(values, clusters, world),
        ...bootstrapIntervals(clusters, clusterTotalsMean(values, clusters), world),
        ...(parameter !== 'slope b' && {
          'clusterJackknife of the logit': jackknifeInterval(clusters, mean, logit),
          'rows as if independent': studentInterval({ value, se: se[0]!, df: df[0]!, tail }),
        }),
      },
    }
  })
  const refused = [
    ...(effective < unitsNeeded ? bootstraps : []),
    ...(effective < 6 ? ['wildClusterBootstrap'] : []),
    ...(sizes.length < 6 ? ['signFlipInterval', 'wildClusterInterval, rademacher'] : []),
  ]
  return {
    name: `${parameter}, ${shape}, G_eff ${effective.toFixed(1)}`,
    tallies,
    refused,
    atLeast: ['clusterJackknife', 'cr3', 'signFlipInterval'],
  }
}

const heading = (what: string): string => `${what}

${worlds} worlds a case; 999 resamples, 399 wild draws and sign flips. Outcomes are 0 or 1, with a latent correlation of .1
in a cluster. "accuracy" is .64 at N = 100 of a curve that falls as .834 - .042 ln N, and b its slope over N = 10 to 500: the
mean of the rows' own slopes. How to read the table: [coverage](coverage.md).
`

test('53 very unequal clusters', async () => {
  const [accuracy, high] = [means('very unequal', 'accuracy'), means('very unequal', 'accuracy of .9')]
  const cases = [accuracy, high, means('very unequal', 'slope b')]
  await expect(`${heading('# Intervals with very unequal clusters')}
${coverageTable(cases)}`).toMatchFileSnapshot('../../../../docs/tables/coverage-unequal-clusters.md')
  for (const { tallies } of cases) {
    // of a mean near 1 the standard error falls as the mean rises: lower limits are missed more often than upper ones
    if (tallies === high.tallies) continue
    for (const method of ['clusterMean', 'clusterJackknife', 'cr2', 'cr3', 'wildClusterBootstrap', 'signFlipInterval'])
      expect(judge(tallies.get(method)!), method).toBe('covers')
  }
  // what clustering is for
  expect(covered(accuracy.tallies.get('rows as if independent')!)).toBeLessThan(0.7)
  expect(judge(high.tallies.get('clusterJackknife of the logit')!)).toBe('covers')
})

test('few clusters', async () => {
  const few = (Object.keys(shapes) as (keyof typeof shapes)[]).filter((shape) => shape !== 'very unequal')
  const cases = few.flatMap((shape) => [means(shape, 'accuracy'), means(shape, 'slope b')])
  await expect(`${heading('# Intervals with few clusters')}
With 5 clusters \`signFlipInterval\` and Rademacher multipliers have too few sign patterns for 95 %.
\`wildClusterBootstrap\` would cover about 92 % at 5 unequal effective clusters and 83 % at 3.

${coverageTable(cases)}`).toMatchFileSnapshot('../../../../docs/tables/coverage-few-clusters.md')
  for (const { name, tallies, refused = [] } of cases) {
    for (const method of ['clusterMean', 'clusterJackknife', 'cr2', 'cr3'])
      expect(judge(tallies.get(method)!), `${method}, ${name}`).not.toBe('too short')
    for (const method of bootstraps) expect(judge(tallies.get(method)!), `${method}, ${name}`).toBe('too short')
    for (const method of refused.filter((one) => !bootstraps.includes(one)))
      expect(tallies.has(method), `${method}, ${name}`).toBe(false)
  }
})
