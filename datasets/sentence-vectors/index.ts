import { hashJson } from '@lawbook/base'
import { defineDataset } from '@lawbook/dataset'
import { mcpServers } from '@lawbook/mcp-servers'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { askedTexts, type SentenceVectors } from '@lawbook/skills'
import { besides, encodeTexts, readVectors } from './encodeTexts.ts'

export { encodeTexts, readVectors }

/** Vectors of the Universal Sentence Encoder lite for requests, skills and servers (see README.md). */
export const sentenceVectors = defineDataset<SentenceVectors>({
  id: 'sentence-vectors',
  url: import.meta.url,
  async build(context) {
    const [library, { requests }, { servers }] = await Promise.all([
      skillLibrary.load(),
      skillRequests.load(),
      mcpServers.load(),
    ])
    return await encodeTexts(Object.values(askedTexts(library, requests, { skills: servers })).flat(), context)
  },
  load: async (read) => await readVectors(read, hashJson(await besides('dataset.json'))),
})
export default sentenceVectors
