import type { Stream } from '@lawbook/base'
import { type Law, predict } from '@lawbook/estimators'

/** How a simulated point is spread around its law: a share of trials, or a normal error. */
export type Noise = { readonly trials: number } | { readonly se: number }
export type NoisyPoint = { readonly x: number; readonly noise: Noise }

/** A law with parameters that curves are drawn from, and that refits start at. */
export type KnownLaw = { readonly law: Law; readonly theta: Float64Array }

/** Values of the law at the points with noise drawn from the stream. */
export function drawn({ law, theta }: KnownLaw, points: readonly NoisyPoint[], stream: Stream): Float64Array {
  const values = predict(
    law,
    Float64Array.from(points, ({ x }) => x),
    theta,
  )
  return values.map((value, i) => {
    const { noise } = points[i]!
    return 'se' in noise ? value + noise.se * stream.normal() : shareOf(value, noise.trials, stream)
  })
}

/** Where the normal curve is close enough to the binomial one, and counting trials takes too long. */
const manyEnough = 50
const tooMany = 20_000

function shareOf(value: number, trials: number, stream: Stream): number {
  const p = Math.min(Math.max(value, 0), 1)
  const spread = Math.sqrt(trials * p * (1 - p))
  if (spread * spread >= manyEnough || trials > tooMany)
    return Math.min(Math.max(Math.round(trials * p + spread * stream.normal()), 0), trials) / trials
  let successes = 0
  for (let k = 0; k < trials; k++) if (stream.uniform() < p) successes++
  return successes / trials
}
