import type { Results } from '@orama/orama'
import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * Orama as it comes: BM25 with delta 0.5 over the fields name and description, no stemming; a word of the request matches
 * every word that begins with it. The threshold 1 lets any word match, and the limit is the size of the library. Orama
 * answers an empty request with everything; here nothing matches it.
 */
export const orama = defineRouter({
  id: 'orama',
  title: 'Orama (BM25, prefix search)',
  short: 'Orama',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'library',
  source: 'npm @orama/orama 3.1.18; Robertson and Zaragoza (2009), The Probabilistic Relevance Framework',
  async build({ skills }) {
    const { create, insert, search } = await import('@orama/orama')
    const index = create({ schema: { name: 'string', description: 'string' } as const })
    for (const [id, { name, description }] of skills.entries()) await insert(index, { id: `${id}`, name, description })
    return {
      score({ text }) {
        if (text === '') return fromHits(skills.length, [])
        // Without plug-ins, Orama answers at once and not with a promise.
        const found = search(index, { term: text, limit: skills.length, threshold: 1 }) as Results<unknown>
        return fromHits(
          skills.length,
          found.hits.map(({ id, score }) => [Number(id), score]),
        )
      },
    }
  },
})
