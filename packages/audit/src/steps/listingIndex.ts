import { exposed, type Library, type Postings, tfIdfPostings, tfIdfQuery, tokens } from '@lawbook/skills'

/** What steps ask about the listings of a library, as routers see them (`exposed`), in the order of its skills. */
export type ListingIndex = {
  readonly size: number
  /** How many listings have a stem. */
  frequency(stem: string): number
  /** ln((n + 1) / (listings with the stem + 1)), at least 0. */
  idf(stem: string): number
  /** The stems of a listing. */
  stems(skill: number): ReadonlySet<string>
  /** The tf-idf cosine of a text with every listing, in [0, 1] (`tfIdfPostings`). */
  cosines(text: string): Float64Array
}

/** Index the listings of a library once; memory grows with the words of the library, not with its pairs. */
export function listingIndex({ skills }: Library): ListingIndex {
  const texts = skills.map((skill) => tokens(exposed(skill)))
  const postings = tfIdfPostings(texts)
  const sets = texts.map((text) => new Set(text))
  const frequency = (stem: string): number => {
    const t = postings.terms.get(stem)
    return t === undefined ? 0 : postings.starts[t + 1]! - postings.starts[t]!
  }
  return {
    size: skills.length,
    frequency,
    idf: (stem) => Math.log((skills.length + 1) / (frequency(stem) + 1)),
    stems: (skill) => sets[skill]!,
    cosines: (text) => cosinesOf(postings, text),
  }
}

function cosinesOf(postings: Postings, text: string): Float64Array {
  const cosines = new Float64Array(postings.size)
  for (const [stem, weight] of tfIdfQuery(postings, tokens(text))) {
    const t = postings.terms.get(stem)!
    for (let at = postings.starts[t]!; at < postings.starts[t + 1]!; at++)
      cosines[postings.documents[at]!]! += weight * postings.weights[at]!
  }
  return cosines
}
