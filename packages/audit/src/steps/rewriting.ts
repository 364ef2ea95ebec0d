import type { Library, Request, Skill } from '@lawbook/skills'
import type { Edit, Edited } from '../edit/edit.ts'

/** A new description and why; null where nothing changes. */
export type Rewriting = { readonly description: string; readonly reason: string } | null

/** A library whose descriptions are rewritten one by one; a description that stays the same makes no edit. */
export function rewritten(library: Library, step: string, rewrite: (skill: Skill, at: number) => Rewriting): Edited {
  const edits: Edit[] = []
  const skills = library.skills.map((before, at) => {
    const change = rewrite(before, at)
    if (change === null || change.description === before.description) return before
    const after = { ...before, description: change.description }
    edits.push({ kind: 'rewrite', step, reason: change.reason, before, after })
    return after
  })
  return { library: { skills }, edits }
}

/** The texts of the requests that are meant for each skill, by id. */
export function textsBySkill(requests: readonly Request[]): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const { skill, text } of requests) {
    const known = texts.get(skill)
    if (known === undefined) texts.set(skill, [text])
    else known.push(text)
  }
  return texts
}
