import { defineFigures } from '@lawbook/figures'
import { transferFigures } from '@lawbook/transfer-figures'

export default defineFigures(
  'skills-clawbench-transfer',
  transferFigures({ tasks: 'tasks of our own in ClawBench’s layout', metric: 'strict pass rate', column: 'strict' }),
)
