import type { WordVectors } from '@lawbook/skills'

/**
 * The sum of weight · vector over the words of a text, divided by how many of them have a vector; words without one are
 * left out. Null when none has one.
 */
export function weightedMean(
  vectors: WordVectors,
  text: readonly string[],
  weigh: (word: string) => number,
): Float64Array | null {
  const sum = new Float64Array(vectors.dimensions)
  let known = 0
  for (const word of text) {
    const vector = vectors.vector(word)
    if (vector === null) continue
    known++
    const weight = weigh(word)
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * vector[i]!
  }
  return known === 0 ? null : sum.map((x) => x / known)
}
