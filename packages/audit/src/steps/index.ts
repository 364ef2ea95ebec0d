import type { LibraryStep } from '../edit/edit.ts'
import { anchoring } from './anchoring.ts'
import { boundary } from './boundary.ts'
import { csls } from './csls.ts'
import { merging } from './merging.ts'
import type { RouterStep } from './routerStep.ts'
import { trimming } from './trimming.ts'

export { anchoring } from './anchoring.ts'
export { boundary } from './boundary.ts'
export { csls } from './csls.ts'
export { invertedSoftmax } from './invertedSoftmax.ts'
export { merging } from './merging.ts'
export { mutualProximity } from './mutualProximity.ts'
export type { RouterStep } from './routerStep.ts'
export { splitting } from './splitting.ts'
export { trimming } from './trimming.ts'
export { twoLevel } from './twoLevel.ts'

/**
 * Our four steps with their defaults, in the roles and the order of the paper's four: audit of nearest neighbours,
 * boundary rewriting, removal of abstract wording, anchoring.
 */
export const ourSteps: readonly LibraryStep[] = [merging(), boundary(), trimming(), anchoring()]

/** Our correction of hubs with its defaults. */
export const ourRouterStep: RouterStep = csls()
