import type { Edit } from './edit.ts'

/**
 * Which skills of the edited library answer what was asked of each skill of the original one, by id; skills that no
 * edit names stand for themselves. A removed skill is answered by none, a split one by its parts, a merged one by the
 * skill that stays: under `strict` only where it does the same work. Requests for a skill that nobody answers stay in
 * every denominator.
 */
export function servedBy(edits: readonly Edit[], reading: 'strict' | 'lenient'): (skill: string) => readonly string[] {
  const served = new Map<string, readonly string[]>()
  for (const edit of edits) {
    if (edit.kind === 'rewrite') continue
    const next = answering(edit, reading)
    for (const [id, by] of served) if (by.includes(edit.before.id)) served.set(id, swap(by, edit.before.id, next))
    if (!served.has(edit.before.id)) served.set(edit.before.id, next)
  }
  return (skill) => served.get(skill) ?? [skill]
}

function answering(edit: Exclude<Edit, { kind: 'rewrite' }>, reading: 'strict' | 'lenient'): readonly string[] {
  if (edit.kind === 'remove') return []
  if (edit.kind === 'split') return edit.parts.map(({ id }) => id)
  return edit.serves || reading === 'lenient' ? [edit.after.id] : []
}

const swap = (ids: readonly string[], old: string, next: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => (id === old ? next : [id]))),
]
