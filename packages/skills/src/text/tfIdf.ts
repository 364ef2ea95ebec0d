import { buildPostings, countTerms, type Postings } from './postings.ts'

/**
 * Documents as tf-idf vectors of length 1: weight (1 + ln tf) · idf, idf = ln((n + 1) / (df + 1)) + 1 (Salton and
 * Buckley, 1988, with smoothed idf; Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, chapter
 * 6). Products of two such vectors are cosines in [0, 1].
 */
export function tfIdfPostings(documents: readonly (readonly string[])[]): Postings {
  const postings = buildPostings(documents, (at) => tfIdfWeight(at.count, at.documentFrequency, at.size))
  const { weights } = postings
  const squares = new Float64Array(postings.size)
  for (let at = 0; at < weights.length; at++) squares[postings.documents[at]!]! += weights[at]! * weights[at]!
  for (let at = 0; at < weights.length; at++) weights[at]! /= Math.sqrt(squares[postings.documents[at]!]!)
  return postings
}

/** A text as a vector of length 1 over the vocabulary of the documents; terms that none of them has are left out. */
export function tfIdfQuery({ terms, starts, size }: Postings, text: readonly string[]): Map<string, number> {
  const query = new Map<string, number>()
  let squares = 0
  for (const [term, count] of countTerms(text)) {
    const t = terms.get(term)
    if (t === undefined) continue
    const weight = tfIdfWeight(count, starts[t + 1]! - starts[t]!, size)
    query.set(term, weight)
    squares += weight * weight
  }
  for (const [term, weight] of query) query.set(term, weight / Math.sqrt(squares))
  return query
}

function tfIdfWeight(count: number, documentFrequency: number, size: number): number {
  return (1 + Math.log(count)) * (Math.log((size + 1) / (documentFrequency + 1)) + 1)
}
