import { defineExperiment } from '@lawbook/experiment'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims H1 to H4 and H15: does single-step routing accuracy fall along a line in ln N? The rules are in README.md. */
export default defineExperiment({
  id: 'skills-routing-law',
  title: 'Routing accuracy against library size',
  data: { library: skillLibrary, requests: skillRequests },
  choices,
  quick: { monteCarlo: [{ size: 10, draws: 20 }], replicates: 3 },
  observe,
  run,
})
