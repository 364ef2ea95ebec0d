import type { LibraryStep } from '../edit/edit.ts'
import { addedTo, candidateWords, withWords } from './addedWords.ts'
import { listingIndex } from './listingIndex.ts'
import { rewritten, textsBySkill } from './rewriting.ts'

export type AnchoringOptions = {
  /** The most words in the clause of a listing, those that other steps have put there included. */
  readonly words: number
}

/**
 * Chosen on the calibration half of the shipped requests: anchors from one wording, judged by the other, both
 * ways, mean over six routers (BM25, TF-IDF, character n-grams, token overlap, GloVe SIF, naive Bayes) of the exact
 * accuracy among 200.
 */
export const anchoringDefaults: AnchoringOptions = { words: 12 }

/** A skill of so many requests gets so few words: what most of them say is known, and a short clause reads better. */
const [known, fewer] = [4, 6]

/**
 * Retrieval-aware anchors: words that users of a skill ask with and its listing lacks (`candidateWords`), appended in a
 * short clause. A skill without requests of its own stays as it is: words learned from the requests of other skills
 * moved accuracy from asked skills to others and added nothing on the whole.
 */
export function anchoring({ words }: AnchoringOptions = anchoringDefaults): LibraryStep {
  return {
    id: 'anchoring',
    title: 'Anchors from requests',
    source: 'this project; expanding documents by what is asked of them: Nogueira, Yang, Lin and Cho (2019), doc2query',
    edit(library, calibration) {
      const index = listingIndex(library)
      const texts = textsBySkill(calibration)
      return rewritten(library, 'anchoring', ({ id, description }, at) => {
        const own = texts.get(id)
        if (own === undefined) return null
        const most = own.length < known ? words : Math.min(words, fewer)
        const room = Math.max(0, most - addedTo(description).length)
        const chosen = candidateWords(own, at, index).slice(0, room)
        if (chosen.length === 0) return null
        const after = withWords(
          description,
          chosen.map(({ word }) => word),
          own,
        )
        const added = new Set(addedTo(after).slice(addedTo(description).length))
        const listed = chosen.filter((word) => added.has(word.word) && word.listed > 0).length
        return {
          description: after,
          reason: `people ask with words that the listing lacks: ${added.size} added, ${listed} of them in other listings, from ${own.length} of its requests`,
        }
      })
    },
  }
}
