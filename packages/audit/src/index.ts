export { probesFromBodies } from './ask/probes.ts'
export { authorsSteps, authorsStepsOf } from './authors/authorsSteps.ts'
export { type Reading, releasedReading } from './authors/reading.ts'
export { auditCommand } from './cli/audit.ts'
export { fitCommand } from './cli/fit.ts'
export { processIo } from './cli/io.ts'
export { mostByChance } from './confuse/blackHoles.ts'
export { applyEdits, applySteps, revertEdits } from './edit/apply.ts'
export type { Edit, Edited, LibraryStep } from './edit/edit.ts'
export { sameWork } from './edit/sameWork.ts'
export { servedBy } from './edit/served.ts'
export { type EditedStanding, type EvaluateOptions, editedStandings } from './evaluate/standing.ts'
export {
  extrapolated,
  type Form,
  fittedSizes,
  forecast,
  forms,
  reachOf,
  type SizeCurve,
  type Spread,
} from './forecast/index.ts'
export {
  anchoring,
  boundary,
  csls,
  invertedSoftmax,
  merging,
  mutualProximity,
  ourRouterStep,
  ourSteps,
  splitting,
  trimming,
  twoLevel,
} from './steps/index.ts'
export type { RouterStep } from './steps/routerStep.ts'
