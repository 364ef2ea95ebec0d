import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit, sha256 } from '@lawbook/base'
import { commitOf } from '../commit.ts'
import { readFields } from './fields.ts'
import { clawbenchLayout } from './layout.ts'
import type { ClawParts, ClawTask, Problem } from './task.ts'

/** A loaded checkout. Loading reads files only; no code of a task runs. */
export type ClawCheckout = {
  /** Absolute paths. */
  readonly root: string
  readonly tasksFolder: string
  /** Every task, by folder; those with problems that forbid running as well. */
  readonly tasks: readonly ClawTask[]
  /** The commit that is checked out, or null where there is no .git to say so. */
  readonly commit: string | null
  /** SHA-256 over the paths and bytes of all files below the folder of tasks. */
  readonly hash: string
}

/**
 * Load every task of a checkout of claw-bench or of our own folder of that layout. What upstream skips in silence is
 * kept and listed with its problems. LB_BENCHMARK if the folder is something else.
 */
export async function loadClawbench(folder: string): Promise<ClawCheckout> {
  const { root, tasks: tasksFolder } = await clawbenchLayout(folder)
  const loaded: ClawTask[] = []
  for (const domain of await foldersIn(tasksFolder))
    for (const name of await foldersIn(join(tasksFolder, domain)))
      loaded.push(await loadTask(tasksFolder, domain, name))
  return {
    root,
    tasksFolder,
    tasks: withDuplicates(loaded),
    commit: await commitOf(root),
    hash: await hashOf(tasksFolder),
  }
}

async function loadTask(tasksFolder: string, domain: string, name: string): Promise<ClawTask> {
  const path = join(tasksFolder, domain, name)
  if ((await realpath(path)) !== join(await realpath(tasksFolder), domain, name)) return linkedTask(domain, name)
  const text = await readFile(join(path, 'task.toml'), 'utf8').catch(() => null)
  const { fields, shape, problems } = readFields(text ?? '', { domain, name })
  const missing: Problem = { kind: 'no-task-toml', forbids: true, sentence: 'there is no task.toml' }
  const parts = await partsOf(path)
  const all = [
    ...(text === null ? [missing] : [...problems, ...misplaced(fields, domain, name)]),
    ...missingFiles(parts),
  ]
  return { ...fields, folder: `${domain}/${name}`, shape: text === null ? null : shape, parts, problems: all }
}

/** What lies behind a link is no part of the checkout: it is neither read nor hashed, and cannot be run. */
function linkedTask(domain: string, name: string): ClawTask {
  const folder = `${domain}/${name}`
  const { fields } = readFields('', { domain, name: folder })
  const sentence = 'it lies behind a symbolic link, which is not followed: put the folder itself in its place'
  return { ...fields, folder, shape: null, parts: noParts, problems: [{ kind: 'link', forbids: true, sentence }] }
}

const noParts: ClawParts = {
  instruction: false,
  setup: false,
  data: false,
  pytest: false,
  node: false,
  solveSh: false,
  solveTs: false,
}

async function partsOf(path: string): Promise<ClawParts> {
  const has = async (file: string): Promise<boolean> => (await kindOf(join(path, file))) === 'file'
  return {
    instruction: await has('instruction.md'),
    setup: await has('environment/setup.sh'),
    data: (await kindOf(join(path, 'environment/data'))) === 'folder',
    pytest: await has('verifier/test_output.py'),
    node: await has('verifier/check.ts'),
    solveSh: await has('solution/solve.sh'),
    solveTs: await has('solution/solve.ts'),
  }
}

/** No instruction and no verifier forbid running; without inputs or a solution a task can still be asked. */
function missingFiles(parts: ClawParts): Problem[] {
  const missing = (file: string, forbids: boolean): Problem => ({
    kind: 'missing-file',
    forbids,
    sentence: `there is no ${file}`,
  })
  return [
    ...(parts.instruction ? [] : [missing('instruction.md', true)]),
    ...(parts.pytest || parts.node ? [] : [missing('verifier/test_output.py and no verifier/check.ts', true)]),
    ...(parts.setup || parts.data ? [] : [missing('environment/setup.sh and no environment/data', false)]),
    ...(parts.solveSh || parts.solveTs ? [] : [missing('solution/solve.sh and no solution/solve.ts', false)]),
  ]
}

/** What its place says otherwise than its fields do, and ids that upstream's own schema would not allow. */
function misplaced(fields: { id: string; domain: string }, domain: string, name: string): Problem[] {
  const note = (kind: Problem['kind'], sentence: string): Problem => ({ kind, forbids: false, sentence })
  const { id } = fields
  const fitsFolder = name === id || name.startsWith(`${id}-`)
  return [
    ...(fitsFolder ? [] : [note('id-folder', `the id "${id}" does not begin the name of its folder, ${name}`)]),
    ...(fields.domain === domain
      ? []
      : [note('domain-folder', `the domain is "${fields.domain}" but its folder is ${domain}`)]),
    ...(/^[a-z]+-[0-9]{3}$/.test(id)
      ? []
      : [note('id-pattern', `the id "${id}" is not letters, a hyphen and three digits`)]),
  ]
}

/**
 * Tasks that share an id could not be told apart in results: none of them is run, and each goes by its folder instead.
 */
function withDuplicates(tasks: readonly ClawTask[]): ClawTask[] {
  return tasks.map((task) => {
    const twins = tasks.filter((one) => one.id === task.id && one.folder !== task.folder)
    if (twins.length === 0) return task
    const sentence = `the id "${task.id}" is also that of ${twins.map(({ folder }) => folder).join(', ')}`
    return { ...task, id: task.folder, problems: [...task.problems, { kind: 'duplicate-id', forbids: true, sentence }] }
  })
}

/** Names of folders, sorted; those that begin with "_" or "." hold no tasks. */
async function foldersIn(path: string): Promise<string[]> {
  const names = (await readdir(path)).filter((name) => !/^[_.]/.test(name)).sort(byCodeUnit)
  const kinds = await Promise.all(names.map((name) => kindOf(join(path, name))))
  return names.filter((_, index) => kinds[index] === 'folder')
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null)
  return found === null ? null : found.isDirectory() ? 'folder' : 'file'
}

async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
  const lines: string[] = []
  for (const name of names.sort(byCodeUnit)) lines.push(`${sha256(await readFile(join(folder, name)))} ${name}`)
  return sha256(lines.join('\n'))
}
