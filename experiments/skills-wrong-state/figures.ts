import { defineFigures } from '@lawbook/figures'
import { effectByDependency } from './figures/effectByDependency.ts'
import { executedProducts } from './figures/executedProducts.ts'
import { routingByState } from './figures/routingByState.ts'

export default defineFigures('skills-wrong-state', [effectByDependency, routingByState, executedProducts])
