import { exposed, type Library, type Postings, tfIdfPostings, tfIdfQuery, tokens } from '@lawbook/skills'
import { defineRouter, type FittedPointwise } from './router.ts'
import { topEigenvectors } from './topEigenvectors.ts'
import { vectorScores, vectorTable } from './vectorScores.ts'

const dimensions = 100
const negligible = 1e-6

/** The product of the skills' Gram matrix A'A (A: terms x skills, the tf-idf weights) with a vector. */
function gramProduct({ starts, documents, weights, size }: Postings, x: Float64Array): Float64Array {
  const product = new Float64Array(size)
  for (let t = 0; t + 1 < starts.length; t++) {
    let sum = 0
    for (let at = starts[t]!; at < starts[t + 1]!; at++) sum += weights[at]! * x[documents[at]!]!
    for (let at = starts[t]!; at < starts[t + 1]!; at++) product[documents[at]!]! += weights[at]! * sum
  }
  return product
}

/** The left singular vectors U = A V / S, terms x k row-major: what a word contributes to each dimension. */
function termSpace({ starts, documents, weights }: Postings, vectors: readonly Float64Array[], singular: Float64Array) {
  const k = vectors.length
  const space = new Float64Array((starts.length - 1) * k)
  for (let t = 0; t + 1 < starts.length; t++)
    for (let at = starts[t]!; at < starts[t + 1]!; at++)
      for (let i = 0; i < k; i++) space[t * k + i]! += (weights[at]! * vectors[i]![documents[at]!]!) / singular[i]!
  return space
}

/** Zeros in place of coordinates that only rounding has left: those of a text with no part in the kept dimensions. */
function significant(coordinates: Float64Array): Float64Array {
  const squares = coordinates.reduce((sum, x) => sum + x * x, 0)
  return Math.sqrt(squares) > negligible ? coordinates : coordinates.fill(0)
}

/**
 * Latent semantic analysis: the tf-idf matrix A = U S V' (terms x skills) is cut to its k largest singular values (fewer
 * if its rank is smaller), and a text with tf-idf vector q becomes U'q; for a skill that is its row of V S. Cosine of
 * request and skill in [-1, 1], 0 where either has no part in the kept dimensions (a tf-idf vector has length 1; less than
 * 1e-6 of it is none). Every skill with a word is matched, unless the request has no word of the library.
 */
export async function fitLsa({ skills }: Library, k: number): Promise<FittedPointwise> {
  const texts = skills.map((skill) => tokens(exposed(skill)))
  const postings = tfIdfPostings(texts)
  const { values, vectors } = await topEigenvectors((x) => gramProduct(postings, x), skills.length, k)
  const singular = values.map(Math.sqrt)
  const space = termSpace(postings, vectors, singular)
  const width = vectors.length
  const coordinates = texts.map((text, j) =>
    text.length === 0 ? null : significant(singular.map((s, i) => s * vectors[i]![j]!)),
  )
  const table = vectorTable(coordinates, width)
  return {
    score(request) {
      const query = tfIdfQuery(postings, tokens(request.text))
      const folded = new Float64Array(width)
      for (const [term, weight] of query) {
        const row = postings.terms.get(term)! * width
        for (let i = 0; i < width; i++) folded[i]! += weight * space[row + i]!
      }
      return vectorScores(table, query.size === 0 ? null : significant(folded))
    },
  }
}

/** Latent semantic analysis with 100 dimensions (see `fitLsa`), fitted on all skills of the library. */
export const lsa = defineRouter({
  id: 'lsa',
  title: 'Latent semantic analysis',
  short: 'LSA',
  kin: 'trained',
  kind: 'pointwise',
  cost: 'fast',
  source: 'Deerwester, Dumais, Furnas, Landauer and Harshman (1990), Indexing by latent semantic analysis',
  build: (library) => fitLsa(library, dimensions),
})
