import { agentRuns } from '@lawbook/agent-runs'
import { defineExperiment } from '@lawbook/experiment'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim 5 of the summary: do several agents finish parallel work faster than their number? Rules: README.md. */
export default defineExperiment({
  id: 'agents-parallel-speedup',
  title: 'Speed-up and cost against the number of agents',
  data: { runs: agentRuns },
  choices,
  quick: { nullDraws: 49, peakDraws: 20, replicates: 5 },
  observe,
  run,
})
