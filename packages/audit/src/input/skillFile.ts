import { posix } from 'node:path'
import { parseSkill } from '@lawbook/skills'
import type { AuditedSkill, AuditLibrary } from '../auditLibrary.ts'
import { clean, cleaned } from './clean.ts'
import { limits, megabytes } from './limits.ts'
import { type Problem, problem } from './problem.ts'
import { counted } from './record.ts'

/** A skill on its way into a library: its id may still have to be made unique. */
export type Part = {
  readonly skill: AuditedSkill
  readonly warnings: readonly Omit<AuditLibrary['warnings'][number], 'id'>[]
}

export type SkillSource = {
  /** The package that the file came in; null: the folder that holds the skill's own folder stands in. */
  readonly package: string | null
  /** What the folder is called that a SKILL.md at the very top lies in. */
  readonly top: string
}

export const isSkillFile = (name: string): boolean => /^skill\.md$/i.test(name)

/** The text of a SKILL.md, at a path relative to what is audited, as a skill, or null where it cannot be one. */
export function skillOf(path: string, text: string, source: SkillSource): { part: Part | null; problems: Problem[] } {
  const file = cleaned(path)
  const folder = posix.basename(posix.dirname(path))
  const top = folder === '.' ? source.top : folder
  try {
    const origin = { id: file, package: source.package ?? groupOf(path), licence: '', folder: top }
    const { skill, warnings } = parseSkill(text.slice(0, limits.skillChars), origin)
    const [name, description] = [clean(skill.name), clean(skill.description)]
    const place = { file, line: descriptionLine(text) }
    const part: Part = {
      skill: {
        ...{ ...skill, name: name.text || cleaned(top) || file, description: description.text },
        ...{ tags: skill.tags.map(cleaned), place, raw: text },
      },
      warnings: [...warnings, ...oddName(name.text)],
    }
    return { part, problems: [...tooLong(path, text), ...escaped(path, name.removed, description.removed)] }
  } catch (thrown) {
    const reason = thrown instanceof Error ? cleaned(thrown.message) : 'no reason given'
    return { part: null, problems: [problem(path, `its front matter cannot be read (${reason})`)] }
  }
}

/** The Agent Skills format (https://agentskills.io/specification): small letters, digits, and hyphens between them. */
const oddName = (name: string): Part['warnings'] =>
  name === '' || /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(name)
    ? []
    : [{ rule: 'name-characters', detail: 'a name has small letters, digits and single hyphens between them' }]

/** The folder that the skill's own folder lies in, such as `plugins/tea/skills`; '.' at the top. */
const groupOf = (path: string): string => cleaned(posix.dirname(posix.dirname(path)))

const tooLong = (path: string, text: string): Problem[] =>
  text.length <= limits.skillChars
    ? []
    : [
        problem(
          path,
          `it is ${megabytes(text.length)} long; what follows the first ${megabytes(limits.skillChars)} was not looked at`,
        ),
      ]

/** What was taken out of a name and a description, as a problem of their file. */
export const escaped = (path: string | null, name: number, description: number): Problem[] =>
  [
    ...(name > 0 ? [['name', name] as const] : []),
    ...(description > 0 ? [['description', description] as const] : []),
  ].map(([field, removed]) =>
    problem(path, `its ${field} holds ${counted(removed, 'control or hidden character')}; left out here, remove them`),
  )

/** The 1-based line of `description:` in the front matter, else of `name:`, else 1. */
export function descriptionLine(text: string): number {
  const lines = text.split(/\r\n|\r|\n/, 4000)
  const first = lines.findIndex((line) => line.replace('\uFEFF', '').trim() !== '')
  const isFence = (line: string): boolean => /^\uFEFF?---[ \t]*$/.test(line)
  if (first === -1 || !isFence(lines[first]!.trimStart())) return 1
  const end = lines.findIndex((line, i) => i > first && isFence(line))
  const front = lines.slice(0, end === -1 ? first : end)
  for (const key of [/^description\s*:/, /^name\s*:/]) {
    const at = front.findIndex((line, i) => i > first && key.test(line))
    if (at !== -1) return at + 1
  }
  return 1
}
