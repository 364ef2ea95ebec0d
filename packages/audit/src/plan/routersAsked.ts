import type { PointwiseRouter } from '@lawbook/routers'
import type { Base } from './contest.ts'

/** Routers, and what each of them makes of the requests in the library as it is. */
export type RoutersAsked = { readonly routers: readonly PointwiseRouter[]; readonly bases: readonly Base[] }

/**
 * The routers that choose edits: those that count words, which are quick. What an edit brings is measured by all of
 * them.
 */
export function quickOnes({ routers, bases }: RoutersAsked): RoutersAsked {
  const quick = routers.map(({ kin }) => kin !== 'characters' && kin !== 'sentence encoder')
  if (!quick.includes(true)) return { routers, bases }
  return { routers: routers.filter((_, r) => quick[r]), bases: bases.filter((_, r) => quick[r]) }
}
