import { createRequire } from 'node:module'
import { exposed } from '@lawbook/skills'
import { fromHits } from './hits.ts'
import { plainWords } from './plainWords.ts'
import { defineRouter } from './router.ts'

/**
 * okapibm25 as it comes: BM25 over name and description as one text. It looks for a word anywhere in the text, so that
 * "art" occurs in "start", and counts again for every request: slow. It takes each word for a regular expression, so words
 * are letters and digits only, and it minds case, so both sides are in lower case.
 */
export const okapibm25 = defineRouter({
  id: 'okapibm25',
  title: 'okapibm25 (BM25, words as substrings)',
  short: 'okapibm25',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'slow',
  source: 'npm okapibm25 1.4.1; Robertson and Zaragoza (2009), The Probabilistic Relevance Framework',
  build({ skills }) {
    // Loaders disagree about what an `import` of this package has as its default.
    const { default: score } = createRequire(import.meta.url)('okapibm25') as typeof import('okapibm25')
    const documents = skills.map((skill) => exposed(skill).toLowerCase())
    return {
      score({ text }) {
        const scores = score(documents, plainWords(text.toLowerCase())) as number[]
        return fromHits(
          skills.length,
          [...scores.entries()].filter(([, value]) => value > 0),
        )
      },
    }
  },
})
