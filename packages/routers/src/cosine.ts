import type { Library } from '@lawbook/skills'
import { exposed } from './exposure.ts'
import { buildPostings, countTerms, type Postings, scorePostings } from './postings.ts'
import type { FittedPointwise } from './router.ts'

/**
 * Cosine similarity of tf-idf vectors: weight (1 + ln tf) · idf, idf = ln((n + 1) / (df + 1)) + 1 (Salton and Buckley,
 * 1988, with smoothed idf), both vectors scaled to length 1, the request over the library's vocabulary. `analyse`
 * says what a term is. Range [0, 1].
 */
export function fitCosine(library: Library, analyse: (text: string) => string[]): FittedPointwise {
  const size = library.skills.length
  const idf = (frequency: number): number => Math.log((size + 1) / (frequency + 1)) + 1
  const documents = library.skills.map((skill) => analyse(exposed(skill)))
  const postings = buildPostings(documents, (at) => (1 + Math.log(at.count)) * idf(at.documentFrequency))
  scaleDocuments(postings)
  return {
    score(request) {
      const query = new Map<string, number>()
      let squares = 0
      for (const [term, count] of countTerms(analyse(request.text))) {
        const t = postings.terms.get(term)
        if (t === undefined) continue
        const weight = (1 + Math.log(count)) * idf(postings.starts[t + 1]! - postings.starts[t]!)
        query.set(term, weight)
        squares += weight * weight
      }
      for (const [term, weight] of query) query.set(term, weight / Math.sqrt(squares))
      return scorePostings(postings, query)
    },
  }
}

/** Divide every document's weights by their Euclidean length, in place. */
function scaleDocuments({ size, documents, weights }: Postings): void {
  const squares = new Float64Array(size)
  for (let at = 0; at < weights.length; at++) squares[documents[at]!]! += weights[at]! * weights[at]!
  for (let at = 0; at < weights.length; at++) weights[at]! /= Math.sqrt(squares[documents[at]!]!)
}
