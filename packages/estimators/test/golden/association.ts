import { streamsOf } from '@lawbook/base'
import { kendall, kendallTest } from '../../src/association/kendall.ts'
import { fisherInterval, pearson, pearsonTest } from '../../src/association/pearson.ts'
import { midRanks } from '../../src/association/ranks.ts'
import { spearman, spearmanTest } from '../../src/association/spearman.ts'
import type { Golden } from './agreement.ts'
import { fixture, oracle } from './fixture.ts'

type Correlated = {
  x: number[]
  y: number[]
  r: number
  p: number
  spearman: number
  kendall: number
  interval90: [number, number]
  spearmanP?: number
  kendallP?: number
}

/** Pairs of series, with their correlations as scipy and R give them. */
export const { correlations, ranks } = fixture<{
  correlations: Correlated[]
  ranks: { x: number[]; ranks: number[] }[]
}>('association')

/** Nothing may be drawn: with so few pairs every order is counted. */
const stream = streamsOf('test')('unused')
const scipy = oracle('association', 'scipy')

/** One case for each pair of series for which the oracle has `wanted`. */
function onPairs(
  got: (x: Float64Array, y: Float64Array) => number | readonly number[],
  wanted: (row: Correlated) => number | readonly number[] | undefined,
): Golden['cases'] {
  return () =>
    correlations.flatMap((row, i) => {
      const value = wanted(row)
      if (value === undefined) return []
      const found = got(Float64Array.from(row.x), Float64Array.from(row.y))
      return [{ what: `series ${i}, n = ${row.x.length}`, got: [found].flat(), wanted: [value].flat() }]
    })
}

export const association: readonly Golden[] = [
  {
    name: 'fisherInterval',
    oracle: oracle('association', 'R'),
    measure: 'relative',
    cases: onPairs(
      (x, y) => fisherInterval({ r: pearson(x, y), n: x.length, tail: 0.05 }),
      ({ interval90 }) => interval90,
    ),
  },
  { name: 'kendall', oracle: scipy, measure: 'relative', cases: onPairs(kendall, (row) => row.kendall) },
  {
    name: 'kendallTest',
    oracle: oracle('association', 'scipy', 'R'),
    measure: 'relative',
    cases: onPairs(
      (x, y) => kendallTest({ x, y, draws: 10, stream }).p,
      ({ kendallP }) => kendallP,
    ),
  },
  {
    name: 'midRanks',
    oracle: oracle('association', 'R'),
    measure: 'relative',
    cases: () =>
      ranks.map((row) => ({
        what: `n = ${row.x.length}`,
        got: midRanks(Float64Array.from(row.x)),
        wanted: row.ranks,
      })),
  },
  { name: 'pearson', oracle: scipy, measure: 'relative', cases: onPairs(pearson, ({ r }) => r) },
  {
    name: 'pearsonTest',
    oracle: scipy,
    measure: 'relative',
    cases: onPairs(
      (x, y) => pearsonTest(x, y).p,
      ({ p }) => p,
    ),
  },
  { name: 'spearman', oracle: scipy, measure: 'relative', cases: onPairs(spearman, (row) => row.spearman) },
  {
    name: 'spearmanTest',
    oracle: oracle('association', 'scipy', 'R'),
    measure: 'relative',
    cases: onPairs(
      (x, y) => spearmanTest({ x, y, draws: 10, stream }).p,
      ({ spearmanP }) => spearmanP,
    ),
  },
]
