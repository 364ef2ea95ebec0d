import { type Stream, streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { permutationTest } from '../../src/hypothesis/permutation.ts'
import { reaches } from '../golden/agreement.ts'
import { hypothesis, meanDifference, values } from '../golden/hypothesis.ts'

const streams = streamsOf('permutation')
const stream = streams('unused')
const draws = 50_000

const positions = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i)

test('all arrangements agree with scipy: splits of two samples and pairings; with exact fractions: blocks and clusters', () =>
  reaches(hypothesis, 'permutationTest', 14))

test('all distinct arrangements are tried when there are no more than draws', () => {
  const { x, y } = values.twoSamples[0]!
  const labels = Int32Array.from([...x.map(() => 1), ...y.map(() => 0)])
  const difference = meanDifference([...x, ...y])
  const ask = { labels, statistic: difference, stream }
  const all = permutationTest({ ...ask, draws: 126 })
  expect(all).toMatchObject({ exact: true, arrangements: 126, observed: difference(labels) })
  expect(permutationTest({ ...ask, draws: 125 })).toMatchObject({ exact: false, arrangements: 125 })
})

test('blocks keep labels inside, clusters move as wholes: so many arrangements there are', () => {
  const { blocks, clusters, pairedClusters } = values
  const first = (labels: Int32Array): number => labels[0]!
  const arrangements = (labels: Int32Array, parts: { blocks?: Int32Array; clusters?: Int32Array }): number =>
    permutationTest({ labels, ...parts, statistic: first, draws, stream }).arrangements
  expect(arrangements(Int32Array.from(blocks.labels), { blocks: Int32Array.from(blocks.blocks) })).toBe(3 * 4 * 2)
  expect(arrangements(Int32Array.from(clusters.labels), { clusters: Int32Array.from(clusters.clusters) })).toBe(20)
  expect(arrangements(positions(15), { clusters: Int32Array.from(pairedClusters.clusters) })).toBe(120)
})

test('random arrangements obey blocks and clusters too', () => {
  const blocks = Int32Array.from({ length: 24 }, (_, i) => i % 3)
  const clusters = Int32Array.from({ length: 24 }, (_, i) => 100 - (i % 12))
  const labels = positions(24)
  const orders = new Set<string>()
  const statistic = (moved: Int32Array): number => {
    expect([...moved].sort((a, b) => a - b)).toEqual([...labels])
    for (const [i, label] of moved.entries()) {
      expect(label % 3).toBe(i % 3)
      expect(moved[(i + 12) % 24]).toBe((label + 12) % 24)
    }
    orders.add(moved.join())
    return 1
  }
  const found = permutationTest({ labels, blocks, clusters, statistic, draws: 200, stream: streams('inside') })
  expect(found).toEqual({ observed: 1, p: 1, exact: false, arrangements: 200 })
  expect(orders.size).toBeGreaterThan(190)
})

test('a random sample of arrangements comes close to all of them', () => {
  const { x, y } = values.twoSamples[2]!
  const labels = Int32Array.from([...x.map(() => 1), ...y.map(() => 0)])
  const ask = { labels, statistic: meanDifference([...x, ...y]), stream: streams('sample') }
  const exact = permutationTest({ ...ask, draws }).p
  const drawn = permutationTest({ ...ask, draws: 3000 })
  expect(drawn.exact).toBe(false)
  expect(Math.abs(drawn.p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 3000))
})

test('an observed arrangement that no random one reaches has p = 1 / (1 + draws), never 0', () => {
  const labels = positions(30)
  const statistic = (order: Int32Array): number => (order.every((label, i) => label === i) ? 1 : 0)
  const found = permutationTest({ labels, statistic, draws: 99, stream: streams('never') })
  expect(found).toEqual({ observed: 1, p: 1 / 100, exact: false, arrangements: 99 })
})

test('statistics that differ by rounding alone are ties', () => {
  // Sums in another order differ in the last digit.
  const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
  const labels = Int32Array.of(1, 0, 0, 0, 0, 1)
  let calls = 0
  const statistic = (): number => (calls++ === 0 ? 0.7 : 0.7 * (1 - 2e-16 * (calls % 3)))
  expect(permutationTest({ labels, statistic, draws, stream }).p).toBe(1)
  const low = permutationTest({ labels, statistic: (moved) => (moved[0] === 1 ? 1 : 1 - 1e-11), draws, stream })
  expect(low.p).toBeCloseTo(5 / 15, 14)
  expect(permutationTest({ labels, statistic: meanDifference(values), draws, stream }).p).toBeCloseTo(9 / 15, 14)
})

