import { byCodeUnit, roundScore } from '@lawbook/base'
import { tfIdfPostings, tokens, words } from '@lawbook/skills'

/** The TF-IDF vectors of texts (`tfIdfPostings`), by text: terms and weights of text i from starts[i] to starts[i + 1]. */
export type Vectors = {
  readonly starts: Int32Array
  readonly terms: Int32Array
  readonly weights: Float64Array
  readonly stems: readonly string[]
}

/** The vectors of texts that are given as lists of stems. */
export function vectorsOf(texts: readonly (readonly string[])[]): Vectors {
  const postings = tfIdfPostings(texts)
  const starts = new Int32Array(texts.length + 1)
  for (const document of postings.documents) starts[document + 1]!++
  for (let i = 0; i < texts.length; i++) starts[i + 1]! += starts[i]!
  const [terms, weights, next] = [new Int32Array(starts.at(-1)!), new Float64Array(starts.at(-1)!), starts.slice()]
  for (let t = 0; t + 1 < postings.starts.length; t++)
    for (let p = postings.starts[t]!; p < postings.starts[t + 1]!; p++) {
      const at = next[postings.documents[p]!]!++
      terms[at] = t
      weights[at] = postings.weights[p]!
    }
  return { starts, terms, weights, stems: [...postings.terms.keys()] }
}

/** What makes two texts alike: their cosine, in [0, 1], and what each stem that both have adds to it, most first. */
export function likeness({ starts, terms, weights, stems }: Vectors, a: number, b: number) {
  const own = new Map<number, number>()
  for (let p = starts[a]!; p < starts[a + 1]!; p++) own.set(terms[p]!, weights[p]!)
  const shared: { stem: string; share: number }[] = []
  for (let p = starts[b]!; p < starts[b + 1]!; p++) {
    const weight = own.get(terms[p]!)
    if (weight !== undefined) shared.push({ stem: stems[terms[p]!]!, share: weight * weights[p]! })
  }
  shared.sort((x, y) => y.share - x.share || byCodeUnit(x.stem, y.stem))
  return { cosine: roundScore(shared.reduce((sum, { share }) => sum + share, 0)), shared }
}

/** The first word of a text with each of its stems, in lower case. */
export function wordsByStem(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const word of words(text)) for (const stem of tokens(word)) if (!found.has(stem)) found.set(stem, word)
  return found
}
