import { defineExperiment } from '@lawbook/experiment'
import { skillLibrary } from '@lawbook/skill-library'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { skillRequests } from '@lawbook/skill-requests'
import { wordVectors } from '@lawbook/word-vectors'
import { allSteps } from './arms.ts'
import { choices } from './choices.ts'
import { observeWith } from './observe.ts'
import { run } from './run.ts'

/** Claims H9, H10 and H21: what editing a library by law does to routing, and what our own edits do. Rules: README.md. */
export default defineExperiment({
  id: 'skills-law-guided-optimization',
  title: 'Routing before and after a library was edited by law',
  data: { library: skillLibrary, requests: skillRequests, pipelines: skillPipelines, wordVectors },
  choices,
  quick: { routers: ['bm25', 'naive-bayes'], placebos: 1, replicates: 3 },
  observe: observeWith(allSteps),
  run,
})
