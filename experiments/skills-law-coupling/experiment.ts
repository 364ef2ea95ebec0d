import { defineExperiment } from '@lawbook/experiment'
import { pipelineVectors } from '@lawbook/pipeline-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim H8: does the slope of the routing law predict how much an executed state helps? Rules: README.md. */
export default defineExperiment({
  id: 'skills-law-coupling',
  title: 'The slope of the routing law and the rescue by an executed state',
  data: { library: skillLibrary, pipelines: skillPipelines, vectors: pipelineVectors },
  uses: { routing: 'skills-routing-law' },
  choices,
  quick: { replicates: 3, correlated: 10, permutations: 99 },
  observe,
  run,
})
