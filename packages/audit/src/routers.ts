import { type PointwiseRouter, routers } from '@lawbook/routers'

const all = ['bm25', 'tf-idf', 'char-ngrams', 'token-overlap']
/** Character n-grams hold some fifteen times as many postings as words do. */
const beyond = ['bm25', 'tf-idf', 'token-overlap']
const mostForAll = 3000

/**
 * The routers of an audit of n skills, each of another kin, all of them the project's own code: BM25, TF-IDF, character
 * n-grams and token overlap up to 3,000 skills; without character n-grams beyond.
 */
export function auditRouters(n: number): PointwiseRouter[] {
  const ids = n <= mostForAll ? all : beyond
  return ids.map((id) => routers.find((router) => router.id === id) as PointwiseRouter)
}
