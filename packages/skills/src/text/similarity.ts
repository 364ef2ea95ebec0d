import { roundScore } from '@lawbook/base'
import { tokens } from './tokens.ts'

/**
 * Cosine similarity of every pair of texts, as an n x n row-major matrix with 1 on the diagonal and values in [0, 1],
 * rounded as scores are.
 * A text is its stems weighted (1 + ln tf) · (ln((n + 1)/(df + 1)) + 1) and scaled to length 1 (Manning, Raghavan and
 * Schütze, Introduction to Information Retrieval, 2008, chapter 6); a text without stems is similar to nothing.
 */
export function similarityMatrix(texts: readonly string[]): Float64Array {
  const n = texts.length
  const matrix = new Float64Array(n * n)
  for (const posting of postings(texts).values()) {
    for (const [i, wi] of posting) for (const [j, wj] of posting) matrix[i * n + j]! += wi * wj
  }
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1
  return matrix.map(roundScore)
}

/** For every stem the texts that have it, with its weight there. */
function postings(texts: readonly string[]): Map<string, [number, number][]> {
  const counts = texts.map((text) => countOf(tokens(text)))
  const result = new Map<string, [number, number][]>()
  for (const [i, count] of counts.entries()) {
    for (const [stem, tf] of count) {
      const posting = result.get(stem) ?? []
      posting.push([i, 1 + Math.log(tf)])
      result.set(stem, posting)
    }
  }
  const squares = new Float64Array(texts.length)
  for (const posting of result.values()) {
    const idf = Math.log((texts.length + 1) / (posting.length + 1)) + 1
    for (const entry of posting) {
      entry[1] *= idf
      squares[entry[0]]! += entry[1] * entry[1]
    }
  }
  for (const posting of result.values()) for (const entry of posting) entry[1] /= Math.sqrt(squares[entry[0]]!)
  return result
}

function countOf(stems: readonly string[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const stem of stems) count.set(stem, (count.get(stem) ?? 0) + 1)
  return count
}
