import { createRequire } from 'node:module'
import { chooseAmong, type PointwiseRouter, routers, rowProducts } from '@lawbook/routers'
import { countTerms, exposed, type Library, type Request, tokens } from '@lawbook/skills'
import { syntheticVectors } from './routingWorld.ts'

/** The best skill (its index) of a whole library for the i-th request. */
export type Top = (request: Request, i: number) => number

/** One way to find it. `make` is what is timed as the build. */
export type Engine = {
  readonly title: string
  /** Engines of a group compute the same scores: their picks are compared with the first one's. */
  readonly group: 'BM25' | 'TF-IDF' | 'dense'
  prepare(library: Library, requests: readonly Request[]): () => Promise<Top>
}

export const dimensions = 384
const require = createRequire(import.meta.url)

/** A router's decision over all skills: scores, then the highest, ties by hash. */
function byRouter(id: string): Engine['prepare'] {
  return (library) => async () => {
    const router = routers.find((candidate) => candidate.id === id) as PointwiseRouter
    const fitted = await router.build(library, {})
    const all = Int32Array.from(library.skills.keys())
    return (request) => chooseAmong(request, library, fitted.score(request), all)?.skill ?? -1
  }
}

/** BM25 as it is written first: every document counted and weighed anew for every request. */
function scan({ skills }: Library): () => Promise<Top> {
  return async () => {
    const counts = skills.map((skill) => countTerms(tokens(exposed(skill))))
    const lengths = counts.map((count) => [...count.values()].reduce((sum, n) => sum + n, 0))
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    const frequency = countTerms(counts.flatMap((count) => [...count.keys()]))
    return ({ text }) => {
      const query = countTerms(tokens(text))
      let [best, at] = [0, -1]
      counts.forEach((count, j) => {
        let score = 0
        for (const [term, repeats] of query) {
          const tf = count.get(term)
          if (tf === undefined) continue
          const idf = Math.log(1 + (skills.length - frequency.get(term)! + 0.5) / (frequency.get(term)! + 0.5))
          score += repeats * ((idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * lengths[j]!) / mean)))
        }
        if (score > best) [best, at] = [score, j]
      })
      return at
    }
  }
}

/** Vectors of skills and requests, made before the build; the build lays the rows out, where there is a layout. */
function dense(build: (rows: Float32Array, n: number) => (query: Float32Array) => Float64Array): Engine['prepare'] {
  return ({ skills }, requests) => {
    const rows = syntheticVectors('skill vector', skills.length, dimensions)
    const queries = syntheticVectors('request vector', requests.length, dimensions)
    return async () => {
      const products = build(rows, skills.length)
      return (_, i) => {
        const values = products(queries.subarray(i * dimensions, (i + 1) * dimensions))
        let best = 0
        for (let j = 1; j < values.length; j++) if (values[j]! > values[best]!) best = j
        return best
      }
    }
  }
}

function doubleLoop(rows: Float32Array, n: number): (query: Float32Array) => Float64Array {
  return (query) => {
    const values = new Float64Array(n)
    for (let j = 0; j < n; j++) for (let i = 0; i < dimensions; i++) values[j]! += rows[j * dimensions + i]! * query[i]!
    return values
  }
}

export const engines: Readonly<Record<string, Engine>> = {
  bm25: { title: 'BM25, postings (ours)', group: 'BM25', prepare: byRouter('bm25') },
  scan: { title: 'BM25, every document for every request', group: 'BM25', prepare: scan },
  wink: {
    title: 'wink-bm25-text-search',
    group: 'BM25',
    prepare:
      ({ skills }) =>
      async () => {
        const { string, tokens: steps } = require('wink-nlp-utils')
        const index = require('wink-bm25-text-search')()
        index.defineConfig({ fldWeights: { text: 1 } })
        index.definePrepTasks([string.lowerCase, string.tokenize0, steps.removeWords, steps.stem])
        skills.forEach((skill, j) => void index.addDoc({ text: exposed(skill) }, j))
        index.consolidate()
        return ({ text }) => Number(index.search(text, 1)[0]?.[0] ?? -1)
      },
  },
  minisearch: {
    title: 'MiniSearch',
    group: 'BM25',
    prepare:
      ({ skills }) =>
      async () => {
        const { default: MiniSearch } = await import('minisearch')
        const index = new MiniSearch({ fields: ['text'] })
        index.addAll(skills.map((skill, id) => ({ id, text: exposed(skill) })))
        return ({ text }) => (index.search(text)[0]?.id as number | undefined) ?? -1
      },
  },
  lunr: {
    title: 'lunr',
    group: 'BM25',
    prepare:
      ({ skills }) =>
      async () => {
        const { default: lunr } = await import('lunr')
        const index = lunr((builder) => {
          builder.ref('id')
          builder.field('text')
          skills.forEach((skill, id) => void builder.add({ id, text: exposed(skill) }))
        })
        return ({ text }) => Number(index.search(text)[0]?.ref ?? -1)
      },
  },
  flexsearch: {
    title: 'FlexSearch (words matched, no BM25)',
    group: 'BM25',
    prepare:
      ({ skills }) =>
      async () => {
        const { Index } = await import('flexsearch')
        const index = new Index({ encoder: { cache: false } })
        skills.forEach((skill, id) => void index.add(id, exposed(skill)))
        return ({ text }) => (index.search(text, { limit: 1, suggest: true })[0] as number | undefined) ?? -1
      },
  },
  tfIdf: { title: 'TF-IDF cosine, postings (ours)', group: 'TF-IDF', prepare: byRouter('tf-idf') },
  products: {
    title: `${dimensions} dimensions, eight rows at once (ours)`,
    group: 'dense',
    prepare: dense((rows, n) => rowProducts(rows, n, dimensions)),
  },
  doubleLoop: {
    title: `${dimensions} dimensions, double loop`,
    group: 'dense',
    prepare: dense(doubleLoop),
  },
}
