import { defineExperiment } from '@lawbook/experiment'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims of our own: which form forecasts accuracy beyond today's size, how surely, and what probes from bodies hide. */
export default defineExperiment({
  id: 'skills-size-forecast',
  title: 'Forecasting accuracy at twice and four times today’s library',
  data: { library: skillLibrary, requests: skillRequests },
  choices,
  quick: { draws: [{ upTo: 140, draws: 2 }], replicates: 2, plantedSkills: [35] },
  observe,
  run,
})
