export { hillLaw, powerLaw, signalDetectionLaw } from './beatProbability.ts'
export { unequalPackages } from './clusters.ts'
export { logLaw, noDecayLaw } from './directLaws.ts'
export { drawRanks, drawRouters } from './drawRanks.ts'
export { nullLaw } from './nullLaw.ts'
export { peak } from './peak.ts'
export { type PlantedCurve, plantedCurve } from './plantedCurve.ts'
export type { PlantedLaw } from './plantedLaw.ts'
export {
  type PlantedPipelines,
  pipelineTruth,
  plantedPipelines,
  stepsByRescue,
  stepsByResidual,
  type TwoSteps,
} from './plantedPipelines.ts'
export { type PlantedTasks, plantedTasks, type TaskWorld, taskDifference } from './plantedTasks.ts'
export { type PlantedTeams, plantedTeams } from './plantedTeams.ts'
export { type PlantedTrials, plantedTrials } from './plantedTrials.ts'
export type { PlantedRank, RankLaw } from './rankLaw.ts'
export { coverage, coverageOf, type PlantedAttempts, plantedAttempts, type TaskRates } from './repeatedSampling.ts'
export { shuffledRanks, shuffledSizes } from './shuffled.ts'
export { type SimulatedTeams, simulatedTeams, type TeamTruth, teamTruth } from './simulatedTeams.ts'
export type { TeamWork } from './teamWork.ts'
export { type Need, type TextLibrary, textLibrary } from './textLibrary.ts'
export { worldRow } from './worldRow.ts'
