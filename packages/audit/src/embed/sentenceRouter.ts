import { chosenPointwise, type PointwiseRouter } from '@lawbook/routers'
import { exposed, type SentenceVectors } from '@lawbook/skills'
import { keyOf, readKept, writeKept } from './kept.ts'
import type { Encoder } from './packages.ts'

/** The router `use` with vectors that are made as they are needed, and kept for later runs. */
export type SentenceRouter = {
  readonly router: PointwiseRouter
  /** Make the vectors of requests: asking is synchronous, so that all texts must be known before. */
  prepare(texts: readonly string[], progress: (done: number, total: number) => void): Promise<void>
  /** Keep the vectors on the disk. */
  save(): Promise<void>
}

/** Entries of a library, of an edited one too, get their vectors when the router is built. */
export async function sentenceRouter(encoder: Encoder): Promise<SentenceRouter> {
  const kept = await readKept(encoder.id, encoder.dimensions)
  const before = kept.size
  const sentenceVectors: SentenceVectors = {
    id: encoder.id,
    dimensions: encoder.dimensions,
    vector: (text) => kept.get(keyOf(text)) ?? null,
  }
  const prepare: SentenceRouter['prepare'] = async (texts, progress) => {
    const unknown = [...new Set(texts)].filter((text) => !kept.has(keyOf(text)))
    for (const [i, text] of unknown.entries()) {
      progress(i, unknown.length)
      kept.set(keyOf(text), await vectorOf(encoder, text))
    }
  }
  const [plain] = chosenPointwise(['use'])
  const router: PointwiseRouter = {
    ...plain!,
    needs: [],
    build: async (library) => {
      await prepare(library.skills.map(exposed), () => {})
      return plain!.build(library, { sentenceVectors })
    },
  }
  return {
    router,
    prepare,
    save: async () => {
      if (kept.size > before) await writeKept(encoder.id, kept)
    },
  }
}

/** An empty text stands nowhere: its vector is zero. */
const vectorOf = async ({ encode, dimensions }: Encoder, text: string): Promise<Float32Array> =>
  text.trim() === '' ? new Float32Array(dimensions) : encode(text)
