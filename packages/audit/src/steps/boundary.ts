import type { LibraryStep } from '../edit/edit.ts'
import { candidateWords, withWords } from './addedWords.ts'
import { type ListingIndex, listingIndex } from './listingIndex.ts'
import { rewritten, textsBySkill } from './rewriting.ts'
import { withoutPointers } from './withoutPointers.ts'

export type BoundaryOptions = {
  /** The most words that are added to the listing of a skill that loses its own requests. */
  readonly words: number
}

/** Chosen as those of `anchoring` were. */
export const boundaryDefaults: BoundaryOptions = { words: 4 }

/**
 * Boundaries in words that routers can use. Clauses about other skills go (`withoutPointers`), since a negation is just
 * more words to a router. A skill that another one beats on the skill's own requests, by tf-idf cosine, gets those words
 * of the requests that neither its own listing nor that of the strongest rival has.
 */
export function boundary({ words }: BoundaryOptions = boundaryDefaults): LibraryStep {
  return {
    id: 'boundary',
    title: 'Boundaries between neighbours',
    source: 'this project',
    edit(library, calibration) {
      const index = listingIndex(library)
      const texts = textsBySkill(calibration)
      return rewritten(library, 'boundary', (skill, at) => {
        const own = texts.get(skill.id) ?? []
        const bare = bareOf(skill.description)
        const rival = strongestRival(own, at, index)
        const chosen =
          rival === null
            ? []
            : candidateWords(own, at, index)
                .filter(({ stem }) => !index.stems(rival.at).has(stem))
                .slice(0, words)
        const reasons = [
          ...(bare === skill.description
            ? []
            : [
                `${skill.description.length - bare.length} characters speak of other skills, which routers read as this one's`,
              ]),
          ...(rival === null || chosen.length === 0
            ? []
            : [
                `${library.skills[rival.at]!.name} has cosine ${rival.cosine.toFixed(2)} with its requests where its own listing has ${rival.own.toFixed(2)}; ${chosen.length} of their words are in neither listing`,
              ]),
        ]
        return reasons.length === 0
          ? null
          : {
              description: withWords(
                bare,
                chosen.map(({ word }) => word),
                own,
              ),
              reason: reasons.join('; '),
            }
      })
    },
  }
}

/** A description without pointers, or as it is where nothing would be left. */
function bareOf(description: string): string {
  const bare = withoutPointers(description)
  return bare === '' ? description : bare
}

type Rival = { readonly at: number; readonly cosine: number; readonly own: number }

/** The skill that beats another one, or ties with it, by the widest margin on one of its own requests; null if none. */
function strongestRival(requests: readonly string[], skill: number, index: ListingIndex): Rival | null {
  let rival: Rival | null = null
  for (const text of requests) {
    const cosines = index.cosines(text)
    const own = cosines[skill]!
    cosines.forEach((cosine, at) => {
      if (at === skill || cosine === 0 || cosine < own) return
      if (rival === null || cosine - own > rival.cosine - rival.own) rival = { at, cosine, own }
    })
  }
  return rival
}
