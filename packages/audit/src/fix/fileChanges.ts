import { fail } from '@lawbook/base'
import type { AuditedSkill, AuditLibrary } from '../auditLibrary.ts'
import type { Edit } from '../edit/edit.ts'
import { skillText } from './skillText.ts'
import { toolText } from './toolText.ts'

/** A file before and after; `after` is null for one that goes. */
export type FileChange = { readonly file: string; readonly before: string; readonly after: string | null }

/**
 * What edits make of files, in the order of the files. A merged skill's SKILL.md goes, and its body follows that of the
 * skill that stays. `read` gives the text of a file of the library. LB_INPUT where a file cannot be edited.
 */
export async function fileChanges(
  { skills }: AuditLibrary,
  edits: readonly Edit[],
  read: (file: string) => Promise<string>,
): Promise<FileChange[]> {
  const known = new Map(skills.map((skill) => [skill.id, skill]))
  const now = new Map<string, string | null>()
  const was = new Map<string, string>()
  for (const edit of edits) {
    const [skill, other] = (edit.kind === 'merge' ? [edit.after, edit.before] : [edit.before]).map(
      ({ id }) => known.get(id)!,
    )
    const file = skill!.place.file!
    for (const path of [file, ...(other === undefined ? [] : [other.place.file!])])
      if (!was.has(path)) was.set(path, await read(path))
    now.set(file, edited(edit, skill!, now.get(file) ?? was.get(file)!, other))
    if (other !== undefined) now.set(other.place.file!, null)
  }
  return [...now].map(([file, after]) => ({ file, before: was.get(file)!, after }))
}

function edited(edit: Edit, skill: AuditedSkill, text: string, other: AuditedSkill | undefined): string {
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
  return other === undefined ? result : withBody(result, other)
}

/** The body of a skill that goes, below that of the one that stays; its other files stay where they are. */
function withBody(text: string, { name, body, place }: AuditedSkill): string {
  const folder = place.file!.split('/').slice(0, -1).join('/') || '.'
  return `${text.trimEnd()}\n\n<!-- from ${name}, whose other files are in ${folder} -->\n\n${body.trimEnd()}\n`
}
