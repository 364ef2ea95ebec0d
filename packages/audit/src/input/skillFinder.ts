import { posix } from 'node:path'
import { nearMisses } from '@lawbook/base'
import type { AuditLibrary } from '../auditLibrary.ts'
import { groupsOf } from '../groupsOf.ts'
import { cleaned } from './clean.ts'

/** The id that somebody meant, or why there is none. */
export type Meant = { readonly id: string } | { readonly id: null; readonly why: string }

/** How rows and transcripts name skills: by id, by name, or by the path of the file that was read. */
export type SkillFinder = {
  named(text: string): Meant
  atPath(path: string): Meant
}

/**
 * A finder for a library. A name that no skill bears whole is tried without its namespace, as Claude Code writes skills
 * of plugins (`plugin:skill`). The id of a copy means the skill that stayed. A path means the skill whose own path ends
 * most like it, by at least its folder; else the skill of the folder's name.
 */
export function skillFinder(library: AuditLibrary): SkillFinder {
  const ids = new Map(library.skills.map(({ id }) => [id, id]))
  for (const { id, of } of library.copies) ids.set(id, of)
  const byName = groupsOf(library.skills, ({ name }) => name)
  const byFolder = groupsOf(library.skills, ({ place }) => folderName(place.file ?? ''))

  const exactly = (text: string): Meant | null => {
    const id = ids.get(text)
    if (id !== undefined) return { id }
    const skills = byName.get(text)
    if (skills === undefined) return null
    if (skills.length === 1) return { id: skills[0]!.id }
    const some = skills.slice(0, 3).map((skill) => skill.id)
    return { id: null, why: `${skills.length} skills are called "${text}"; name one by its id (${some.join(', ')})` }
  }
  // Transcripts name the same strangers again and again, and near misses are slow to look for.
  const strangers = new Map<string, Meant>()
  const stranger = (name: string): Meant => {
    const known = strangers.get(name) ?? { id: null, why: unknown(name, [...byName.keys(), ...ids.keys()]) }
    strangers.set(name, known)
    return known
  }
  const named = (text: string): Meant => {
    const name = cleaned(text)
    return exactly(name) ?? exactly(name.slice(name.lastIndexOf(':') + 1)) ?? stranger(name)
  }
  const atPath = (path: string): Meant => {
    const [...segments] = path.replaceAll('\\', '/').split('/')
    const folder = segments.at(-2) ?? ''
    const alike = (byFolder.get(folder) ?? []).map(({ id, place }) => ({
      id,
      common: commonEnd(segments, place.file!),
    }))
    const most = Math.max(0, ...alike.map(({ common }) => common))
    const best = alike.filter(({ common }) => common === most && most >= 2)
    if (best.length > 1) return { id: null, why: `${best.length} skills have a folder ${cleaned(folder)}` }
    return best.length === 1 ? { id: best[0]!.id } : named(folder)
  }
  return { named, atPath }
}

const folderName = (file: string): string => posix.basename(posix.dirname(file))

/** How many segments two paths share at their ends, the file's own name in any case. */
function commonEnd(segments: readonly string[], file: string): number {
  const other = file.split('/')
  let common = 0
  const alike = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && (a === b || (common === 0 && a.toLowerCase() === b?.toLowerCase()))
  while (alike(segments.at(-1 - common), other.at(-1 - common))) common++
  return common
}

function unknown(name: string, known: readonly string[]): string {
  const near = nearMisses(name, known)
  return `there is no skill "${name}"${near.length === 0 ? '' : ` (near: ${near.join(', ')})`}`
}
