import { agentRuns } from '@lawbook/agent-runs'
import { defineExperiment } from '@lawbook/experiment'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim A3: do laws in time or money that were fitted elsewhere predict held-out tasks? Rules: README.md. */
export default defineExperiment({
  id: 'agents-heldout-prediction',
  title: 'Held-out tasks predicted from resources',
  data: { runs: agentRuns },
  choices,
  quick: { draws: 499, replicates: 5, shuffles: 20 },
  observe,
  run,
})
