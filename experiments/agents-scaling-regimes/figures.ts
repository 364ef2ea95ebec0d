import { defineFigures } from '@lawbook/figures'
import { coverageAndSelection } from './figures/coverageAndSelection.ts'
import { effortPairs } from './figures/effortPairs.ts'
import { hardlyFalls } from './figures/hardlyFalls.ts'
import { parallelThroughput } from './figures/parallelThroughput.ts'
import { repeatedTrials } from './figures/repeatedTrials.ts'
import { sequentialBudgets } from './figures/sequentialBudgets.ts'
import { unionOfModels } from './figures/unionOfModels.ts'

export default defineFigures('agents-scaling-regimes', [
  effortPairs,
  sequentialBudgets,
  parallelThroughput,
  coverageAndSelection,
  repeatedTrials,
  unionOfModels,
  hardlyFalls,
])
