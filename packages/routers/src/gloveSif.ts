import { countTerms, exposed, words } from '@lawbook/skills'
import { defineRouter, need } from './router.ts'
import { topEigenvectors } from './topEigenvectors.ts'
import { vectorScores, vectorTable } from './vectorScores.ts'
import { weightedMean } from './wordMean.ts'

const a = 1e-3

/** The direction that the vectors share: the first right singular vector of the matrix with these rows, not centred. */
async function commonDirection(rows: readonly Float64Array[], dimensions: number): Promise<Float64Array> {
  const multiply = (x: Float64Array): Float64Array => {
    const product = new Float64Array(dimensions)
    for (const row of rows) {
      const along = row.reduce((sum, value, i) => sum + value * x[i]!, 0)
      for (let i = 0; i < dimensions; i++) product[i]! += along * row[i]!
    }
    return product
  }
  const { vectors } = await topEigenvectors(multiply, dimensions, 1)
  return vectors[0] ?? new Float64Array(dimensions)
}

/** A vector without its part along a direction of length 1; what only rounding has left is zero. */
function without(direction: Float64Array, vector: Float64Array | null): Float64Array | null {
  if (vector === null) return null
  const along = vector.reduce((sum, value, i) => sum + value * direction[i]!, 0)
  const rest = vector.map((value, i) => value - along * direction[i]!)
  const size = (x: Float64Array): number => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0))
  return size(rest) > 1e-9 * size(vector) ? rest : rest.fill(0)
}

/**
 * Smooth inverse frequency: a text is the mean of its GloVe vectors with the weights a / (a + p(word)), a = 1e-3, minus
 * its part along the direction that all texts share; then cosine. Both p (the share of a word among all words of names
 * and descriptions; 0 for words that no skill has) and the direction (first singular vector of the skills' vectors) are
 * estimated from the library alone, never from requests. Words without a vector are left out; a text with none is
 * unmatched; all other skills are matched.
 */
export const gloveSif = defineRouter({
  id: 'glove-sif',
  title: 'GloVe word vectors, smooth inverse frequency',
  short: 'GloVe SIF',
  kin: 'static vectors',
  kind: 'pointwise',
  cost: 'fast',
  needs: ['wordVectors'],
  source: 'Arora, Liang and Ma (2017), A simple but tough-to-beat baseline for sentence embeddings',
  async build({ skills }, resources) {
    const vectors = need(resources, 'wordVectors', 'glove-sif')
    const texts = skills.map((skill) => words(exposed(skill)))
    const counts = countTerms(texts.flat())
    const total = texts.reduce((sum, text) => sum + text.length, 0)
    const weigh = (word: string): number => a / (a + (counts.get(word) ?? 0) / total)
    const means = texts.map((text) => weightedMean(vectors, text, weigh))
    const direction = await commonDirection(
      means.filter((mean) => mean !== null),
      vectors.dimensions,
    )
    const table = vectorTable(
      means.map((mean) => without(direction, mean)),
      vectors.dimensions,
    )
    return {
      score: (request) => vectorScores(table, without(direction, weightedMean(vectors, words(request.text), weigh))),
    }
  },
})
