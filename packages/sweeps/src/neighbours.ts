import { fail } from '@lawbook/base'
import { tieKey } from '@lawbook/routers'
import { type Library, similarityMatrix } from '@lawbook/skills'
import type { RequestCurves } from './exactAccuracy.ts'
import { checkSizes } from './hypergeometric.ts'
import { type RankMatrix, unmatched } from './ranks.ts'

/**
 * For each skill all others, the most similar first; equal similarities in the order of a hash of both ids, so that
 * nobody gains from a name. `similarity` is n x n, row-major, higher is nearer; n is the size of the library, LB_DOMAIN
 * otherwise and where a value is NaN.
 */
export function neighbourOrders(similarity: Float64Array, { skills }: Library): Int32Array[] {
  const n = skills.length
  if (similarity.length !== n * n)
    fail('LB_DOMAIN', `${similarity.length} similarities do not make a square of ${n} skills; give ${n * n}`)
  if (similarity.some(Number.isNaN)) fail('LB_DOMAIN', 'a similarity is NaN; similarities are finite numbers')
  return skills.map(({ id }, i) => {
    const row = similarity.subarray(i * n, (i + 1) * n)
    const keys = Float64Array.from(skills, (other) => tieKey(id, other.id))
    return Int32Array.from({ length: n - 1 }, (_, j) => (j < i ? j : j + 1)).sort(
      (a, b) => row[b]! - row[a]! || keys[a]! - keys[b]! || a - b,
    )
  })
}

/**
 * For each skill all others, the most similar first, by the TF-IDF cosine of name and description: the similarity that
 * families are made of (`similarityFamilies`).
 */
export function nearestFirst(library: Library): Int32Array[] {
  const texts = library.skills.map(({ name, description }) => `${name} ${description}`)
  return neighbourOrders(similarityMatrix(texts), library)
}

/**
 * What happens to each request when its right skill stands among the first N - 1 of an order of the others, one order a
 * skill: P(right) = 1/(1 + ties) if none of them beats it, else 0. Nothing is drawn. With `neighbourOrders` these are
 * adversarial libraries; with its orders reversed, the easiest ones. Their similarity changes with N, so a slope of this
 * curve is not the b of random libraries. Sizes in [1, S], else LB_DOMAIN.
 */
export function orderedCurve(
  { requests, skills, ranks, targets }: RankMatrix,
  orders: readonly Int32Array[],
  sizes: readonly number[],
): RequestCurves {
  checkSizes(sizes, skills)
  if (orders.length !== skills || orders.some((order) => order.length !== skills - 1))
    fail('LB_DOMAIN', `the orders do not fit ${skills} skills; give one a skill, of all ${skills - 1} others`)
  const right = new Float64Array(requests * sizes.length)
  const abstain = new Float64Array(requests * sizes.length)
  for (let i = 0; i < requests; i++) {
    const row = ranks.subarray(i * skills, (i + 1) * skills)
    const own = row[targets[i]!]!
    const order = orders[targets[i]!]!
    sizes.forEach((size, k) => {
      let tied = 0
      let at = 0
      for (; at < size - 1; at++) {
        const rank = row[order[at]!]!
        if (rank < own) return
        if (rank === own) tied++
      }
      if (own === unmatched) abstain[i * sizes.length + k] = 1
      else right[i * sizes.length + k] = 1 / (1 + tied)
    })
  }
  return { sizes, right, abstain }
}
