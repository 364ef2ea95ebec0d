import { defineExperiment } from '@lawbook/experiment'
import { pipelineVectors } from '@lawbook/pipeline-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims H16 and H17: how does the accuracy of a whole plan fall with its length? Rules: README.md. */
export default defineExperiment({
  id: 'skills-pipeline-law',
  title: 'Accuracy of whole plans against their length',
  data: { library: skillLibrary, pipelines: skillPipelines, vectors: pipelineVectors },
  choices,
  quick: { permutations: 99, replicates: 5 },
  observe,
  run,
})
