import { defineFigures } from '@lawbook/figures'
import { byLength } from './figures/byLength.ts'
import { gammaBySlope } from './figures/gammaBySlope.ts'
import { penalty } from './figures/penalty.ts'
import { positions } from './figures/positions.ts'
import { surface } from './figures/surface.ts'

/** The figures of the pipeline law. */
export default defineFigures('skills-pipeline-law', [surface, byLength, gammaBySlope, positions, penalty])
