import { roundScore } from '@lawbook/base'
import { tfIdfPostings } from './tfIdf.ts'
import { tokens } from './tokens.ts'

/**
 * Cosine similarity of every pair of texts, as an n x n row-major matrix with 1 on the diagonal and values in [0, 1],
 * rounded as scores are. A text is the tf-idf vector of its stems (`tfIdfPostings`); a text without stems is similar to
 * nothing.
 */
export function similarityMatrix(texts: readonly string[]): Float64Array {
  const n = texts.length
  const matrix = new Float64Array(n * n)
  const { starts, documents, weights } = tfIdfPostings(texts.map(tokens))
  for (let t = 0; t + 1 < starts.length; t++) {
    for (let p = starts[t]!; p < starts[t + 1]!; p++)
      for (let q = starts[t]!; q < starts[t + 1]!; q++)
        matrix[documents[p]! * n + documents[q]!]! += weights[p]! * weights[q]!
  }
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1
  return matrix.map(roundScore)
}
