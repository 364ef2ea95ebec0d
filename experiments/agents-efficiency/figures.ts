import { defineFigures } from '@lawbook/figures'
import { solvedPerDollar, successAgainstCost } from './figures/perDollar.ts'
import { readingsAgainstBand } from './figures/readings.ts'
import { usefulShareByModel, usefulShareOpenHands } from './figures/usefulShare.ts'

export default defineFigures('agents-efficiency', [
  readingsAgainstBand,
  usefulShareByModel,
  usefulShareOpenHands,
  solvedPerDollar,
  successAgainstCost,
])
