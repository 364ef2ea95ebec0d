import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { rSquared } from '../../src/compare/rSquared.ts'
import { logOneMinus, type Transform } from '../../src/interval/student.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { clustersOfSizes, latentRows, packageSizes } from './clusteredWorlds.ts'
import { bootstrapIntervals, bootstraps, jackknifeInterval } from './clusterMethods.ts'
import { curveOfRSquared, ladder, meanCurve, outcomes, rSquaredOfLine } from './curves.ts'
import { type Case, coverageTable } from './table.ts'
import { judge, simulate } from './tally.ts'

const worlds = 2000
const clusters = clustersOfSizes(packageSizes)
const first = packageSizes.map((_, g) => clusters.indexOf(g))

/** How far the curve is from the line in units of its length: what 1 - R^2 is the square of. */
const rootOneMinus: Transform = {
  forward: (x) => Math.sqrt(1 - x),
  inverse: (t) => 1 - Math.max(t, 0) * Math.max(t, 0),
}

function rSquaredOf(curve: Float64Array): number {
  const fit = fitLaw(log, ladder, curve)
  if (fit.status !== 'converged') throw new Error(fit.status)
  return rSquared(curve, predict(log, ladder, fit.parameters))
}

function near(truth: number): Case {
  const curve = curveOfRSquared(truth)
  const streams = streamsOf(`coverage of R^2 = ${truth}`)
  const tallies = simulate(worlds, (draw) => {
    const latent = latentRows(clusters, 0.1, streams('world', draw))
    const curveOf = meanCurve(outcomes(latent, curve), clusters, packageSizes.length)
    const values = new Map<number | null, number>()
    for (const leftOut of [null, ...first.keys()])
      values.set(leftOut, rSquaredOf(curveOf((g) => (g === leftOut ? 0 : 1))))
    const on = (transform?: Transform) => jackknifeInterval(clusters, (leftOut) => values.get(leftOut)!, transform)
    return {
      truth,
      intervals: {
        'clusterJackknife of R^2': on(),
        'clusterJackknife of sqrt(1 - R^2)': on(rootOneMinus),
        'clusterJackknife of ln(1 - R^2)': on(logOneMinus),
        ...bootstrapIntervals(
          clusters,
          (weights) => rSquaredOfLine(curveOf((g) => weights[first[g]!]!)),
          (purpose) => streams(purpose, draw),
        ),
      },
    }
  })
  return { name: `R^2 = ${truth}`, tallies, refused: bootstraps }
}

test('R^2 of a line near 1', async () => {
  const cases = [0.9, 0.97, 0.98, 0.995].map(near)
  await expect(`# Intervals of R^2 near 1

R^2 of the log law on an exact curve over N = 10 to 500 that is bent, so that the truth is as given; 53 very unequal
clusters (G_eff 15.5), ${worlds} worlds a case, 999 resamples, t with G_eff - 1 degrees of freedom. How to read the table:
[coverage](coverage.md).

${coverageTable(cases)}`).toMatchFileSnapshot('../../../../docs/tables/coverage-r-squared.md')
  for (const { name, tallies } of cases) {
    expect(judge(tallies.get('clusterJackknife of R^2')!), name).toBe('covers')
    expect(judge(tallies.get('clusterJackknife of sqrt(1 - R^2)')!), name).toBe('covers')
  }
  expect(judge(cases[3]!.tallies.get('clusterJackknife of ln(1 - R^2)')!)).toBe('too short')
})
