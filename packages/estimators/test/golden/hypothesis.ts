import { streamsOf } from '@lawbook/base'
import { equivalenceTest } from '../../src/hypothesis/equivalence.ts'
import { mcnemarAsymptotic, mcnemarExact, mcnemarMidP } from '../../src/hypothesis/mcnemar.ts'
import { benjaminiHochberg, holm } from '../../src/hypothesis/multiplicity.ts'
import { permutationTest } from '../../src/hypothesis/permutation.ts'
import { signFlipInterval, signFlipTest } from '../../src/hypothesis/signFlip.ts'
import type { Case, Golden } from './agreement.ts'
import { fixture, oracle } from './fixture.ts'

type Flipped = { twoSided: number; greater: number; lessThanOne: number; interval90: [number, number] }
type Mcnemar = { onlyFirst: number; onlySecond: number; exact: number; midP: number; chiSquare: number; p: number }

/** Tests, adjusted p-values, equivalence and power as R, scipy, statsmodels and exact fractions give them. */
export const values = fixture<{
  mcnemar: Mcnemar[]
  adjusted: { p: number[]; holm: number[]; benjaminiHochberg: number[] }[]
  equivalence: {
    margins: [number, number]
    estimate: number
    se: number
    df: number
    p: number
    interval90: [number, number]
  }[]
  power: {
    t: { n: number; delta: number; power: number }[]
    proportion: { n: number; p1: number; p2: number; power: number }[]
    detectable: { n: number; target: number; delta: number }
  }
  twoSamples: { x: number[]; y: number[]; greater: number; twoSided: number }[]
  pairing: { x: number[]; y: number[]; greater: number }[]
  blocks: { x: number[]; labels: number[]; blocks: number[]; greater: number }
  clusters: { x: number[]; labels: number[]; clusters: number[]; greater: number }
  pairedClusters: { x: number[]; y: number[]; clusters: number[]; greater: number }
  signFlip: { differences: number[]; cluster: number[]; rows: Flipped; clusters: Flipped }[]
}>('hypothesis')

/** Nothing may be drawn: with so few rows every arrangement is counted. */
const all = { draws: 50_000, stream: streamsOf('test')('unused') }
const r = oracle('hypothesis', 'R')
const fractions = oracle('hypothesis', 'python').replace('python', 'fractions of Python')

const pairs = (got: (row: Mcnemar) => readonly number[], wanted: (row: Mcnemar) => readonly number[]) => (): Case[] =>
  values.mcnemar.map((row) => ({
    what: `${row.onlyFirst} and ${row.onlySecond}`,
    got: got(row),
    wanted: wanted(row),
  }))

const adjusted =
  (adjust: typeof holm, key: 'holm' | 'benjaminiHochberg'): Golden['cases'] =>
  () =>
    values.adjusted.map((row) => ({
      what: `${row.p.length} tests`,
      got: adjust(Float64Array.from(row.p)),
      wanted: row[key],
    }))

/** Mean of the rows labelled 1 minus the mean of those labelled 0. */
export const meanDifference =
  (rows: readonly number[]) =>
  (labels: Int32Array): number => {
    const [sums, counts] = [
      [0, 0],
      [0, 0],
    ]
    for (const [i, label] of labels.entries()) {
      sums[label]! += rows[i]!
      counts[label]! += 1
    }
    return sums[1]! / counts[1]! - sums[0]! / counts[0]!
  }

/** The sum of x y over pairs. */
const product = (x: readonly number[], y: readonly number[]) => (labels: Int32Array) =>
  x.reduce((sum, value, i) => sum + value * y[labels[i]!]!, 0)
const sum = (x: readonly number[]) => (labels: Int32Array) =>
  x.reduce((total, value, i) => total + value * labels[i]!, 0)
const positions = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i)

function twoSamples(): Case[] {
  return values.twoSamples.map(({ x, y, greater, twoSided }) => {
    const labels = Int32Array.from([...x.map(() => 1), ...y.map(() => 0)])
    const difference = meanDifference([...x, ...y])
    const p = (statistic: (labels: Int32Array) => number): number => permutationTest({ labels, statistic, ...all }).p
    return {
      what: `two samples, ${x.length} and ${y.length}`,
      got: [p(difference), p((moved) => Math.abs(difference(moved)))],
      wanted: [greater, twoSided],
    }
  })
}

