import { byCodeUnit } from '@lawbook/base'
import type { AuditedSkill, AuditLibrary } from '../auditLibrary.ts'
import { languageNote } from './language.ts'
import { type Problem, sortedProblems } from './problem.ts'
import type { Part } from './skillFile.ts'

/** What was found, before it is a library. */
export type Found = {
  readonly source: string
  readonly folder?: string
  readonly format: AuditLibrary['format']
  readonly parts: readonly Part[]
  readonly problems: readonly Problem[]
}

/**
 * A library of what was found. An id that is taken gets `#2`, `#3`, … in the order of the parts; of skills with the same
 * name, description and body, white space aside, the first by id stays and the others are copies. Nothing else goes.
 */
export function assemble({ parts, problems, ...rest }: Found): AuditLibrary {
  const named = withUniqueIds(parts)
  const all = named.map(({ skill }) => skill).sort((a, b) => byCodeUnit(a.id, b.id))
  const firsts = new Map<string, string>()
  const copies: { id: string; of: string }[] = []
  const skills = all.filter((skill) => {
    const content = contentOf(skill)
    const first = firsts.get(content)
    if (first === undefined) firsts.set(content, skill.id)
    else copies.push({ id: skill.id, of: first })
    return first === undefined
  })
  const kept = new Set(skills.map(({ id }) => id))
  const warnings = named
    .flatMap(({ skill: { id }, warnings: own }) => own.map((warning) => ({ id, ...warning })))
    .filter(({ id }) => kept.has(id))
    .sort((a, b) => byCodeUnit(a.id, b.id))
  return { ...rest, skills, copies, warnings, problems: sortedProblems([...problems, ...languageNote(skills)]) }
}

function withUniqueIds(parts: readonly Part[]): Part[] {
  const wanted = new Set(parts.map(({ skill }) => skill.id))
  const taken = new Set<string>()
  return parts.map((part) => {
    const { id } = part.skill
    let unique = id
    for (let n = 2; taken.has(unique) || (unique !== id && wanted.has(unique)); n++) unique = `${id}#${n}`
    taken.add(unique)
    return unique === id ? part : { ...part, skill: { ...part.skill, id: unique } }
  })
}

const contentOf = ({ name, description, body }: AuditedSkill): string =>
  JSON.stringify([name, description, body].map((text) => text.replace(/\s+/g, ' ').trim()))
