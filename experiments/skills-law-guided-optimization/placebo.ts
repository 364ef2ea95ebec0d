import type { Edit, Edited } from '@lawbook/audit'
import type { Stream } from '@lawbook/base'
import { type Library, libraryOf, type Skill } from '@lawbook/skills'

/**
 * The same optimisation with its content taken out of it: as many random skills go as went without an heir (removed, or
 * merged into one that does other work), and what was added to a listing is what was added to another one, of about the
 * same length. What was taken out of a listing, and merges of skills that do the same work, stay as they were.
 */
export function placeboOf(original: Library, edited: Edited, stream: Stream): Edited {
  const before = new Map(original.skills.map((skill) => [skill.id, skill]))
  const heirs = edited.edits.filter((edit) => edit.kind === 'merge' && edit.serves)
  const merged = new Set(heirs.map(({ before: { id } }) => id))
  const spared = original.skills.length - merged.size - edited.library.skills.length
  const staying = original.skills.filter(({ id }) => !merged.has(id))
  const gone = new Set([...stream.sample(staying.length, Math.max(0, spared))].map((j) => staying[j]!.id))
  const after = new Map(edited.library.skills.map((skill) => [skill.id, skill]))
  const changes = staying.map((skill) => changeOf(before.get(skill.id)!, after.get(skill.id) ?? skill))
  const additions = exchanged(
    changes.map(({ added }) => added),
    stream,
  )
  const relisted = staying.map((skill, k): Skill => {
    const { kept, added } = changes[k]!
    const rewritten = after.get(skill.id)
    if (rewritten === undefined || (added.length === 0 && rewritten.description === skill.description)) return skill
    return { ...rewritten, description: [...kept, ...additions[k]!].join(' ') }
  })
  const removals = relisted
    .filter(({ id }) => gone.has(id))
    .map((skill): Edit => ({ step: 'placebo', reason: 'drawn at random', kind: 'remove', before: skill }))
  return { library: libraryOf(relisted.filter(({ id }) => !gone.has(id))), edits: [...heirs, ...removals] }
}

/** The words of a description that stayed, and those that are new, in the order of the new description. */
function changeOf(before: Skill, after: Skill): { readonly kept: string[]; readonly added: string[] } {
  const there = new Map<string, number>()
  for (const word of split(before.description)) there.set(word, (there.get(word) ?? 0) + 1)
  const [kept, added]: [string[], string[]] = [[], []]
  for (const word of split(after.description)) {
    const left = there.get(word) ?? 0
    if (left > 0) there.set(word, left - 1)
    if (left > 0) kept.push(word)
    else added.push(word)
  }
  return { kept, added }
}

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** Every addition in another place: those that have one, by length, each takes that of the next, ties shuffled. */
function exchanged(additions: readonly (readonly string[])[], stream: Stream): (readonly string[])[] {
  const places = stream.shuffle([...additions.keys()].filter((k) => additions[k]!.length > 0))
  places.sort((a, b) => additions[a]!.length - additions[b]!.length)
  const result = additions.map((addition) => addition)
  places.forEach((place, k) => {
    result[place] = additions[places[(k + 1) % places.length]!]!
  })
  return result
}
