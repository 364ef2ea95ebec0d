import { fromHits } from './hits.ts'
import { defineRouter } from './router.ts'

/**
 * Fuse.js as it comes: the request as one pattern, found with errors near the beginning of name or description; the score
 * is 1 minus Fuse's, which is 0 for a perfect match. Extended search, which has operators, is off by default. Fuse answers
 * a blank request with everything; here nothing matches it.
 */
export const fuse = defineRouter({
  id: 'fuse',
  title: 'Fuse.js (bitap)',
  short: 'Fuse.js',
  kin: 'characters',
  kind: 'pointwise',
  cost: 'slow',
  source: 'npm fuse.js 7.5.0; Wu and Manber (1992), Fast text searching allowing errors',
  async build({ skills }) {
    const { default: Fuse } = await import('fuse.js')
    const documents = skills.map(({ name, description }) => ({ name, description }))
    const index = new Fuse(documents, { keys: ['name', 'description'], includeScore: true })
    return {
      score({ text }) {
        const hits = text.trim() === '' ? [] : index.search(text)
        return fromHits(
          skills.length,
          hits.map(({ refIndex, score }) => [refIndex, 1 - score!]),
        )
      },
    }
  },
})
