import type { AuditLibrary } from '../auditLibrary.ts'
import type { SeenReport } from '../report.ts'
import { type Candidate, kinds } from './candidates.ts'

/**
 * By how many characters a plan may lengthen the listing: what is left of the profile's budget, with every description
 * in full; 0 where the listing is beyond it; no limit where the profile has none.
 */
export function roomOf(
  { skills }: Pick<AuditLibrary, 'skills'>,
  { budgetChars, usedChars, skills: shown }: SeenReport,
): number {
  if (budgetChars === null) return Number.POSITIVE_INFINITY
  if (shown.some(({ shown: how }) => how === 'nothing')) return 0
  const whole = skills.reduce((sum, { description }) => sum + description.length, 0)
  const visible = shown.reduce((sum, { chars }) => sum + chars, 0)
  return Math.max(0, budgetChars - usedChars - (whole - visible))
}

/** What matters of an edit for what a plan has room for; `gain` is the one that chose it. */
type Sized = { readonly candidate: Pick<Candidate, 'kind' | 'chars'>; readonly gain: number }

/**
 * The best edits that fit: at most `most`, by gain; while they lengthen the listing by more than `room`, the least
 * helpful that lengthens it gives way to the one that saves most of those that are left. Edits without gain for which
 * `fills` holds take the places that are left, in their order.
 */
export function fitting<T extends Sized>(
  edits: readonly T[],
  { most, room, fills }: { readonly most: number; readonly room: number; fills(edit: T): boolean },
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
  return [...picked, ...fill.slice(0, Math.max(0, most - picked.length))]
}

/**
 * The order in which a plan is carried out: by kind, so that what shortens comes first; the most helpful first in each.
 */
export const inOrder = <T extends Sized>(edits: readonly T[]): T[] =>
  [...edits].sort((a, b) => kinds.indexOf(a.candidate.kind) - kinds.indexOf(b.candidate.kind) || b.gain - a.gain)
