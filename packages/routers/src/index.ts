export { type Choice, chooseAmong, tieKey } from './choose.ts'
export { chosenPointwise, chosenRouters, routersUpTo } from './chosen.ts'
export { registerRouters, routers } from './registry.ts'
export {
  defineRouter,
  type FittedListwise,
  type FittedPointwise,
  type Kin,
  type ListwiseRouter,
  type PointwiseRouter,
  type Router,
  type Scores,
} from './router.ts'
export { rowProducts } from './rowProducts.ts'
