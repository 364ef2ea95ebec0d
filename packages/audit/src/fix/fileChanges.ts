import { posix } from 'node:path'
import { fail } from '@lawbook/base'
import type { AuditedSkill, AuditLibrary } from '../auditLibrary.ts'
import type { Edit } from '../edit/edit.ts'
import { skillText } from './skillText.ts'
import { toolText } from './toolText.ts'

/** A file before and after; `after` is null for one that goes. */
export type FileChange = { readonly file: string; readonly before: string; readonly after: string | null }

/** What is asked of the files of a library. */
export type Files = {
  /** The text of a file. */
  read(file: string): Promise<string>
  /** Whether other files that are copied lie in the folder of a file. */
  accompanied(file: string): Promise<boolean>
}

/**
 * What edits make of files, in the order of the files. A merged skill's SKILL.md goes, and its body follows that of the
 * skill that stays, unless that has it already. LB_INPUT where a file cannot be edited.
 */
export async function fileChanges(
  { skills }: AuditLibrary,
  edits: readonly Edit[],
  { read, accompanied }: Files,
): Promise<FileChange[]> {
  const known = new Map(skills.map((skill) => [skill.id, skill]))
  const now = new Map<string, string | null>()
  const was = new Map<string, string>()
  const bodies = new Map<string, Set<string>>()
  for (const edit of edits) {
    const [skill, other] = (edit.kind === 'merge' ? [edit.after, edit.before] : [edit.before]).map(
      ({ id }) => known.get(id)!,
    )
    const file = skill!.place.file!
    for (const path of [file, ...(other === undefined ? [] : [other.place.file!])])
      if (!was.has(path)) was.set(path, await read(path))
    const text = edited(edit, skill!, now.get(file) ?? was.get(file)!)
    now.set(file, text)
    if (other === undefined) continue
    const held = bodies.get(file) ?? new Set([skill!.body.trim()])
    const folder = (await accompanied(other.place.file!)) ? wayTo(other.place.file!, file) : null
    now.set(file, withBody(text, other, { held: held.has(other.body.trim()), folder }))
    now.set(other.place.file!, null)
    bodies.set(file, held.add(other.body.trim()))
  }
  return [...now].map(([file, after]) => ({ file, before: was.get(file)!, after }))
}

function edited(edit: Edit, skill: AuditedSkill, text: string): string {
  const after = edit.kind === 'rewrite' || edit.kind === 'merge' ? edit.after : null
  if (after === null) return fail('LB_USAGE', `an edit that takes ${skill.id} out or apart cannot be written to files`)
  const result =
    skill.raw === ''
      ? toolText(text, [{ name: skill.name, before: skill.description, after: after.description }])
      : skillText(text, after)
  if (result === null)
    return fail(
      'LB_INPUT',
      `${skill.place.file} cannot be edited so that it reads as it should; correct its front matter by hand`,
    )
  return result
}

/**
 * The body of a skill that goes, below that of the one that stays, unless it is there (`held`); its other files stay
 * where they are: in `folder`, null where there are none.
 */
function withBody(
  text: string,
  { name, body }: AuditedSkill,
  { held, folder }: { readonly held: boolean; readonly folder: string | null },
): string {
  const files = folder === null ? '' : `, whose other files are in ${folder}`
  if (held) return folder === null ? text : `${text.trimEnd()}\n\n<!-- the same as ${name}${files} -->\n`
  return `${text.trimEnd()}\n\n<!-- from ${name}${files} -->\n\n${body.trimEnd()}\n`
}

/** The folder of a file as one reads it in another file: it holds wherever the copy is put. */
const wayTo = (file: string, from: string): string => posix.relative(posix.dirname(from), posix.dirname(file)) || '.'
