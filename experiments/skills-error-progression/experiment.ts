import { defineExperiment } from '@lawbook/experiment'
import { sentenceVectors } from '@lawbook/sentence-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { wordSynonyms } from '@lawbook/word-synonyms'
import { wordVectors } from '@lawbook/word-vectors'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** Claims H5, H22 and H23: what kind of skill is picked instead of the right one as libraries grow? Rules: README.md. */
export default defineExperiment({
  id: 'skills-error-progression',
  title: 'What wrong picks are, against library size',
  data: { library: skillLibrary, requests: skillRequests, wordVectors, sentenceVectors, synonyms: wordSynonyms },
  choices,
  quick: { nullDraws: 40, replicates: 3 },
  observe,
  run,
})
