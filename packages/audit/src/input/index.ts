export { readLibrary } from './readLibrary.ts'
export { readPicks } from './readPicks.ts'
export { readRequests } from './readRequests.ts'
export { findTriggerEvals } from './triggerEvals.ts'
