import { defineFigures } from '@lawbook/figures'
import { bySize } from './figures/bySize.ts'
import { regimes } from './figures/regimes.ts'
import { synergyByGap } from './figures/synergyByGap.ts'
import { wonByGap } from './figures/wonByGap.ts'

export default defineFigures('skills-capability-gap', [synergyByGap, wonByGap, regimes, bySize])
