import { exposed, tokens } from '@lawbook/skills'
import type { AuditLibrary } from '../auditLibrary.ts'
import { withoutPointers } from '../steps/withoutPointers.ts'

/**
 * Of each listing how many different stems it has, and how many of them are its own: found in at most one listing of a
 * hundred, or in no other one of a smaller library. Clauses that say what a skill is not for do not count. `most` is
 * how many listings a stem may be in.
 */
export function ownWords({ skills }: Pick<AuditLibrary, 'skills'>): {
  readonly most: number
  readonly counts: readonly { readonly id: string; readonly all: number; readonly own: number }[]
} {
  const most = Math.max(1, Math.floor(skills.length / 100))
  const stems = skills.map(({ name, description }) => {
    return new Set(tokens(exposed({ name, description: withoutPointers(description) })))
  })
  const listings = new Map<string, number>()
  for (const set of stems) for (const stem of set) listings.set(stem, (listings.get(stem) ?? 0) + 1)
  const counts = stems.map((set, i) => {
    const own = [...set].filter((stem) => listings.get(stem)! <= most).length
    return { id: skills[i]!.id, all: set.size, own }
  })
  return { most, counts }
}
