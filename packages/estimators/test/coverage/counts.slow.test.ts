import { type Stream, streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { normalQuantile } from '../../src/distribution/normal.ts'
import { binomialRegression } from '../../src/fit/binomialRegression.ts'
import { studentInterval } from '../../src/interval/student.ts'
import { columns } from '../fixtures/linear.ts'
import { tail } from './clusterMethods.ts'
import { type Case, coverageTable } from './table.ts'
import { judge, simulate, type World } from './tally.ts'

const worlds = 4000
const [rows, trials] = [30, 20]
const x = Array.from({ length: rows }, (_, i) => (2 * i) / (rows - 1) - 1)
const design = columns(
  x.map(() => 1),
  x,
)

/**
 * Truths of (intercept, slope): probabilities of .27 to .73 and of .001 to .12 under logit, .3 to .7 under identity.
 */
const truths = {
  'logit, p about .5': { link: 'logit', level: 0, slope: 1 },
  'logit, p mostly below .1': { link: 'logit', level: -4.5, slope: 2.5 },
  'identity, p .3 to .7': { link: 'identity', level: 0.5, slope: 0.2 },
} as const

function counts(name: keyof typeof truths, spread: number): Case {
  const { link, level, slope } = truths[name]
  const streams = streamsOf(`coverage of a binomial regression, ${name}`)
  const tallies = simulate(worlds, (draw): World => {
    const stream = streams('world', draw)
    const successes = Float64Array.from(x, (at) => {
      const eta = level + slope * at
      return successesOf(link === 'logit' ? 1 / (1 + Math.exp(-eta)) : eta, spread, stream)
    })
    const fit = binomialRegression({ design, successes, trials: new Float64Array(rows).fill(trials), link })
    if (fit.status !== 'converged') return { truth: slope, intervals: {} }
    const wald = studentInterval({ value: fit.coefficients[1]!, se: fit.se[1]!, df: 1e9, tail })
    return { truth: slope, intervals: { 'binomialRegression, Wald': wald } }
  })
  return { name: `slope, ${name}${spread > 0 ? `, trials of a row correlated ${spread}` : ''}`, tallies }
}

/** Successes of trials that are right where a latent normal, correlated within the row, is below the quantile of p. */
function successesOf(p: number, within: number, stream: Stream): number {
  const threshold = normalQuantile(p)
  const shared = Math.sqrt(within) * stream.normal()
  let successes = 0
  for (let t = 0; t < trials; t++) if (shared + Math.sqrt(1 - within) * stream.normal() < threshold) successes++
  return successes
}

test('binomial regression', async () => {
  const names = Object.keys(truths) as (keyof typeof truths)[]
  const independent = names.map((name) => counts(name, 0))
  const correlated = names.map((name) => counts(name, 0.1))
  await expect(`# Intervals of binomial regressions

${rows} rows of ${trials} trials, x from -1 to 1, ${worlds} worlds a case; normal quantiles. How to read the table:
[coverage](coverage.md).

${coverageTable([...independent, ...correlated])}
Trials that are correlated within a row are clusters: the Wald interval is not for them, and a deviance far above its degrees of
freedom shows it.
`).toMatchFileSnapshot('../../../../docs/tables/coverage-counts.md')
  for (const { name, tallies } of independent)
    expect(judge(tallies.get('binomialRegression, Wald')!), name).toBe('covers')
  expect(judge(correlated[0]!.tallies.get('binomialRegression, Wald')!)).toBe('too short')
})
