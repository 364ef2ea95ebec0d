import { capabilityElsewhere } from './capability.ts'
import { type Design, fixedDesign, ones, trainedDesign } from './design.ts'
import { centred, type Sample } from './sample.ts'

/** What predicts systems on a held-out benchmark. */
export type CrossPredictor = 'resources' | 'capability'

/** The design for the level on a held-out benchmark: 1, ln cost, and the capability on other benchmarks. */
export function crossDesign(predictor: CrossPredictor, sample: Sample): Design {
  if (predictor === 'resources') return fixedDesign([ones(sample), sample.x])
  return trainedDesign(3, (leftOut) => [ones(sample), sample.x, capabilityElsewhere(sample, leftOut)])
}

/** The same when both sides lose their mean on the benchmark: who on it does better than whom. */
export function centredCrossDesign(predictor: CrossPredictor, sample: Sample): Design {
  const cost = centred(sample.x, sample.unit)
  if (predictor === 'resources') return fixedDesign([cost])
  return trainedDesign(2, (leftOut) => {
    const capability = capabilityElsewhere(sample, leftOut)
    return [cost, centred(capability, sample.unit)]
  })
}
