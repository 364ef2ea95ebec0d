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

/** Claims H1 to H4, H15 and H25: does single-step routing accuracy fall along a line in ln N? The rules are in README.md. */
export default defineExperiment({
  id: 'skills-routing-law',
  title: 'Routing accuracy against library size',
  data: {
    library: skillLibrary,
    requests: skillRequests,
    wordVectors,
    sentenceVectors,
    synonyms: wordSynonyms,
    servers: mcpServers,
  },
  choices,
  quick: {
    monteCarlo: [{ size: 10, draws: 20 }],
    listwiseDraws: [{ size: 10, draws: 2 }],
    refit: { routers: ['bm25'], draws: [{ size: 10, draws: 1 }] },
    replicates: 3,
  },
  observe,
  run,
})
