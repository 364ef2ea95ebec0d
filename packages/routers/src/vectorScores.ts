import { roundScore } from '@lawbook/base'
import type { Scores } from './router.ts'
import { rowProducts } from './rowProducts.ts'

/** The vectors of a library's skills, of length 1, or zeros where the vector is zero. */
export type VectorTable = {
  /** The product of each skill's vector with another one; 0 where the skill has none. */
  readonly products: (query: ArrayLike<number>) => Float64Array
  /** 0 where a skill has no vector at all. */
  readonly present: Uint8Array
}

/** A vector scaled to length 1; zeros stay zeros. */
export function unit(vector: ArrayLike<number>): Float64Array {
  let squares = 0
  for (let i = 0; i < vector.length; i++) squares += vector[i]! * vector[i]!
  const length = Math.sqrt(squares)
  return Float64Array.from(vector, (x) => (length === 0 ? 0 : x / length))
}

/** A table of vectors of any length, null where a skill has none. */
export function vectorTable(vectors: readonly (ArrayLike<number> | null)[], dimensions: number): VectorTable {
  const rows = new Float32Array(vectors.length * dimensions)
  vectors.forEach((vector, j) => {
    if (vector !== null) rows.set(unit(vector), j * dimensions)
  })
  const present = Uint8Array.from(vectors, (vector) => (vector === null ? 0 : 1))
  return { products: rowProducts(rows, vectors.length, dimensions), present }
}

/**
 * Cosine of a request's vector with every row, in [-1, 1]. A vector is never far from nothing: every skill that has one
 * is matched, also where the cosine is zero or negative, and nothing is matched when the request has none.
 */
export function vectorScores({ products, present }: VectorTable, vector: ArrayLike<number> | null): Scores {
  if (vector === null) return { values: new Float64Array(present.length), matched: new Uint8Array(present.length) }
  // + 0 turns -0 into 0.
  return { values: products(unit(vector)).map((cosine) => roundScore(cosine) + 0), matched: present.slice() }
}
