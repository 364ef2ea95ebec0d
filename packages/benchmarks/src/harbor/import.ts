import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { byCodeUnit, fail } from '@lawbook/base'
import { parse } from 'smol-toml'
import { readHarborToml } from './toml.ts'

/** A task in the format of Harbor, as it lies on the disk. Nothing of it is run here. */
export type HarborTask = {
  /** "org/name" of [task], or the folder's name where there is none. */
  readonly name: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly instruction: string
  /** Seconds; null where task.toml leaves them out. */
  readonly agentSeconds: number | null
  readonly verifierSeconds: number | null
  readonly steps: readonly string[]
  readonly parts: { readonly test: boolean; readonly solution: boolean; readonly dockerfile: boolean }
  /** All of task.toml in today's keys, those that nobody knows included. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Paths of keys that the format does not have, such as "agent.mood". */
  readonly unknown: readonly string[]
  /** What was put in today's terms, a lower-case sentence each. */
  readonly notes: readonly string[]
  /** Why it cannot be run, a lower-case sentence each. */
  readonly problems: readonly string[]
}

/**
 * Tasks of Harbor: one folder with task.toml and instruction.md, or a folder of such folders, by name. Unknown keys are kept
 * and listed, keys of earlier versions are put in today's with a note. LB_BENCHMARK if there is none.
 */
export async function importHarbor(folder: string): Promise<HarborTask[]> {
  const root = resolve(folder)
  const inside = await readdir(root, { withFileTypes: true }).catch(() => [])
  const places = [
    root,
    ...inside
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(root, name))
      .sort(byCodeUnit),
  ]
  const tasks: HarborTask[] = []
  for (const place of places) if (await isTask(place)) tasks.push(await readTask(place))
  if (tasks.length === 0)
    fail(
      'LB_BENCHMARK',
      `${folder} holds no task of Harbor: there is no task.toml with instruction.md or steps/ beside it`,
    )
  return tasks
}

async function isTask(place: string): Promise<boolean> {
  return (
    (await has(join(place, 'task.toml'))) &&
    ((await has(join(place, 'instruction.md'))) || (await has(join(place, 'steps'))))
  )
}

async function readTask(place: string): Promise<HarborTask> {
  const problems: string[] = []
  let raw: Record<string, unknown> = {}
  try {
    raw = parse(await readFile(join(place, 'task.toml'), 'utf8'))
  } catch (thrown) {
    problems.push(`task.toml is no valid TOML: ${(thrown as Error).message.split('\n')[0]}`)
  }
  const { settings, unknown, notes } = readHarborToml(raw)
  const { task = {}, agent = {}, verifier = {}, steps = [] } = settings as Record<string, Record<string, unknown>>
  const parts = {
    test: await has(join(place, 'tests/test.sh')),
    solution: await has(join(place, 'solution/solve.sh')),
    dockerfile: await has(join(place, 'environment/Dockerfile')),
  }
  const names = Array.isArray(steps) ? steps.map((step) => String((step as { name?: unknown }).name)) : []
  if (!parts.test && names.length === 0) problems.push('there is no tests/test.sh')
  return {
    name: typeof task.name === 'string' ? task.name : basename(place),
    description: typeof task.description === 'string' ? task.description : '',
    keywords: Array.isArray(task.keywords) ? task.keywords.map(String) : [],
    instruction: await readFile(join(place, 'instruction.md'), 'utf8').catch(() => ''),
    agentSeconds: typeof agent.timeout_sec === 'number' ? agent.timeout_sec : null,
    verifierSeconds: typeof verifier.timeout_sec === 'number' ? verifier.timeout_sec : null,
    steps: names,
    ...{ parts, settings, unknown, notes, problems },
  }
}

function has(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