test('p is in (0, 1]; order of rows, shift and scale of values do not matter', () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 9 })
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 3 }), fc.integer({ min: -99, max: 99 }), (list, ones, shift) => {
      const labels = Int32Array.from(list, (_, i) => (i < ones ? 1 : 0))
      const ask = (rows: number[], which: Int32Array): number =>
        permutationTest({ labels: which, statistic: meanDifference(rows), draws, stream }).p
      const p = ask(list, labels)
      expect(p).toBeGreaterThan(0)
      expect(p).toBeLessThanOrEqual(1)
      expect(ask(list.slice().reverse(), labels.slice().reverse())).toBe(p)
      // A power of two keeps the statistic's digits; the shift is a whole number.
      expect(
        ask(
          list.map((value) => 4 * value),
          labels,
        ),
      ).toBe(p)
      if (new Set(list).size > 1 && Math.abs(meanDifference(list)(labels)) > 1e-6)
        expect(
          ask(
            list.map((value) => value + shift),
            labels,
          ),
        ).toBe(p)
    }),
  )
})

/** How often, in worlds without a difference, p is at most .05. */
function size(
  draws: number,
  world: (stream: Stream) => { values: number[]; labels: Int32Array; clusters?: Int32Array },
) {
  const worlds = 1500
  let rejected = 0
  for (let w = 0; w < worlds; w++) {
    const { values, ...rest } = world(streams('world', draws, w))
    const difference = meanDifference(values)
    const statistic = (labels: Int32Array): number => Math.abs(difference(labels))
    if (permutationTest({ ...rest, statistic, draws, stream: streams('draws', draws, w) }).p <= 0.05) rejected++
  }
  return { share: rejected / worlds, error: Math.sqrt((0.05 * 0.95) / worlds) }
}

test('under the null at most 5 % of tests reject, by random and by all arrangements, and with clusters', () => {
  const labels = Int32Array.from({ length: 12 }, (_, i) => i % 2)
  const skewed = (each: Stream): number => Math.exp(each.normal())
  const random = size(99, (each) => ({ values: Array.from(labels, () => skewed(each)), labels }))
  expect(random.share).toBeLessThan(0.05 + 3 * random.error)
  expect(random.share).toBeGreaterThan(0.05 - 4 * random.error)
  const eight = labels.subarray(0, 8)
  const all = size(70, (each) => ({ values: Array.from(eight, () => skewed(each)), labels: eight }))
  expect(all.share).toBeLessThan(0.05 + 3 * all.error)

  const clusters = Int32Array.from({ length: 36 }, (_, i) => Math.floor(i / 3))
  const treated = clusters.map((g) => g % 2)
  const world = (each: Stream) => {
    const shared = Array.from({ length: 12 }, () => 2 * each.normal())
    return { values: Array.from(clusters, (g) => shared[g]! + each.normal()), labels: treated }
  }
  const whole = size(101, (each) => ({ ...world(each), clusters }))
  expect(whole.share).toBeLessThan(0.05 + 3 * whole.error)
  expect(size(101, world).share).toBeGreaterThan(0.15)
})

test('what cannot be permuted is refused', () => {
  const labels = Int32Array.of(0, 1, 2)
  const statistic = (): number => 1
  const ask = { labels, statistic, draws: 10, stream }
  expect(() => permutationTest({ ...ask, draws: 0 })).toThrow('cannot make 0 draws')
  expect(() => permutationTest({ ...ask, draws: 2.5 })).toThrow('cannot make 2.5 draws')
  expect(() => permutationTest({ ...ask, labels: new Int32Array(0) })).toThrow('no rows')
  expect(() => permutationTest({ ...ask, blocks: Int32Array.of(0, 1) })).toThrow('3 labels came with 2 block')
  expect(() => permutationTest({ ...ask, clusters: Int32Array.of(0, 1) })).toThrow('3 labels came with 2 cluster')
  expect(() => permutationTest({ ...ask, clusters: Int32Array.of(0, 0, 1) })).toThrow('clusters of 2 and 1 rows')
  expect(() => permutationTest({ ...ask, clusters: Int32Array.of(0, 0, 1), blocks: Int32Array.of(4, 5, 5) })).toThrow(
    'cluster 0 has rows in blocks 4 and 5',
  )
  expect(() => permutationTest({ ...ask, statistic: () => Number.NaN })).toThrow('the statistic is NaN')
})
