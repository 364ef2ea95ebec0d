import { defineFigures } from '@lawbook/figures'
import { accuracyByPolicy } from './figures/accuracyByPolicy.ts'
import { budgets } from './figures/budgets.ts'
import { spread } from './figures/spread.ts'
import { structure } from './figures/structure.ts'

export default defineFigures('skills-exposure-policy', [accuracyByPolicy, budgets, structure, spread])
