import { fail, type Stream } from '@lawbook/base'

/** Points, equally likely, with mean 0 and variance 1 by which the residuals of a whole cluster are multiplied. */
export const points = {
  /** Rademacher's +-1: only 2^G vectors, enough from about 12 clusters. */
  rademacher: [-1, 1],
  /** The six points of Webb (2014, Reworking wild bootstrap based inference for clustered errors), for few clusters. */
  webb: [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)],
} as const

/** Names of the multipliers of a wild cluster bootstrap. */
export type Multipliers = keyof typeof points

/**
 * Vectors of one multiplier a cluster: `vectors` is B x G, row by row. `exact`: all sign vectors were listed, as
 * happens for Rademacher's points when 2^G <= draws. Of a vector and its negative, which give opposite t, only that
 * which begins with +1 is listed, so B = 2^(G - 1). Otherwise B = `draws` random vectors. Throws LB_DOMAIN unless draws
 * is an integer of at least 1.
 */
export function multiplierVectors({
  kind,
  clusters,
  draws,
  stream,
}: {
  kind: Multipliers
  clusters: number
  draws: number
  stream: Stream
}): { vectors: Float64Array; exact: boolean } {
  if (!Number.isInteger(draws) || draws < 1)
    fail('LB_DOMAIN', `cannot make ${draws} draws; give an integer of at least 1`)
  if (kind === 'rademacher' && clusters <= 30 && 1 << clusters <= draws) {
    const count = 1 << (clusters - 1)
    const vectors = new Float64Array(count * clusters)
    for (let b = 0; b < count; b++)
      for (let g = 0; g < clusters; g++) vectors[b * clusters + g] = g > 0 && ((b >> (g - 1)) & 1) === 1 ? -1 : 1
    return { vectors, exact: true }
  }
  const drawn = points[kind]
  const vectors = new Float64Array(draws * clusters)
  for (let i = 0; i < vectors.length; i++) vectors[i] = drawn[stream.integer(drawn.length)]!
  return { vectors, exact: false }
}
