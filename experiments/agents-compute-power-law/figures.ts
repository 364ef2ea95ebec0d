import { defineFigures } from '@lawbook/figures'
import { localExponents, truncatedRuns } from './figures/exponents.ts'
import { threeParameterForms, twoParameterForms } from './figures/forecasts.ts'
import { heldOutError, largestDeviations } from './figures/judged.ts'
import { acrossAgents, heavyTailControl } from './figures/others.ts'

export default defineFigures('agents-compute-power-law', [
  twoParameterForms,
  threeParameterForms,
  heldOutError,
  largestDeviations,
  localExponents,
  truncatedRuns,
  acrossAgents,
  heavyTailControl,
])
