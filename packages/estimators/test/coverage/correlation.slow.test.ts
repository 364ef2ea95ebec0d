import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { fisherInterval, pearson } from '../../src/association/pearson.ts'
import { tail } from './clusterMethods.ts'
import { type Case, coverageTable } from './table.ts'
import { judge, simulate } from './tally.ts'

const worlds = 10000

/** Pairs of bivariate normal values, or of their exponentials, whose correlation is (e^rho - 1) / (e - 1). */
function pairs(rho: number, n: number, skewed: boolean): Case {
  const streams = streamsOf(`coverage of a correlation, ${rho}, ${n}`)
  const truth = skewed ? Math.expm1(rho) / Math.expm1(1) : rho
  const tallies = simulate(worlds, (draw) => {
    const stream = streams('world', draw)
    const x = new Float64Array(n)
    const y = x.map((_, i) => {
      x[i] = stream.normal()
      return rho * x[i]! + Math.sqrt(1 - rho * rho) * stream.normal()
    })
    const r = skewed ? pearson(x.map(Math.exp), y.map(Math.exp)) : pearson(x, y)
    return { truth, intervals: { fisherInterval: fisherInterval({ r, n, tail }) } }
  })
  return { name: `rho = ${truth.toFixed(2)}, n = ${n}, ${skewed ? 'lognormal' : 'normal'} pairs`, tallies }
}

test('correlations', async () => {
  const sizes = [10, 30]
  const normal = sizes.flatMap((n) => [0, 0.5, 0.9].map((rho) => pairs(rho, n, false)))
  const skewed = sizes.flatMap((n) => [0, 0.5, 0.9].map((rho) => pairs(rho, n, true)))
  await expect(`# Intervals of a correlation

${worlds} worlds a case. How to read the table: [coverage](coverage.md).

${coverageTable([...normal, ...skewed])}
\`fisherInterval\` is for pairs from a bivariate normal distribution. Of skewed values take logarithms first.
`).toMatchFileSnapshot('../../../../docs/tables/coverage-correlation.md')
  for (const { name, tallies } of normal) expect(judge(tallies.get('fisherInterval')!), name).toBe('covers')
})
