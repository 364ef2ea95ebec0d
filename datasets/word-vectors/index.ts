import { byCodeUnit, sha256 } from '@lawbook/base'
import { defineDataset, fromFloat32Bytes, fromJsonLines, toFloat32Bytes, toJsonLines } from '@lawbook/dataset'
import type { WordVectors } from '@lawbook/skills'
import { coverageOf, readCorpora } from './corpora.ts'
import { dimensions, scanVectors } from './scan.ts'

export { dimensions, scanVectors }

/**
 * GloVe vectors (Pennington, Socher and Manning 2014) of those words in the requests, in the skills under every
 * exposure policy and in the MCP servers that GloVe has, cut at build time from a pinned tarball (see README.md). Words
 * as `words` of `@lawbook/skills` makes them.
 */
export const wordVectors = defineDataset<WordVectors>({
  id: 'word-vectors',
  url: import.meta.url,
  async build({ sources, progress }) {
    const corpora = await readCorpora()
    const wanted = new Set([...corpora.values()].flatMap((counts) => [...counts.keys()]))
    const [source] = await sources()
    const found = scanVectors(source!.data, wanted, (n) => progress(n, vocabularySize, 'words of the vocabulary'))
    const sorted = [...found].sort(([a], [b]) => byCodeUnit(a, b))
    return {
      'words.jsonl': toJsonLines(sorted.map(([word]) => ({ word }))),
      'vectors.bin': toFloat32Bytes(sorted.map(([, vector]) => vector)),
      'coverage.jsonl': toJsonLines(
        [...corpora].map(([corpus, counts]) => coverageOf(corpus, counts, (word) => found.has(word))),
      ),
    }
  },
  async load(read) {
    const [text, bytes] = [await read('words.jsonl'), await read.bytes('vectors.bin')]
    const words = (fromJsonLines(text, 'words.jsonl') as { word: string }[]).map(({ word }) => word)
    const numbers = fromFloat32Bytes(bytes, words.length * dimensions)
    const vectors = new Map(words.map((word, i) => [word, numbers.subarray(i * dimensions, (i + 1) * dimensions)]))
    return {
      id: sha256(`${sha256(text)} ${sha256(bytes)}`),
      dimensions,
      vector: (word) => vectors.get(word) ?? null,
    }
  },
})
export default wordVectors

/** The words in the source, for the progress shown. */
const vocabularySize = 341_479
