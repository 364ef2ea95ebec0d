import type { Row } from '@lawbook/schemas'
import { exposed, type Library } from '@lawbook/skills'
import type { Arm } from './arm.ts'

/** What an arm did to the library: how many edits of which kind, and how long all listings together are before and after. */
export function editCounts({ id, tested, edited }: Arm, before: Library): Row {
  const count = (is: (edit: (typeof edited.edits)[number]) => boolean): number => edited.edits.filter(is).length
  return {
    arm: id,
    tested,
    rewrites: count(({ kind }) => kind === 'rewrite'),
    removals: count(({ kind }) => kind === 'remove'),
    merges: count((edit) => edit.kind === 'merge' && edit.serves),
    'merges of other work': count((edit) => edit.kind === 'merge' && !edit.serves),
    skills: edited.library.skills.length,
    'characters before': characters(before),
    characters: characters(edited.library),
  }
}

/** All listings of a library together. */
export function characters(library: Library): number {
  return library.skills.reduce((sum, skill) => sum + exposed(skill).length, 0)
}
