import { streamsOf } from '@lawbook/base'
import { log } from '@lawbook/estimators'
import { describe, expect, it } from 'vitest'
import { drawn, type Noise } from '../../src/fit/simulate.ts'

const draws = 4000
const law = { law: log, theta: Float64Array.of(0.7, 0) }

function moments(noise: Noise) {
  const stream = streamsOf('simulate')('moments')
  const values = Array.from({ length: draws }, () => drawn(law, [{ x: 10, noise }], stream)[0]!)
  const mean = values.reduce((sum, value) => sum + value, 0) / draws
  return {
    values,
    mean,
    sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / draws),
  }
}

describe('a simulated point', () => {
  it.each<[string, Noise, number]>([
    ['few trials, counted', { trials: 20 }, Math.sqrt(0.21 / 20)],
    ['many trials', { trials: 1000 }, Math.sqrt(0.21 / 1000)],
    ['a standard error', { se: 0.05 }, 0.05],
  ])('of %s has the mean of its law and the spread of its noise', (_, noise, spread) => {
    const { mean, sd } = moments(noise)
    expect(Math.abs(mean - 0.7)).toBeLessThan((4 * spread) / Math.sqrt(draws))
    expect(Math.abs(sd / spread - 1)).toBeLessThan(4 / Math.sqrt(2 * draws))
  })

  it('of trials is a share of them, also where the law leaves [0, 1]', () => {
    for (const value of moments({ trials: 20 }).values)
      expect(Math.abs(20 * value - Math.round(20 * value))).toBeLessThan(1e-9)
    const high = { law: log, theta: Float64Array.of(1.3, 0) }
    const stream = streamsOf('simulate')('edge')
    for (const trials of [20, 100_000]) expect(drawn(high, [{ x: 10, noise: { trials } }], stream)[0]).toBe(1)
  })
})
