import { clusterJackknife, type Nested, nestedIntervals } from '@lawbook/estimators'
import type { Drawn } from './median.ts'

/**
 * The geometric standard deviation exp(sd ln x) of positive numbers. Numbers in [l, h] have at most sqrt(h / l) (the
 * standard deviation of ln x is at most half its range, Popoviciu 1935). Interval: delete-one-model jackknife and
 * Student on the scale of ln sd.
 */
export function geometricSpread(agents: readonly Drawn[]): Nested {
  const models = [...new Set(agents.map(({ model }) => model))]
  const clusters = Int32Array.from(agents, ({ model }) => models.indexOf(model))
  const { value, se, df } = clusterJackknife({
    clusters,
    statistic: (leftOut) => {
      const kept = agents.filter((_, i) => clusters[i] !== leftOut)
      return Float64Array.of(Math.log(deviation(kept.map((agent) => Math.log(agent.value)))))
    },
  })
  const transform = { forward: (x: number) => Math.log(Math.log(x)), inverse: (t: number) => Math.exp(Math.exp(t)) }
  return nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'two', transform })
}

/**
 * The standard deviation as a description of these numbers: divided by their count, so that half the range bounds it.
 */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length)
}

/** The largest share of numbers that one band [l, ratio l] holds, wherever it is put. */
export function largestShareInBand(values: readonly number[], ratio: number): number {
  const held = values.map((low) => values.filter((value) => value >= low && value <= ratio * low).length)
  return Math.max(...held) / values.length
}
