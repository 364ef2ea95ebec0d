export {
  type DependencyClass,
  dependencyClasses,
  type Executed,
  type Pipeline,
  type Pipelines,
  pipelineRequests,
} from '@lawbook/execution'
export { type ArmId, arms } from './arms.ts'
export { tieOrderKey, tieOrders } from './beaten.ts'
export { readCounts, shareRight, writeCounts } from './counts.ts'
export { type AskedPipeline, type PipelineEvidence, readEvidence } from './evidence.ts'
export { difficultPairs, judgedRouters, pairsOf } from './judged.ts'
export { observePipelines, pipelineLibrary, pipelineRows } from './observe.ts'
export { misled, type PlantedChain, type PlantedPair, type PlantedPipelines, plantedPipelines } from './planted.ts'
export { type TwoWay, type TwoWayStatistic, twoWayInterval } from './twoWay.ts'
