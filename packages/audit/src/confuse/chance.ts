import type { Stream } from '@lawbook/base'
import { sortedQuantile } from '@lawbook/estimators'
import { tfIdfPostings } from '@lawbook/skills'
import { vectorsOf } from './likeness.ts'

const level = 0.995
const values = 2000
/** So alike that no chance is needed to say so: in a small library, what is dealt out anew is nearly the same texts. */
const always = 0.5

/**
 * The cosine that a listing and its nearest other one reach in 1 of 200 cases if the words of all listings are shuffled
 * over them, lengths kept; at most 0.5. From at least 2,000 nearest others, drawn with a fixed stream.
 */
export function likeByChance(texts: readonly (readonly string[])[], stream: Stream): number {
  const draws = Math.ceil(values / Math.max(1, texts.length))
  const nearest = Array.from({ length: draws }, () => nearestCosines(dealtAnew(texts, stream))).flat()
  return nearest.length === 0 ? always : Math.min(always, sortedQuantile(Float64Array.from(nearest).sort(), level))
}

function dealtAnew(texts: readonly (readonly string[])[], stream: Stream): string[][] {
  const pool = stream.shuffle(texts.flat())
  let at = 0
  return texts.map(({ length }) => pool.slice(at, (at += length)))
}

/** The highest cosine of a text with another one, for at most 2,000 texts spread evenly over all. */
function nearestCosines(texts: readonly (readonly string[])[]): number[] {
  const { starts, documents, weights } = tfIdfPostings(texts)
  const own = vectorsOf(texts)
  const sums = new Float64Array(texts.length)
  const asked = Math.min(values, texts.length)
  return Array.from({ length: asked }, (_, k) => {
    const i = Math.floor((k * texts.length) / asked)
    sums.fill(0)
    for (let p = own.starts[i]!; p < own.starts[i + 1]!; p++)
      for (let q = starts[own.terms[p]!]!; q < starts[own.terms[p]! + 1]!; q++)
        sums[documents[q]!]! += own.weights[p]! * weights[q]!
    sums[i] = 0
    return sums.reduce((most, x) => Math.max(most, x), 0)
  })
}
