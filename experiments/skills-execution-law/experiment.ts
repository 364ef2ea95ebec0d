import { defineExperiment } from '@lawbook/experiment'
import { pipelineVectors } from '@lawbook/pipeline-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims H6 and H7: are two choices multiplicative before a state exists, and does an executed state help? Rules: README.md. */
export default defineExperiment({
  id: 'skills-execution-law',
  title: 'Two choices in a row, before and after the first is executed',
  data: { library: skillLibrary, pipelines: skillPipelines, vectors: pipelineVectors },
  choices,
  quick: { replicates: 5 },
  observe,
  run,
})
