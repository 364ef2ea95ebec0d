import { fileURLToPath } from 'node:url'
import { hashJson, type Json, memo, readJson, sha256 } from '@lawbook/base'
import {
  type BuildContext,
  type BuiltFiles,
  fromFloat32Bytes,
  fromJsonLines,
  type ReadBuilt,
  type SourceFile,
  toFloat32Bytes,
  toJsonLines,
} from '@lawbook/dataset'
import type { SentenceVectors } from '@lawbook/skills'
import { dimensions, encoderOf } from './encoder.ts'
import { groupsOf, type Hashed, hashed } from './texts.ts'

/** Counts up whenever the code of this data set changes a vector: part of the keys of the cache. */
const version = 1

/**
 * The vectors of texts as files of a data set: `texts.jsonl` (the hashes, sorted) and `vectors.bin` (little-endian
 * float32, in the same order). `sources` are the pinned weights; the empty text has no vector and is left out.
 */
export async function encodeTexts(texts: readonly string[], context: BuildContext): Promise<BuiltFiles> {
  const sorted = hashed(texts)
  return {
    'texts.jsonl': toJsonLines(sorted.map((text) => ({ sha256: text.sha256 }))),
    'vectors.bin': await vectorsOf(sorted, context),
  }
}

/** Read what `encodeTexts` wrote. `id` is part of the keys of caches: it changes with the content. */
export async function readVectors(read: ReadBuilt, id: string): Promise<SentenceVectors> {
  const rows = fromJsonLines(await read('texts.jsonl'), 'texts.jsonl') as { sha256: string }[]
  const rowOf = new Map(rows.map((row, i) => [row.sha256, i]))
  const numbers = fromFloat32Bytes(await read.bytes('vectors.bin'), rows.length * dimensions)
  return {
    id,
    dimensions,
    vector(text) {
      const row = rowOf.get(sha256(text))
      return row === undefined ? null : numbers.subarray(row * dimensions, (row + 1) * dimensions)
    },
  }
}

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

/** A JSON file that lies beside this module. */
export function besides(file: string): Promise<Json> {
  return readJson(fileURLToPath(new URL(file, import.meta.url))) as Promise<Json>
}
