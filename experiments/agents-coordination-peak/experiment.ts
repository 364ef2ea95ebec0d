import { agentRuns } from '@lawbook/agent-runs'
import { defineExperiment } from '@lawbook/experiment'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims A6, K10 and K11: is there a best number of agents, and who gains by a team? Rules: README.md. */
export default defineExperiment({
  id: 'agents-coordination-peak',
  title: 'Where teams of agents peak, and who gains by one',
  data: { runs: agentRuns },
  choices,
  quick: { replicates: 5, cellReplicates: 10 },
  observe,
  run,
})
