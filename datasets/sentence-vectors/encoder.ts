import { fail } from '@lawbook/base'
import type { SourceFile } from '@lawbook/dataset'

/** The numbers of one vector. */
export const dimensions = 512

/**
 * The Universal Sentence Encoder lite (Cer and others, 2018) as a function of one text: 512 numbers, L2-normalised. The
 * weights are the bytes of the pinned files; no file is executed, written or fetched. It runs in WebAssembly on one
 * thread, one text a call: sums inside WebAssembly have one order then, so the same text gives the same bits, while a
 * batch would pad its texts and change them. A text without any piece (an empty one) throws LB_DOMAIN.
 */
export async function encoderOf(files: readonly SourceFile[]): Promise<(text: string) => Promise<Float32Array>> {
  const core = await import('@energetic-ai/core')
  const { initModel } = await import('@energetic-ai/embeddings')
  core.env().set('WASM_HAS_SIMD_SUPPORT', true)
  core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  await core.setBackend('wasm')
  const model = await core.loadGraphModel({ load: async () => graphOf(files) })
  const encoder = await initModel(async () => ({ model, vocabulary: jsonOf(files, 'dist/vocab.json') }))
  return async (text) => {
    if (text === '') fail('LB_DOMAIN', 'an empty text has no sentence vector; leave it out')
    return normalised(await encoder.embed(text))
  }
}

/** The graph of model.json with its weights, which lie in the listed shards one after the other. */
function graphOf(files: readonly SourceFile[]) {
  const { modelTopology, weightsManifest } = jsonOf(files, 'dist/model.json') as {
    readonly modelTopology: unknown
    readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly unknown[] }[]
  }
  const shards = weightsManifest.flatMap(({ paths }) => paths).map((path) => dataOf(files, `dist/${path}`))
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightData: new Uint8Array(Buffer.concat(shards)).buffer,
  }
}

function jsonOf(files: readonly SourceFile[], path: string): unknown {
  return JSON.parse(new TextDecoder().decode(dataOf(files, path)))
}

function dataOf(files: readonly SourceFile[], path: string): Uint8Array {
  const file = files.find((candidate) => candidate.path === path)
  return file?.data ?? fail('LB_DATA_MISSING', `the encoder needs ${path}; list it in sources.json`)
}

function normalised(vector: readonly number[]): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0))
  return Float32Array.from(vector, (x) => x / length)
}
