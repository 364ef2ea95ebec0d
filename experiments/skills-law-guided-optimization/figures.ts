import { defineFigures } from '@lawbook/figures'
import { curves } from './figures/curves.ts'
import { elsewhere } from './figures/elsewhere.ts'
import { hijack } from './figures/hijack.ts'
import { orders } from './figures/orders.ts'
import { placebo } from './figures/placebo.ts'
import { routers } from './figures/routers.ts'
import { shapley } from './figures/shapley.ts'
import { steps } from './figures/steps.ts'
import { variants } from './figures/variants.ts'

export default defineFigures('skills-law-guided-optimization', [
  steps,
  curves,
  hijack,
  shapley,
  routers,
  placebo,
  orders,
  elsewhere,
  variants,
])
