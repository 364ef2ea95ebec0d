import type { Edited } from '@lawbook/audit'
import type { Library } from '@lawbook/skills'

/**
 * What an optimiser did to the skill that a request is meant for. `gone`: removed or merged away; `edited`: its listing
 * changed; `edited unread`: it changed although its half was not read; `read`: its half was read, its listing stayed;
 * `untouched`: neither. Where nothing is read (`isRead` null) there are no halves.
 */
export const touches = ['gone', 'edited', 'edited unread', 'read', 'untouched'] as const
export type Touch = (typeof touches)[number]

export function touchOf(library: Library, { library: after }: Edited, isRead: ((skill: string) => boolean) | null) {
  const before = new Map(library.skills.map((skill) => [skill.id, skill]))
  const now = new Map(after.skills.map((skill) => [skill.id, skill]))
  return (id: string): Touch => {
    const [was, is] = [before.get(id), now.get(id)]
    if (is === undefined) return 'gone'
    const changed = was === undefined || was.name !== is.name || was.description !== is.description
    if (changed) return isRead === null || isRead(id) ? 'edited' : 'edited unread'
    return isRead?.(id) === true ? 'read' : 'untouched'
  }
}
