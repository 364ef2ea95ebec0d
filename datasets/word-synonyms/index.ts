import { byCodeUnit, fail, sha256 } from '@lawbook/base'
import { defineDataset, fromJsonLines, type SourceFile, toJsonLines } from '@lawbook/dataset'
import { mcpServers } from '@lawbook/mcp-servers'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { askedTexts, type Synonyms, words } from '@lawbook/skills'
import { synonymsOf } from './synonyms.ts'
import { noticeOf, readPart } from './wordNet.ts'

/**
 * WordNet's synonyms (Miller 1995; Fellbaum 1998) of those words in the requests, in the skills under every exposure
 * policy and in the MCP servers that have any, taken at build time from a pinned tarball (see README.md, which carries
 * the notice of WordNet's licence).
 */
export const wordSynonyms = defineDataset<Synonyms>({
  id: 'word-synonyms',
  url: import.meta.url,
  async build({ sources }) {
    const files = await sources()
    return {
      'synonyms.jsonl': synonymLines(await readWords(), files),
      'notice.txt': noticeOf(dataOf(files, 'dict/data.noun')),
    }
  },
  load: async (read) => readSynonyms(await read('synonyms.jsonl')),
})
export default wordSynonyms

/** The synonyms of those words that have any, one a line; `files` are those that sources.json lists. */
export function synonymLines(words: readonly string[], files: readonly SourceFile[]): string {
  const part = (name: string) => readPart(dataOf(files, `dict/index.${name}`), dataOf(files, `dict/data.${name}`))
  const wordNet = { noun: part('noun'), verb: part('verb'), adj: part('adj') }
  const rows = words.map((word) => ({ word, synonyms: synonymsOf(word, wordNet) }))
  return toJsonLines(rows.filter(({ synonyms }) => synonyms.length > 0))
}

/** Read what `synonymLines` wrote. */
export function readSynonyms(text: string): Synonyms {
  const rows = fromJsonLines(text, 'synonyms.jsonl') as { word: string; synonyms: string[] }[]
  const synonyms = new Map(rows.map((row) => [row.word, row.synonyms]))
  return { id: sha256(text), of: (word) => synonyms.get(word) ?? [] }
}

function dataOf(files: readonly SourceFile[], path: string): Uint8Array {
  const file = files.find((candidate) => candidate.path === path)
  return file?.data ?? fail('LB_DATA_MISSING', `sources.json lists no ${path}, which the build needs; add it`)
}

/** Every word that a router asks for, once, sorted. */
async function readWords(): Promise<string[]> {
  const library = await skillLibrary.load()
  const { requests } = await skillRequests.load()
  const { servers } = await mcpServers.load()
  const texts = Object.values(askedTexts(library, requests, { skills: servers })).flat()
  return [...new Set(texts.flatMap(words))].sort(byCodeUnit)
}
