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
    for (let at = starts[t]!; at < starts[t + 1]!; at++) {
      const document = documents[at]!
      values[document]! += weight * weights[at]!
      matched[document] = 1
    }
  }
  for (let j = 0; j < values.length; j++) if (matched[j] === 1) values[j] = roundScore(values[j]!)
  return { values, matched }
}
