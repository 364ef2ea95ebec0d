export {
  type Choices,
  type DataHandle,
  defineExperiment,
  type Evidence,
  type Experiment,
  type Findings,
  noEvidence,
  type ObserveContext,
  type Progress,
  type RunContext,
} from './define.ts'
export { type Fidelity, type Finished, type RunOptions, runExperiment } from './runExperiment.ts'
export { resultFiles, writeResult } from './write.ts'
