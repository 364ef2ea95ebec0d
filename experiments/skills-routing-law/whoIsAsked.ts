import { chosenPointwise, chosenRouters, type PointwiseRouter, type Router } from '@lawbook/routers'
import type { RoutingChoices } from './choices.ts'

type Named = Pick<RoutingChoices, 'routers'>

/** Those that score skill by skill: they have exact curves. */
export function pointwiseRouters({ routers }: Named): PointwiseRouter[] {
  return chosenRouters(routers).filter((router) => router.kind === 'pointwise')
}

/** Those that must see their candidates together: they are asked in drawn libraries. */
export function listwiseRouters({ routers }: Named): Extract<Router, { kind: 'listwise' }>[] {
  return chosenRouters(routers).filter((router) => router.kind === 'listwise')
}

/** Those that are fitted anew to drawn libraries. */
export function refittedRouters({ routers, refit }: Named & Pick<RoutingChoices, 'refit'>): PointwiseRouter[] {
  return chosenPointwise(refit.routers.filter((id) => routers.includes(id)))
}
