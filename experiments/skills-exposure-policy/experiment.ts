import { defineExperiment } from '@lawbook/experiment'
import { sentenceVectors } from '@lawbook/sentence-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { wordSynonyms } from '@lawbook/word-synonyms'
import { wordVectors } from '@lawbook/word-vectors'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims H14 and H24: how much exposure policy, granularity and structure do beside the router. Rules: README.md. */
export default defineExperiment({
  id: 'skills-exposure-policy',
  title: 'Routing accuracy by what a listing shows and how it is structured',
  data: { library: skillLibrary, requests: skillRequests, wordVectors, sentenceVectors, synonyms: wordSynonyms },
  choices,
  quick: { draws: choices.ladder.map((size) => ({ size, draws: 2 })), orders: 50, replicates: 3 },
  observe,
  run,
})
