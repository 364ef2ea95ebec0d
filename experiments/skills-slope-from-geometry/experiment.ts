import { defineExperiment } from '@lawbook/experiment'
import { mcpServers } from '@lawbook/mcp-servers'
import { sentenceVectors } from '@lawbook/sentence-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { wordSynonyms } from '@lawbook/word-synonyms'
import { wordVectors } from '@lawbook/word-vectors'
import { choices } from './choices.ts'
import { observe } from './observe.ts'
import { run } from './run.ts'

/** A claim of our own: the slope b in another pool follows from skill-to-skill similarities. Rules: README.md. */
export default defineExperiment({
  id: 'skills-slope-from-geometry',
  title: 'The slope of the routing law from similarities',
  data: {
    library: skillLibrary,
    requests: skillRequests,
    servers: mcpServers,
    synonyms: wordSynonyms,
    wordVectors,
    sentenceVectors,
  },
  choices,
  quick: { replicates: 1, steps: 30, moreSteps: 5 },
  observe,
  run,
})
