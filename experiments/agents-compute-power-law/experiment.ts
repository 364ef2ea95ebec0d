import { agentRuns } from '@lawbook/agent-runs'
import { defineExperiment } from '@lawbook/experiment'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim A1: is success, or its error, a power of the compute budget? The rules are in README.md. */
export default defineExperiment({
  id: 'agents-compute-power-law',
  title: 'Power laws of success and error in the compute budget',
  data: { runs: agentRuns },
  choices,
  quick: { draws: 20, longDraws: 20, replicates: 5 },
  observe,
  run,
})
