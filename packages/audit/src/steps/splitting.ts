import { type Library, tfIdfPostings, tfIdfQuery, tokens } from '@lawbook/skills'
import type { Edit, LibraryStep } from '../edit/edit.ts'

export type SplittingOptions = {
  /** Only descriptions of at least so many characters are split, */
  readonly characters: number
  /** into parts whose tf-idf cosine is at most this. */
  readonly similarity: number
}

export const splittingDefaults: SplittingOptions = { characters: 500, similarity: 0.02 }

/** Each part has at least this share of the characters. */
const least = 0.25

/**
 * A long listing that speaks of two things becomes two entries with the same name and body, cut between the two
 * sentences where its parts have least in common. Not among the default steps: on the calibration half it cost accuracy
 * wherever it split more than a few listings.
 */
export function splitting(options: SplittingOptions = splittingDefaults): LibraryStep {
  return {
    id: 'splitting',
    title: 'Listings of two needs split',
    source: 'this project',
    edit(library) {
      const edits: Edit[] = []
      const cosine = cosineOf(library)
      const skills = library.skills.flatMap((before) => {
        const cut = bestCut(before.description, options, cosine)
        if (cut === null) return [before]
        const parts = cut.parts.map((description, i) => ({ ...before, id: `${before.id}#${i + 1}`, description }))
        const reason = `its ${before.description.length} characters fall into two parts whose cosine is ${cut.similarity.toFixed(3)}`
        edits.push({ kind: 'split', step: 'splitting', reason, before, parts })
        return parts
      })
      return { library: { skills }, edits }
    },
  }
}

type Cut = { readonly parts: readonly string[]; readonly similarity: number }

/** The cut with the least similar parts, the earliest of equals; null where none is allowed. */
function bestCut(
  description: string,
  { characters, similarity }: SplittingOptions,
  cosine: (a: string, b: string) => number,
): Cut | null {
  if (description.length < characters) return null
  const sentences = description.split(/(?<=[.!?]\s)/)
  let best: Cut | null = null
  for (let at = 1; at < sentences.length; at++) {
    const parts = [sentences.slice(0, at), sentences.slice(at)].map((part) => part.join('').trim())
    if (parts.some((part) => part.length < least * description.length)) continue
    const found = cosine(parts[0]!, parts[1]!)
    if (found <= similarity && (best === null || found < best.similarity)) best = { parts, similarity: found }
  }
  return best
}

/** The tf-idf cosine of two texts, with the document frequencies of the library's descriptions. */
function cosineOf({ skills }: Library): (a: string, b: string) => number {
  const postings = tfIdfPostings(skills.map(({ description }) => tokens(description)))
  return (a, b) => {
    const other = tfIdfQuery(postings, tokens(b))
    let sum = 0
    for (const [stem, weight] of tfIdfQuery(postings, tokens(a))) sum += weight * (other.get(stem) ?? 0)
    return sum
  }
}
