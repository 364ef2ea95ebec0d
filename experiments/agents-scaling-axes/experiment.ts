import { agentRuns } from '@lawbook/agent-runs'
import { defineExperiment } from '@lawbook/experiment'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim A2: does success rise with compute, context, tool calls and the number of agents? Rules: README.md. */
export default defineExperiment({
  id: 'agents-scaling-axes',
  title: 'What success does along each scaling axis',
  data: { runs: agentRuns },
  choices,
  quick: { replicates: 10 },
  observe,
  run,
})
