import { fileURLToPath } from 'node:url'
import { hashJson, type Json, memo, readJson, sha256 } from '@lawbook/base'
import {
  type BuildContext,
  defineDataset,
  fromFloat32Bytes,
  fromJsonLines,
  type SourceFile,
  toFloat32Bytes,
  toJsonLines,
} from '@lawbook/dataset'
import { mcpServers } from '@lawbook/mcp-servers'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import type { SentenceVectors } from '@lawbook/skills'
import { dimensions, encoderOf } from './encoder.ts'
import { groupsOf, type Hashed, textsOf } from './texts.ts'

/** Counts up whenever the code of this data set changes a vector: part of the keys of the cache. */
const version = 1

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
    const texts = textsOf(library, requests, { skills: servers })
    return {
      'texts.jsonl': toJsonLines(texts.map((text) => ({ sha256: text.sha256 }))),
      'vectors.bin': await vectorsOf(texts, context),
    }
  },
  async load(read) {
    const rows = fromJsonLines(await read('texts.jsonl'), 'texts.jsonl') as { sha256: string }[]
    const rowOf = new Map(rows.map((row, i) => [row.sha256, i]))
    const numbers = fromFloat32Bytes(await read.bytes('vectors.bin'), rows.length * dimensions)
    return {
      id: hashJson(await besides('dataset.json')),
      dimensions,
      vector(text) {
        const row = rowOf.get(sha256(text))
        return row === undefined ? null : numbers.subarray(row * dimensions, (row + 1) * dimensions)
      },
    }
  },
})
export default sentenceVectors

/** The vectors of texts, one after the other, as little-endian float32. Groups already made come from the cache. */
async function vectorsOf(texts: readonly Hashed[], { sources, progress }: BuildContext): Promise<Uint8Array> {
  const files = await sources()
  let encoder: ReturnType<typeof encoderOf> | undefined
  const encode = async (text: string): Promise<Float32Array> => (await (encoder ??= encoderOf(files)))(text)

  const made = await keyOf(files)
  const parts: Uint8Array[] = []
  let done = 0
  for (const group of groupsOf(texts)) {
    progress(done, texts.length, 'sentence vectors')
    const key = hashJson({ made, texts: group.map((text) => text.sha256) })
    parts.push(await memo('sentence-vectors', key, () => rowsOf(group, encode)))
    done += group.length
  }
  progress(done, texts.length, 'sentence vectors')
  return Buffer.concat(parts)
}

async function rowsOf(group: readonly Hashed[], encode: (text: string) => Promise<Float32Array>): Promise<Uint8Array> {
  const vectors: Float32Array[] = []
  for (const { text } of group) vectors.push(await encode(text))
  return toFloat32Bytes(vectors)
}

/** A hash of what a vector depends on beside its text: the weights, the libraries that read them, and this code. */
async function keyOf(files: readonly SourceFile[]): Promise<string> {
  const { dependencies } = (await besides('package.json')) as { readonly dependencies: Record<string, string> }
  const libraries = ['@energetic-ai/core', '@energetic-ai/embeddings'].map((name) => `${name}@${dependencies[name]}`)
  return hashJson({ version, libraries, weights: files.map(({ path, data }) => ({ path, sha256: sha256(data) })) })
}

function besides(file: string): Promise<Json> {
  return readJson(fileURLToPath(new URL(file, import.meta.url))) as Promise<Json>
}
