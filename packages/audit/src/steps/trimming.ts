import { type Skill, words } from '@lawbook/skills'
import type { LibraryStep } from '../edit/edit.ts'
import { rewritten } from './rewriting.ts'

export type TrimmingOptions = {
  /** An opening is boilerplate if at least this many listings have it, */
  readonly least: number
  /** and at least this share of all listings. */
  readonly share: number
}

/**
 * Chosen on the calibration half as those of `anchoring` were: no value gained accuracy, these took out most characters
 * for a change of about a tenth of a point.
 */
export const trimmingDefaults: TrimmingOptions = { least: 5, share: 0.01 }

/** Words that say when a skill is used, never what for: only runs of nothing else are taken out, */
const frame: ReadonlySet<string> = new Set(
  `a about activate activates an and any applies apply are as ask asked asking asks be been by can do for if in invoke
   invoked is it its like mention mentions must need needed needs of on or phrase phrases please said say saying says
   should skill skills such task tasks that the their these this to trigger triggered triggers use used useful user users
   uses using want wanted wants when whenever where which with you your`.split(/\s+/),
)

/** and only where one of these comes first. */
const first: ReadonlySet<string> = new Set(
  `activate activates applies apply invoke invoked this trigger triggered triggers use used useful when whenever`.split(
    ' ',
  ),
)

/** At most so many words are taken out at once. */
const longest = 12

/**
 * Take out the openings of sentences that many listings share, such as "Use this skill when the user wants to": runs of
 * words about use whose first two words open sentences in many listings. They cost characters and tell no skill from another. It never lengthens a listing, and leaves a description
 * alone of which nothing would be left.
 */
export function trimming({ least, share }: TrimmingOptions = trimmingDefaults): LibraryStep {
  return {
    id: 'trimming',
    title: 'Shared openings out',
    source: 'this project',
    edit(library) {
      const counts = openingCounts(library.skills)
      const enough = Math.max(least, share * library.skills.length)
      return rewritten(library, 'trimming', ({ description }) => {
        const trimmed = clausesOf(description)
          .map((clause) => withoutOpening(clause, (opening) => (counts.get(opening) ?? 0) >= enough))
          .join('')
          .trim()
        if (trimmed.length >= description.length || words(trimmed).length === 0) return null
        const saved = description.length - trimmed.length
        return {
          description: trimmed,
          reason: `${saved} of ${description.length} characters are openings that at least ${Math.ceil(enough)} listings share`,
        }
      })
    },
  }
}

/** Sentences, and what follows a colon or a dash, with the marks and the white space that end them. */
const clausesOf = (description: string): string[] => description.split(/(?<=[.!?;:—–]\s)|(?<=\n)/)

/** The words of a clause and where each starts. */
function placedWords(clause: string): { word: string; at: number }[] {
  return [...clause.matchAll(/\p{L}[\p{L}\p{N}'’]*/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    at: index,
  }))
}

/** The first two words of a clause that opens with words about use and goes on; null of any other. */
function openingOf(all: readonly { word: string }[]): string | null {
  if (!all.slice(0, 2).every(({ word }) => frame.has(word)) || all.length <= 2) return null
  return first.has(all[0]!.word) ? `${all[0]!.word} ${all[1]!.word}` : null
}

/** In how many listings each opening stands. */
function openingCounts(skills: readonly Skill[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { description } of skills) {
    const openings = new Set(clausesOf(description).map((clause) => openingOf(placedWords(clause))))
    for (const opening of openings) if (opening !== null) counts.set(opening, (counts.get(opening) ?? 0) + 1)
  }
  return counts
}

/** A clause without its run of words about use; where the clause began with a capital, so does the rest. */
function withoutOpening(clause: string, shared: (opening: string) => boolean): string {
  const all = placedWords(clause)
  const opening = openingOf(all)
  if (opening === null || !shared(opening)) return clause
  const end = all.slice(0, longest).findIndex(({ word }) => !frame.has(word))
  if (end === -1) return clause
  const [marks, rest] = [clause.slice(0, all[0]!.at), clause.slice(all[end]!.at)]
  return marks + (/^\P{L}*\p{Lu}/u.test(clause) ? rest.slice(0, 1).toUpperCase() + rest.slice(1) : rest)
}
