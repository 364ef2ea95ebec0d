import { agentRuns } from '@lawbook/agent-runs'
import { defineExperiment } from '@lawbook/experiment'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim A4: does more effort a step, a longer run, or more agents at once improve what it is said to? Rules: README.md. */
export default defineExperiment({
  id: 'agents-scaling-regimes',
  title: 'Effort a step, longer runs, more agents at once',
  data: { runs: agentRuns },
  choices,
  quick: { replicates: 10 },
  observe,
  run,
})
