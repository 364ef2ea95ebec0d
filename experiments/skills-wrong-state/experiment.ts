import { defineExperiment } from '@lawbook/experiment'
import { pipelineVectors } from '@lawbook/pipeline-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claim H19 and law L11: what does a wrong executed state do to the next step? Rules: README.md. */
export default defineExperiment({
  id: 'skills-wrong-state',
  title: 'What a wrong executed state does to the next step, by dependency',
  data: { library: skillLibrary, pipelines: skillPipelines, vectors: pipelineVectors },
  choices,
  quick: { replicates: 5 },
  observe,
  run,
})
