import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { byCodeUnit, fail } from '@lawbook/base'
import type { Python } from '../python.ts'
import { openScratch } from '../trial/scratch.ts'
import { type ReadTask, startReader } from './driver.ts'
import { type MarkEntry, type MarkProblem, readMetadata } from './entry.ts'

/** A loaded checkout of ClawMark, or our own folder of that layout. Both paths are absolute. */
export type MarkCheckout = {
  readonly root: string
  readonly tasksFolder: string
  /** Every task, by domain and number; those that cannot be run as well. */
  readonly tasks: readonly MarkEntry[]
}

/**
 * Load every task of a checkout: tasks/<domain>/<task>/task.py (ClawMark) or task.ts (ours). No code of a task runs: of
 * a task.py the literals of METADATA and RUBRIC are read from its text, which takes Python; without it, and of a
 * task.ts, only the folder's name is known until the task is run. LB_BENCHMARK if the folder is something else.
 */
export async function loadClawmark(folder: string, python: Python | null): Promise<MarkCheckout> {
  const root = resolve(folder)
  const tasksFolder = join(root, 'tasks')
  const found: { domain: string; name: string }[] = []
  for (const domain of await foldersIn(tasksFolder))
    for (const name of await foldersIn(join(tasksFolder, domain)))
      if (await isTask(join(tasksFolder, domain, name))) found.push({ domain, name })
  if (found.length === 0) await refuse(folder, root)
  const tasks: MarkEntry[] = []
  const read = await reading(
    python,
    found.map(({ domain, name }) => join(tasksFolder, domain, name, 'task.py')),
  )
  for (const [index, { domain, name }] of found.entries())
    tasks.push(await entryOf(join(tasksFolder, domain, name), domain, name, read[index]!))
  return { root, tasksFolder, tasks: withTwins(tasks).sort(byPlace) }
}

/** What each task.py says of itself; null where there is none, or no Python. */
async function reading(python: Python | null, paths: readonly string[]): Promise<(ReadTask | null)[]> {
  if (python === null) return paths.map(() => null)
  const scratch = await openScratch()
  const reader = startReader(python.file, scratch.folder)
  try {
    const all: (ReadTask | null)[] = []
    for (const path of paths) {
      const answer = (await has(path)) ? await reader.read(path) : null
      if (answer === null || answer.ok) all.push(answer)
      else
        all.push({ metadata: null, stages: null, planned: null, problems: [`task.py cannot be read: ${answer.error}`] })
    }
    return all
  } finally {
    await reader.close()
    await scratch.close()
  }
}

async function entryOf(path: string, domain: string, name: string, read: ReadTask | null): Promise<MarkEntry> {
  const id = `${domain}_${name}`
  const parts = {
    node: await has(join(path, 'task.ts')),
    python: await has(join(path, 'task.py')),
    assets: await has(join(path, 'assets')),
    solution: await has(join(path, 'solution')),
  }
  const raw = read?.metadata ?? null
  const { metadata, problems } = raw === null ? { metadata: null, problems: [] } : readMetadata(raw)
  const unread = (read?.problems ?? []).map(
    (sentence): MarkProblem => ({
      kind: 'unreadable',
      forbids: sentence.startsWith('task.py cannot') && !parts.node,
      sentence,
    }),
  )
  const found = { id, domain, folder: `${domain}/${name}`, path, parts, metadata }
  const entry = { ...found, stages: read?.stages ?? null, planned: read?.planned ?? null }
  return { ...entry, problems: [...(await linked(entry)), ...unread, ...problems, ...oddities(entry, raw)] }
}

/** What lies behind a link is no part of the checkout, and is not run. */
async function linked({ path, folder }: Pick<MarkEntry, 'path' | 'folder'>): Promise<MarkProblem[]> {
  const tasksFolder = await realpath(join(path, '../..'))
  if ((await realpath(path)) === join(tasksFolder, folder)) return []
  const sentence = 'it lies behind a symbolic link, which is not followed: put the folder itself in its place'
  return [{ kind: 'link', forbids: true, sentence }]
}

