import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { clusterBootstrap } from '../../src/interval/clusterBootstrap.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { studentInterval } from '../../src/interval/student.ts'
import { wildClusterBootstrap } from '../../src/interval/wildClusterBootstrap.ts'

const streams = streamsOf('test')
const noise = streams('noise')
const clusters = Int32Array.from({ length: 600 }, (_, i) => i % 60)
const effects = Float64Array.from({ length: 60 }, () => noise.normal())
const values = Float64Array.from(clusters, (g) => 3 + effects[g]! + noise.normal())
const weighted = (weights: Float64Array): number =>
  weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0) / weights.reduce((sum, weight) => sum + weight, 0)
const ask = { clusters, draws: 4000, tail: 0.05 }

test('with many equal clusters both bootstraps agree with the Student interval', () => {
  const [lo, hi] = studentInterval({ ...clusterMean({ values, clusters }), tail: 0.05 })
  const percentile = clusterBootstrap({ ...ask, statistic: weighted, stream: streams('percentile') })
  const webb = wildClusterBootstrap({ ...ask, values, weights: 'webb', stream: streams('webb') })
  const signs = wildClusterBootstrap({ ...ask, values, weights: 'rademacher', stream: streams('signs') })
  for (const interval of [percentile, webb, signs]) {
    expect(Math.abs(interval[0] - lo)).toBeLessThan(0.06 * (hi - lo))
    expect(Math.abs(interval[1] - hi)).toBeLessThan(0.06 * (hi - lo))
  }
})

test('the same stream gives the same interval, and numbering of clusters does not matter', () => {
  const again = (ids: Int32Array) =>
    clusterBootstrap({ ...ask, clusters: ids, statistic: weighted, stream: streams('same') })
  expect(again(clusters)).toEqual(again(clusters.map((g) => 7 * g + 2)))
})

test('a statistic that is not finite on a draw is refused', () => {
  const statistic = (): number => Number.NaN
  expect(() => clusterBootstrap({ ...ask, statistic, stream: streams('nan') })).toThrow('is NaN in draw 0')
})
