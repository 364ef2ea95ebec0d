export { type Bundle, bundleSkill } from './bundle.ts'
export { type Judgement, runCheck } from './check.ts'
export type { Files } from './files.ts'
export type { Execution } from './outcome.ts'
export { placeboOf } from './pipeline/placebo.ts'
export {
  type Accepted,
  type DependencyClass,
  dependencyClasses,
  type ExecutableSkill,
  type Executed,
  type Pipeline,
  type PipelineStep,
  type Pipelines,
  type WrongState,
} from './pipeline/records.ts'
export { afterAccepted, type Condition, pipelineRequests, requestId } from './pipeline/requests.ts'
export { openRunner, type Runner, type Task } from './runner.ts'
export { stateOf } from './state.ts'
export { stateText } from './stateText.ts'
export { type Tally, tally } from './tally.ts'
