import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { clusterJackknife } from '../../src/interval/clusterJackknife.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { largestDeviation } from '../../src/interval/largestDeviation.ts'
import { intersection, type Nested, nestedIntervals, union } from '../../src/interval/nested.ts'
import type { Interval } from '../../src/interval/student.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { clustersOfSizes, latentRows, packageSizes, rightOrWrong } from './clusteredWorlds.ts'
import { logit } from './clusterMethods.ts'
import { curveOfRSquared, ladder, line, meanCurve, outcomes } from './curves.ts'
import { type Case, coverageTable } from './table.ts'
import { judge, simulate } from './tally.ts'

const worlds = 4000
const clusters = clustersOfSizes(packageSizes)

/** What a pair of nested intervals promises of each side, by the share of misses it allows. */
const sides = {
  'lower limit of i90': { nominal: 0.95, of: ({ i90 }: Nested): Interval => [i90[0], Infinity] },
  'upper limit of i90': { nominal: 0.95, of: ({ i90 }: Nested): Interval => [-Infinity, i90[1]] },
  'i90, both limits': { nominal: 0.9, of: ({ i90 }: Nested): Interval => i90 },
  'i995, both limits': { nominal: 0.995, of: ({ i995 }: Nested): Interval => i995 },
}
type Side = keyof typeof sides

/** One case for each side, because what they promise differs. */
function judged(name: string, method: string, world: (draw: number) => { truth: number; nested: Nested }): Case[] {
  const tallies = simulate(worlds, (draw) => {
    const { truth, nested } = world(draw)
    return { truth, intervals: Object.fromEntries((Object.keys(sides) as Side[]).map((s) => [s, sides[s].of(nested)])) }
  })
  return (Object.keys(sides) as Side[]).map((side) => ({
    name,
    tallies: new Map([[`${method}, ${side}`, tallies.get(side)!]]),
    nominal: sides[side].nominal,
    atLeast: [`${method}, ${side}`],
  }))
}

/** The smallest or largest accuracy of three routers that answer the same requests, which are partly hard for all. */
function extreme(
  method: 'intersection' | 'union',
  accuracies: readonly number[],
  shared: number,
  scale: 'accuracy' | 'logit' = 'accuracy',
): Case[] {
  const truth = method === 'intersection' ? Math.min(...accuracies) : Math.max(...accuracies)
  const routers = shared === 0 ? 'independent' : `correlated ${shared}`
  const name = `accuracies ${accuracies.join(', ')}, routers ${routers}${scale === 'logit' ? ', logits' : ''}`
  const streams = streamsOf(`coverage of extremes, ${shared}`)
  return judged(name, method, (draw) => {
    const stream = streams('world', draw)
    const common = latentRows(clusters, 0.1, stream)
    const parts = accuracies.map((accuracy): Nested => {
      const own = latentRows(clusters, 0.1, stream)
      const latent = own.map((value, i) => Math.sqrt(shared) * common[i]! + Math.sqrt(1 - shared) * value)
      const values = rightOrWrong(latent, accuracy)
      const { value: mean, se, df } = clusterMean({ values, clusters })
      const estimate =
        scale === 'logit'
          ? { value: logit.forward(mean), se: se / (mean * (1 - mean)), df, transform: logit }
          : { value: mean, se, df }
      return nestedIntervals({ ...estimate, parts: accuracies.length, sided: 'two' })
    })
    return { truth, nested: method === 'intersection' ? intersection(parts) : union(parts) }
  })
}

/** The largest deviation of a curve from its best line in ln N. */
function deviation(name: string, curve: Float64Array): Case[] {
  const streams = streamsOf('coverage of the largest deviation')
  const deviations = (y: Float64Array): Float64Array => {
    const fit = fitLaw(log, ladder, y)
    if (fit.status !== 'converged') throw new Error(fit.status)
    const fitted = predict(log, ladder, fit.parameters)
    return y.map((value, k) => value - fitted[k]!)
  }
  const truth = Math.max(...deviations(curve).map(Math.abs))
  return judged(name, 'largestDeviation', (draw) => {
    const latent = latentRows(clusters, 0.1, streams('world', draw))
    const curveOf = meanCurve(outcomes(latent, curve), clusters, packageSizes.length)
    const { value, se, df } = clusterJackknife({
      clusters,
      statistic: (leftOut) => deviations(curveOf((g) => (g === leftOut ? 0 : 1))),
    })
    return { truth, nested: largestDeviation({ deviations: value, standardErrors: se, df, sided: 'two' }) }
  })
}

test('minima, maxima and the largest deviation', async () => {
  const [equal, smallest, largest] = [
    [0.7, 0.7, 0.7],
    [0.6, 0.7, 0.7],
    [0.7, 0.7, 0.8],
  ]
  const cases = [
    ...[0, 0.5].flatMap((shared) => extreme('intersection', equal!, shared)),
    ...extreme('intersection', smallest!, 0.5),
    ...[0, 0.5].flatMap((shared) => extreme('union', equal!, shared)),
    ...extreme('union', largest!, 0.5),
    ...extreme('union', equal!, 0.5, 'logit'),
    ...extreme('union', largest!, 0.5, 'logit'),
    ...deviation('on the line', line),
    ...deviation('R^2 = .97', curveOfRSquared(0.97)),
    ...deviation('R^2 = .90', curveOfRSquared(0.9)),
  ]
  await expect(`# Minima, maxima and the largest deviation

Three routers on the same requests, or six points of one curve; 53 very unequal clusters (G_eff 15.5), ${worlds} worlds a case.
One limit of i90 promises 95 %, both 90 %, i995 99.5 %; every part of a minimum or maximum is made with \`parts\` = 3. How
to read the table: [coverage](coverage.md).

${coverageTable(cases)}
The lower limit of a minimum and the upper limit of a maximum hold whatever the parts are. The other limit of i90 is too close
when several parts are nearly equal, because any of them may reach it: it is not corrected for their number, only i995 is.
The lower limits of an accuracy near 1 are missed too often (see the union, and [very unequal
clusters](coverage-unequal-clusters.md)), because its standard error falls as the mean rises; on the scale of logits less so.
`).toMatchFileSnapshot('../../../../docs/tables/coverage-minima.md')
  for (const { name, tallies, nominal } of cases)
    for (const [method, tally] of tallies)
      if (/intersection, lower|intersection, i995|union, upper|largestDeviation/.test(method))
        expect(judge(tally, nominal), `${method}, ${name}`).not.toBe('too short')
})
