import { buildPostings, countTerms, exposed, tokens } from '@lawbook/skills'
import { defineRouter } from './router.ts'
import { scorePostings } from './scorePostings.ts'

const k1 = 1.2
const b = 0.75

/**
 * Okapi BM25: sum over the request's words of idf · tf (k1 + 1) / (tf + k1 (1 - b + b · length / mean length)), with
 * Lucene's idf = ln(1 + (n - df + 0.5) / (df + 0.5)), which is positive for every word.
 */
export const bm25 = defineRouter({
  id: 'bm25',
  title: 'BM25',
  short: 'BM25',
  kin: 'bm25',
  kind: 'pointwise',
  cost: 'fast',
  source: 'Robertson and Zaragoza (2009), The Probabilistic Relevance Framework; idf as in Apache Lucene',
  build(library) {
    const documents = library.skills.map((skill) => tokens(exposed(skill)))
    const postings = buildPostings(documents, ({ count, documentFrequency, length, meanLength, size }) => {
      const idf = Math.log(1 + (size - documentFrequency + 0.5) / (documentFrequency + 0.5))
      return (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / meanLength))
    })
    return { score: (request) => scorePostings(postings, countTerms(tokens(request.text))) }
  },
})
