import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { asLawbookError, fail } from '@lawbook/base'
import type { AuditLibrary } from '../auditLibrary.ts'
import type { PlanReport } from '../report.ts'
import { copyTree, leftOut } from './copyTree.ts'
import { expectFree } from './expectFree.ts'
import { fileChanges } from './fileChanges.ts'
import { treeOf } from './treeOf.ts'
import { writeRecord } from './writeRecord.ts'

/**
 * Write an edited copy of a library to the folder `out`: the files of skills that the plan edits, everything else byte
 * for byte. Below `out/.lawbook` are a unified diff for each changed skill and `edits.json` with all edits and the
 * files before and after, so that everything can be taken back. All or nothing. Returns the changed files, relative to
 * `out`. LB_EXISTS where `out` is not empty, LB_USAGE where it lies in what is copied or the library is no folder of
 * this machine, LB_INPUT where a file cannot be edited.
 */
export async function writeFixed({
  library,
  plan,
  out,
}: {
  readonly library: AuditLibrary
  readonly plan: Pick<PlanReport, 'edits'>
  readonly out: string
}): Promise<{ readonly files: readonly string[] }> {
  const tree = treeOf(library)
  await expectFree(out, tree)
  const edits = plan.edits.map(({ edit }) => edit)
  const changes = await fileChanges(library, edits, {
    read: (file) => textOf(join(tree.folder, file), file),
    accompanied: (file) => accompanied(join(tree.folder, file)),
  })
  await filled(out, async (temporary) => {
    for (const part of tree.parts) await copyPart(join(tree.folder, part), join(temporary, part))
    for (const { file, after } of changes)
      await (after === null ? rm(join(temporary, file)) : writeFile(join(temporary, file), after))
    await writeRecord(join(temporary, '.lawbook'), edits, changes, library)
  })
  return { files: changes.map(({ file }) => file) }
}

/** Only text that comes back as the same bytes is edited. */
async function textOf(path: string, file: string): Promise<string> {
  const bytes = await readFile(path).catch(() => fail('LB_INPUT', `${file} cannot be read any more; audit again`))
  const text = bytes.toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(bytes))
    fail('LB_INPUT', `${file} is not UTF-8; save it as UTF-8 before it is fixed`)
  return text
}

async function accompanied(path: string): Promise<boolean> {
  const names = await readdir(dirname(path))
  return names.some((name) => name !== basename(path) && !leftOut.includes(name))
}

async function copyPart(from: string, to: string): Promise<void> {
  if ((await stat(from)).isDirectory()) return copyTree(from, to)
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
}

/** Fill a folder beside `out` that then becomes it. */
async function filled(out: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(out), { recursive: true })
  const temporary = await mkdtemp(join(dirname(out), '.lawbook-fix-'))
  try {
    await fill(temporary)
    await rm(out, { recursive: true, force: true })
    await rename(temporary, out)
  } catch (thrown) {
    await rm(temporary, { recursive: true, force: true })
    throw asLawbookError(thrown)
  }
}
