import { defineFigures } from '@lawbook/figures'
import { cellsAgainstNoise } from './figures/cellsAgainstNoise.ts'
import { costExponents } from './figures/costExponents.ts'
import { exponents } from './figures/exponents.ts'
import { independentJobs } from './figures/independentJobs.ts'
import { reference } from './figures/reference.ts'
import { speedUp } from './figures/speedUp.ts'
import { superlinearCells } from './figures/superlinearCells.ts'

export default defineFigures('agents-parallel-speedup', [
  speedUp,
  exponents,
  superlinearCells,
  cellsAgainstNoise,
  independentJobs,
  costExponents,
  reference,
])
