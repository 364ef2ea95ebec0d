import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Json, prettyJson } from '@lawbook/base'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { AuditLibrary } from '../auditLibrary.ts'
import type { Edit } from '../edit/edit.ts'
import type { FileChange } from './fileChanges.ts'

/** Write what was done to a folder: a unified diff for each changed file, and `edits.json` to take everything back. */
export async function writeRecord(
  folder: string,
  edits: readonly Edit[],
  changes: readonly FileChange[],
  { skills }: AuditLibrary,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const taken = new Set<string>()
  for (const change of changes) {
    const name = freeName(nameOf(change.file, skills), taken)
    await writeFile(join(folder, `${name}.diff`), diffOf(change))
  }
  const record = { schema: 'lawbook/edits@1', edits, files: changes }
  await writeFile(join(folder, 'edits.json'), prettyJson(record as unknown as Json))
}

/** What a diff is called: the name of the skill in the file, or of the file where it holds several. */
function nameOf(file: string, skills: AuditLibrary['skills']): string {
  const own = skills.filter(({ place }) => place.file === file)
  const name = own.length === 1 ? own[0]!.name : basename(file)
  return (
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[.-]+/, '')
      .slice(0, 80) || 'skill'
  )
}

function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}-${n}`
  taken.add(free.toLowerCase())
  return free
}

const diffOf = ({ file, before, after }: FileChange): string =>
  createTwoFilesPatch(
    `a/${file}`,
    after === null ? '/dev/null' : `b/${file}`,
    before,
    after ?? '',
    undefined,
    undefined,
    {
      headerOptions: FILE_HEADERS_ONLY,
    },
  )
