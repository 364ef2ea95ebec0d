import { fail, nearMisses } from '@lawbook/base'
import { routers } from './registry.ts'
import type { PointwiseRouter, Router } from './router.ts'

/** The routers with these ids, in this order; an id that no router has throws LB_DANGLING and names those nearby. */
export function chosenRouters(ids: readonly string[]): Router[] {
  const known = routers.map(({ id }) => id)
  return ids.map((id) => {
    const router = routers.find((candidate) => candidate.id === id)
    if (router !== undefined) return router
    const near = nearMisses(id, known)
    const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''
    return fail('LB_DANGLING', `there is no router "${id}"; there are ${known.join(', ')}${hint}`)
  })
}

/** The same, each of which must score skill by skill: only then is there an exact curve. LB_DOMAIN for a listwise one. */
export function chosenPointwise(ids: readonly string[]): PointwiseRouter[] {
  return chosenRouters(ids).map((router) =>
    router.kind === 'pointwise'
      ? router
      : fail(
          'LB_DOMAIN',
          `the router ${router.id} must see its candidates together: it has no exact curve; leave it out`,
        ),
  )
}

const dear = { fast: 0, library: 1, slow: 2 } as const

/** The ids of all pointwise routers that cost at most this much, kin by kin, the plainest of a kin first. */
export function routersUpTo(cost: Router['cost']): string[] {
  return routers.filter((router) => router.kind === 'pointwise' && dear[router.cost] <= dear[cost]).map(({ id }) => id)
}