function pairing(): Case[] {
  return values.pairing.map(({ x, y, greater }) => ({
    what: `pairing of ${x.length}`,
    got: [permutationTest({ labels: positions(x.length), statistic: product(x, y), ...all }).p],
    wanted: [greater],
  }))
}

function inParts(): Case[] {
  const { blocks, clusters, pairedClusters } = values
  const asked = [
    {
      what: 'blocks',
      labels: Int32Array.from(blocks.labels),
      statistic: sum(blocks.x),
      parts: { blocks: Int32Array.from(blocks.blocks) },
      wanted: [blocks.greater],
    },
    {
      what: 'clusters',
      labels: Int32Array.from(clusters.labels),
      statistic: sum(clusters.x),
      parts: { clusters: Int32Array.from(clusters.clusters) },
      wanted: [clusters.greater],
    },
    {
      what: 'pairing of clusters',
      labels: positions(15),
      statistic: product(pairedClusters.x, pairedClusters.y),
      parts: { clusters: Int32Array.from(pairedClusters.clusters) },
      wanted: [pairedClusters.greater],
    },
  ]
  return asked.map(({ what, labels, statistic, parts, wanted }) => ({
    what,
    got: [permutationTest({ labels, statistic, ...parts, ...all }).p],
    wanted,
  }))
}

/** One case for each data set and each way of weighing, clusters or rows. */
const flipped =
  (
    got: (data: Parameters<typeof signFlipInterval>[0]) => readonly number[],
    wanted: (flipped: Flipped) => readonly number[],
  ): Golden['cases'] =>
  () =>
    values.signFlip.flatMap(({ differences, cluster, ...of }, i) =>
      (['rows', 'clusters'] as const).map((weigh) => ({
        what: `set ${i}, ${weigh} weigh alike`,
        got: got({
          differences: Float64Array.from(differences),
          clusters: Int32Array.from(cluster),
          weigh,
          tail: 0.05,
          ...all,
        }),
        wanted: wanted(of[weigh]),
      })),
    )

export const hypothesis: readonly Golden[] = [
  {
    name: 'benjaminiHochberg',
    oracle: r,
    measure: 'relative',
    cases: adjusted(benjaminiHochberg, 'benjaminiHochberg'),
  },
  {
    name: 'equivalenceTest',
    oracle: r,
    measure: 'relative',
    cases: () =>
      values.equivalence.map(({ p, interval90, ...ask }) => {
        const found = equivalenceTest({ ...ask, alpha: 0.05 })
        return { what: `df = ${ask.df}`, got: [found.p, ...found.interval], wanted: [p, ...interval90] }
      }),
  },
  { name: 'holm', oracle: r, measure: 'relative', cases: adjusted(holm, 'holm') },
  {
    name: 'mcnemarAsymptotic',
    oracle: oracle('hypothesis', 'R', 'statsmodels'),
    measure: 'relative',
    cases: pairs(
      (row) => {
        const found = mcnemarAsymptotic(row)
        return [found.chiSquare, found.p]
      },
      ({ chiSquare, p }) => [chiSquare, p],
    ),
  },
  {
    name: 'mcnemarExact',
    oracle: oracle('hypothesis', 'R', 'statsmodels'),
    measure: 'relative',
    cases: pairs(
      (row) => [mcnemarExact(row)],
      ({ exact }) => [exact],
    ),
  },
  {
    name: 'mcnemarMidP',
    oracle: r,
    measure: 'relative',
    cases: pairs(
      (row) => [mcnemarMidP(row)],
      ({ midP }) => [midP],
    ),
  },
  {
    name: 'permutationTest',
    oracle: oracle('hypothesis', 'scipy'),
    measure: 'relative',
    cases: () => [...twoSamples(), ...pairing()],
  },
  { name: 'permutationTest', oracle: fractions, measure: 'relative', cases: inParts },
  {
    name: 'signFlipInterval',
    oracle: fractions,
    measure: 'of the largest',
    cases: flipped(signFlipInterval, ({ interval90 }) => interval90),
  },
  {
    name: 'signFlipTest',
    oracle: fractions,
    measure: 'relative',
    cases: flipped(
      (data) => [
        signFlipTest({ ...data, alternative: 'two-sided' }).p,
        signFlipTest({ ...data, alternative: 'greater' }).p,
        signFlipTest({ ...data, alternative: 'less', nullValue: 1 }).p,
      ],
      ({ twoSided, greater, lessThanOne }) => [twoSided, greater, lessThanOne],
    ),
  },
]
