import { defineFigures } from '@lawbook/figures'
import { accuracyBySize } from './figures/accuracy.ts'
import { rivalForms } from './figures/forms.ts'
import { listwise, refits, twins } from './figures/otherArms.ts'
import { beyondTheLibrary, serversForSkills } from './figures/servers.ts'
import { slopeByRouter, slopeByStratum } from './figures/slopes.ts'
import { structure } from './figures/structure.ts'

export default defineFigures('skills-routing-law', [
  accuracyBySize,
  slopeByRouter,
  rivalForms,
  structure,
  beyondTheLibrary,
  serversForSkills,
  listwise,
  refits,
  twins,
  slopeByStratum,
])