/** What upstream takes without a word. */
function oddities(
  { id, domain, parts, metadata, stages, planned }: Omit<MarkEntry, 'problems'>,
  raw: Record<string, unknown> | null,
): MarkProblem[] {
  const problems: MarkProblem[] = []
  const note = (kind: MarkProblem['kind'], sentence: string): unknown =>
    problems.push({ kind, forbids: false, sentence })
  if (!/^task\d+$/.test(id.slice(domain.length + 1))) note('id', `its folder is not named task<number>`)
  if (!parts.assets) note('missing-file', 'there is no folder assets')
  if (metadata !== null) {
    if (metadata.id !== id)
      note('id', `METADATA.id is "${metadata.id}", its place says "${id}", and results go by that`)
    if (metadata.category !== domain)
      note('category', `METADATA.category is "${metadata.category}", its folder is ${domain}`)
    if (raw !== null && 'timeout_seconds' in raw)
      note('timeout', `METADATA.timeout_seconds is ${metadata.timeout}; upstream ignores it and gives a turn 7200`)
  }
  if (planned !== null) {
    const keys = planned.map(({ stage, id }) => `${stage} ${id}`)
    for (const twin of new Set(keys.filter((key, index) => keys.indexOf(key) !== index)))
      note('rubric', `the rubric has two items "${twin}"`)
    if (planned.length === 0) note('rubric', 'the rubric has no items')
    const last = Math.max(-1, ...planned.map(({ stage }) => Number(/^stage(\d+)$/.exec(stage)?.[1] ?? -1)))
    if (stages !== null && last >= stages)
      note('rubric', `the rubric has items of stage${last}, but there is no such stage`)
  }
  return problems
}

/** Tasks that say they have the same id: upstream's results of one overwrite the other's. */
function withTwins(tasks: readonly MarkEntry[]): MarkEntry[] {
  return tasks.map((task) => {
    const twins = tasks.filter((one) => one !== task && task.metadata !== null && one.metadata?.id === task.metadata.id)
    if (twins.length === 0) return task
    const where = twins.map(({ folder }) => folder).join(', ')
    const sentence = `METADATA.id "${task.metadata!.id}" is also that of ${where}; results go by the folder`
    return { ...task, problems: [...task.problems, { kind: 'id', forbids: false, sentence }] }
  })
}

/** Domains by name, tasks of one by number. */
function byPlace(left: MarkEntry, right: MarkEntry): number {
  const number = ({ folder }: MarkEntry): number => Number(/(\d*)$/.exec(folder)![1])
  return byCodeUnit(left.domain, right.domain) || number(left) - number(right) || byCodeUnit(left.folder, right.folder)
}

async function refuse(folder: string, root: string): Promise<never> {
  const isThere = await has(root)
  if (!isThere) fail('LB_BENCHMARK', `there is no folder ${folder}; name a checkout of evolvent-ai/ClawMark`)
  for (const domain of await foldersIn(join(root, 'tasks')))
    for (const name of await foldersIn(join(root, 'tasks', domain)))
      if (await has(join(root, 'tasks', domain, name, 'task.toml')))
        fail('LB_BENCHMARK', `${folder} has one task.toml a task, like claw-bench: try \`repro benchmark clawbench\``)
  for (const domain of await foldersIn(root))
    for (const name of await foldersIn(join(root, domain)))
      if (await isTask(join(root, domain, name)))
        fail('LB_BENCHMARK', `${folder} looks like the tasks folder of ClawMark: name the folder above it`)
  return fail('LB_BENCHMARK', `${folder} is no checkout of ClawMark: there is no tasks/<domain>/<task>/task.py in it`)
}

async function isTask(path: string): Promise<boolean> {
  return (await has(join(path, 'task.py'))) || (await has(join(path, 'task.ts')))
}

/** Names of folders, sorted; none if there is no such folder. */
async function foldersIn(path: string): Promise<string[]> {
  const names = (await readdir(path).catch(() => [])).filter((name) => !/^[_.]/.test(name)).sort(byCodeUnit)
  const isFolder = (name: string): Promise<boolean> =>
    stat(join(path, name)).then(
      (found) => found.isDirectory(),
      () => false,
    )
  const kept = await Promise.all(names.map(isFolder))
  return names.filter((_, index) => kept[index])
}

async function has(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}
