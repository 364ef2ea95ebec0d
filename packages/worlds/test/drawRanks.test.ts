import { streamsOf } from '@lawbook/base'
import { normalQuantile } from '@lawbook/estimators'
import { expect, test } from 'vitest'
import { drawRanks, drawRouters, type RankLaw } from '../src/index.ts'

const steps = 1e6

/** A law that hands the quantile back as the rank. */
const probe: RankLaw = {
  id: 'no-decay',
  competitors: steps,
  accuracy: () => 1,
  rank: (u) => ({ beaten: Math.floor(u * steps), ties: 0, matched: steps, targetMatched: true }),
}

test.each([0, 0.4, 1])('quantiles are uniform and the normal scores of a cluster correlate by rho = %d', (rho) => {
  const pairs = 20_000
  const clusters = Int32Array.from({ length: 2 * pairs }, (_, i) => i >> 1)
  const ranks = drawRanks(probe, clusters, rho, streamsOf('drawRanks.test')('copula', rho))
  const z = ranks.map(({ beaten }) => normalQuantile((beaten + 0.5) / steps))
  const squares = z.reduce((sum, value) => sum + value * value, 0) / z.length
  let products = 0
  for (let i = 0; i < z.length; i += 2) products += z[i]! * z[i + 1]!
  // Standard errors: sqrt(2/20,000) = 0.01 for the squares of 20,000 clusters, sqrt(2/20,000) at most for the products.
  expect(Math.abs(squares - 1)).toBeLessThan(0.04)
  expect(Math.abs(products / pairs - rho)).toBeLessThan(0.04)
})

test('routers asked the same request are alike by the correlation that is set, and each still follows the law', () => {
  const requests = 20_000
  const [first, second] = drawRouters(probe, {
    clusters: Int32Array.from({ length: requests }, (_, i) => i),
    withinCluster: 0.1,
    withinRequest: 0.5,
    routers: 2,
    stream: streamsOf('drawRanks.test')('routers'),
  }).map((ranks) => ranks.map(({ beaten }) => normalQuantile((beaten + 0.5) / steps)))
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / requests
  // A cluster of one request is shared by its routers as well: 0.1 + 0.5.
  expect(Math.abs(mean(first!.map((z, i) => z * second![i]!)) - 0.6)).toBeLessThan(0.04)
  expect(Math.abs(mean(second!.map((z) => z * z)) - 1)).toBeLessThan(0.04)
})
