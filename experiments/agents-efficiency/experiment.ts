import { agentRuns } from '@lawbook/agent-runs'
import { defineExperiment } from '@lawbook/experiment'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim A7, efficiency of 40 to 60 %: not testable as written; what its readings are. Rules: README.md. */
export default defineExperiment({
  id: 'agents-efficiency',
  title: 'Readings of agent efficiency',
  data: { runs: agentRuns },
  choices,
  quick: { draws: 399 },
  observe,
  run,
})
