import { defineFigures } from '@lawbook/figures'
import { correlationNulls } from './figures/correlationNulls.ts'
import { modelErrors } from './figures/modelErrors.ts'
import { slopeAndRescue } from './figures/slopeAndRescue.ts'

export default defineFigures('skills-law-coupling', [slopeAndRescue, modelErrors, correlationNulls])
