import { roundScore } from '@lawbook/base'
import type { Postings } from '@lawbook/skills'
import type { Scores } from './router.ts'

/** Score every document by the sum over the query's terms of query weight times document weight. */
export function scorePostings(postings: Postings, query: ReadonlyMap<string, number>): Scores {
  const { starts, documents, weights } = postings
  const values = new Float64Array(postings.size)
  const matched = new Uint8Array(postings.size)
  for (const [term, weight] of query) {
    const t = postings.terms.get(term)
    if (t === undefined) continue
    const end = starts[t + 1]!
    for (let at = starts[t]!; at < end; at++) {
      const document = documents[at]!
      values[document]! += weight * weights[at]!
      matched[document] = 1
    }
  }
  // Unmatched ones too: they are 0 and stay 0, and a branch that half of them take costs more.
  for (let j = 0; j < values.length; j++) values[j] = roundScore(values[j]!)
  return { values, matched }
}
