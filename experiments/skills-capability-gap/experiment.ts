import { defineExperiment } from '@lawbook/experiment'
import { pipelineVectors } from '@lawbook/pipeline-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims H18 and H20: does an executed state help more where the first step is far easier? Rules: README.md. */
export default defineExperiment({
  id: 'skills-capability-gap',
  title: 'Synergy of two steps against the gap between them',
  data: { library: skillLibrary, pipelines: skillPipelines, vectors: pipelineVectors },
  choices,
  quick: { replicates: 5 },
  observe,
  run,
})
