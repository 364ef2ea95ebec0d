import { defineFigures } from '@lawbook/figures'
import { loopBySize } from './figures/loopBySize.ts'
import { realisedAgainstProduct } from './figures/realisedAgainstProduct.ts'
import { rescueBySize } from './figures/rescueBySize.ts'
import { residualByRouter } from './figures/residualByRouter.ts'
import { stateAgainstAlone } from './figures/stateAgainstAlone.ts'
import { stateByClass } from './figures/stateByClass.ts'
import { stateByRouter } from './figures/stateByRouter.ts'

export default defineFigures('skills-execution-law', [
  stateByClass,
  residualByRouter,
  rescueBySize,
  stateAgainstAlone,
  stateByRouter,
  realisedAgainstProduct,
  loopBySize,
])
