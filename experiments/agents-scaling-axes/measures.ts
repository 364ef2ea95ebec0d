import type { Measure } from '@lawbook/schemas'
import {
  type Alternative,
  agentCountAlternatives,
  computeAlternatives,
  managedAlternatives,
  rawContextAlternatives,
  toolDepthAlternatives,
} from './alternatives.ts'
import { type AxisId, axisNames, unitsBy } from './axes.ts'
import type { AxesChoices } from './choices.ts'
import { mcpbenchMeasures, searchMeasures } from './missing.ts'
import type { Observed } from './observed.ts'
import { hasMissing, judgedAxis, partEstimate, partsOf } from './units.ts'

/** The measure of each axis by its id. */
export const measureIds: Readonly<Record<AxisId, string>> = {
  compute: 'compute-slope',
  'raw-context': 'raw-context-slope',
  'managed-context': 'managed-context-gain',
  'tool-depth': 'tool-depth-slope',
  'agent-count': 'agent-count-slope',
}

/** Every measure. `unsplit` has the budgets of another prompt in it. */
export function measuresOf(observed: Observed, unsplit: Observed, choices: AxesChoices): Measure[] {
  return [
    axisMeasure('compute', observed, 'sweeps', computeAlternatives(observed)),
    axisMeasure('raw-context', observed, 'benchmarks', rawContextAlternatives(observed, unsplit, choices)),
    axisMeasure('managed-context', observed, 'models, which share their tasks', managedAlternatives(observed)),
    axisMeasure('tool-depth', observed, 'ladders, or models if wider', toolDepthAlternatives(observed)),
    axisMeasure('agent-count', observed, 'sweeps', agentCountAlternatives(observed)),
    ...searchMeasures(observed),
    ...mcpbenchMeasures(observed, choices),
  ]
}

function axisMeasure(axis: AxisId, observed: Observed, units: string, alternatives: readonly Alternative[]): Measure {
  const kinds = unitsBy[axis]
  const parts = partsOf(axis, observed, kinds[0]!)
  const managed = axis === 'managed-context'
  return {
    id: measureIds[axis],
    title: `${axisNames[axis]}: ${managed ? 'gain' : 'slope of success in ln x'}, mean over ${parts.length} ${units.split(/[, ]/)[0]!}`,
    ...judgedAxis(axis, observed),
    method: `mean of ${managed ? 'changes' : 'least-squares slopes in ln x'}, Student over units${kinds.length > 1 ? ', the farthest limits' : ''}; a part's own interval resamples its tasks or runs`,
    resampled: `${units} (${kinds.map((unit) => partsOf(axis, observed, unit).length).join(', ')})`,
    n: parts.length,
    unit: managed ? 'points' : 'points per e-fold',
    evidence: 'published',
    parts: parts.map(partEstimate),
    alternatives: [...alternatives],
    ...(hasMissing(axis, observed)
      ? { bounds: { worst: judgedAxis(axis, observed, 'worst'), best: judgedAxis(axis, observed, 'best') } }
      : {}),
  }
}
