import { defineFigures } from '@lawbook/figures'
import { transferFigures } from '@lawbook/transfer-figures'

export default defineFigures(
  'skills-clawmark-transfer',
  transferFigures({ tasks: 'tasks of our own in ClawMark’s layout', metric: 'weighted score', column: 'declared' }),
)
