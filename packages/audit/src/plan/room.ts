import type { AuditLibrary } from '../auditLibrary.ts'
import type { SeenReport } from '../report.ts'
import { type Candidate, kinds } from './candidates.ts'

/**
 * By how many characters the listing is beyond the profile's budget with every description in full, at most 0 where it
 * fits. Null where the profile has no budget; what a listing without some of the skills would take is not known, and
 * counts as beyond it by one character at least.
 */
export function excessOf(
  { skills }: Pick<AuditLibrary, 'skills'>,
  { budgetChars, usedChars, skills: shown }: Pick<SeenReport, 'budgetChars' | 'usedChars' | 'skills'>,
): number | null {
  if (budgetChars === null) return null
  const whole = skills.reduce((sum, { description }) => sum + description.length, 0)
  const visible = shown.reduce((sum, { chars }) => sum + chars, 0)
  const excess = usedChars - visible + whole - budgetChars
  return shown.some(({ shown: how }) => how === 'nothing') ? Math.max(1, excess) : excess
}

/**
 * By how many characters a plan may lengthen the listing: what is left of the profile's budget, with every description
 * in full; 0 where the listing is beyond it; no limit where the profile has none.
 */
export const roomOf = (excess: number | null): number =>
  excess === null ? Number.POSITIVE_INFINITY : Math.max(0, -excess)

/** What matters of an edit for what a plan has room for; `gain` is the one that chose it. */
type Sized = { readonly candidate: Pick<Candidate, 'kind' | 'chars'>; readonly gain: number }

/** At most so many edits by their gain, and at least so many without gain, or as many as are left of the first. */
export type Places = { readonly most: number; readonly filling: number }

/**
 * The best edits that fit: at most `most`, by gain; while they lengthen the listing by more than `room`, the least
 * helpful that lengthens it gives way to the one that saves most of those that are left. Edits without gain for which
 * `fills` holds take the places that are left (`Places`), in their order.
 */
export function fitting<T extends Sized>(
  edits: readonly T[],
  { most, filling, room, fills }: Places & { readonly room: number; fills(edit: T): boolean },
): T[] {
  const ranked = edits.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain)
  const picked = ranked.slice(0, most)
  const left = edits.filter((edit) => !picked.includes(edit) && edit.candidate.chars < 0)
  const savers = [...left].sort((a, b) => a.candidate.chars - b.candidate.chars)
  while (picked.reduce((sum, { candidate }) => sum + candidate.chars, 0) > room) {
    picked.splice(
      picked.findLastIndex(({ candidate }) => candidate.chars > 0),
      1,
    )
    if (savers.length > 0) picked.push(savers.shift()!)
  }
  const fill = left.filter((edit) => !picked.includes(edit) && edit.gain === 0 && fills(edit))
  return [...picked, ...fill.slice(0, Math.max(filling, most - picked.length))]
}

/**
 * The order in which a plan is carried out: by kind, so that what shortens comes first; in each the most helpful first,
 * or, where the listing is beyond its budget, what saves most.
 */
export function inOrder<T extends Sized>(edits: readonly T[], beyond: boolean): T[] {
  const place = ({ candidate: { kind } }: T): number => kinds.indexOf(kind)
  const saved = (a: T, b: T): number => a.candidate.chars - b.candidate.chars
  return [...edits].sort((a, b) => place(a) - place(b) || (beyond ? saved(a, b) : 0) || b.gain - a.gain || saved(a, b))
}
