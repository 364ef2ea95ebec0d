/**
 * An inverted index with the weight of every (term, document) pair computed beforehand ("eager sparse" scoring, Lù
 * 2024, BM25S). The postings of term t are the entries [starts[t], starts[t + 1]) of `documents` and `weights`.
 */
export type Postings = {
  readonly size: number
  readonly terms: ReadonlyMap<string, number>
  readonly starts: Int32Array
  readonly documents: Int32Array
  readonly weights: Float64Array
}

/** What the weight of a term in a document may depend on. Lengths are in terms, repetitions counted. */
export type Occurrence = {
  /** How often the term occurs in the document, at least 1. */
  readonly count: number
  /** How many documents have the term. */
  readonly documentFrequency: number
  readonly length: number
  readonly meanLength: number
  readonly size: number
}

/** How often each term occurs, in order of first occurrence. */
export function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** Index documents, each a list of terms, with the weights that `weigh` gives. */
export function buildPostings(documents: readonly (readonly string[])[], weigh: (at: Occurrence) => number): Postings {
  const size = documents.length
  const counted = documents.map(countTerms)
  const terms = new Map<string, number>()
  const frequency: number[] = []
  for (const counts of counted) {
    for (const term of counts.keys()) {
      const t = terms.get(term) ?? terms.size
      if (t === terms.size) terms.set(term, t)
      frequency[t] = (frequency[t] ?? 0) + 1
    }
  }
  const starts = new Int32Array(terms.size + 1)
  for (let t = 0; t < terms.size; t++) starts[t + 1] = starts[t]! + frequency[t]!

  const total = starts[terms.size]!
  const meanLength = documents.reduce((sum, document) => sum + document.length, 0) / Math.max(1, size)
  const [where, weights, next] = [new Int32Array(total), new Float64Array(total), starts.slice()]
  counted.forEach((counts, document) => {
    const length = documents[document]!.length
    for (const [term, count] of counts) {
      const t = terms.get(term)!
      const at = next[t]!++
      where[at] = document
      weights[at] = weigh({ count, documentFrequency: frequency[t]!, length, meanLength, size })
    }
  })
  return { size, terms, starts, documents: where, weights }
}
