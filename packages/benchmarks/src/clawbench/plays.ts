import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { byCodeUnit, fail, hashJson, memo, sha256 } from '@lawbook/base'
import type { Agent } from '../agents/agent.ts'
import { playCard, type RecipeCard } from '../agents/recipe.ts'
import { containment } from '../contain.ts'
import type { Python } from '../python.ts'
import type { Check, Trial } from '../result.ts'
import type { ClawCheckout } from './load.ts'
import type { ClawTask } from './task.ts'
import { runClawTrial } from './trial.ts'

/** One play: names of files that are not empty before and after, and the checks; null where the verifier gave none. */
export type Play = {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly checks: readonly Check[] | null
  /** The trial that it was, for the gate. */
  readonly trial: Trial
}

/** Play one card, or nothing, at a task. What was played before is read from the disk. */
export type Player = (task: ClawTask, card: RecipeCard | null) => Promise<Play>

const verifierSeconds = 300

/**
 * A player of cards at the tasks of a checkout, some at a time. A play is kept in the cache by the checkout, the task, the
 * card, our own code, the interpreter with its packages, and what contains the code.
 */
export async function openPlayer(
  checkout: ClawCheckout,
  { python, workers }: { python: Python; workers: number },
): Promise<Player> {
  const world = [checkout.hash, await ownCode(), await installed(python), containment(), process.version]
  const turn = turnstile(workers)
  return async (task, card) => {
    const key = hashJson([...world, task.folder, card?.skill.id ?? null])
    const play = async (): Promise<Uint8Array> =>
      Buffer.from(JSON.stringify(await playOnce({ checkout, task, card, python })))
    return JSON.parse(Buffer.from(await turn(() => memo('claw-plays', key, play))).toString('utf8')) as Play
  }
}

type One = {
  readonly checkout: ClawCheckout
  readonly task: ClawTask
  readonly card: RecipeCard | null
  readonly python: Python
}

async function playOnce({ checkout, task, card, python }: One): Promise<Play> {
  let files = { before: [] as string[], after: [] as string[] }
  const agent: Agent = {
    id: card === null ? 'nothing' : 'recipe',
    librarySize: null,
    turn: async (turn) => {
      const before = await filledIn(turn.workspace)
      const end = card === null ? nothingDone : await playCard(card, turn)
      files = { before, after: await filledIn(turn.workspace) }
      return end
    },
    close: async () => {},
  }
  const { signal } = new AbortController()
  const options = { python, verifier: 'pytest', agentSeconds: null, verifierSeconds, attempt: 1, signal } as const
  const { trial } = await runClawTrial(checkout, task, agent, options)
  if (trial.status === 'agent-error')
    fail('LB_EXPERIMENT', `the recipe ${card?.skill.id} could not be played at ${task.id}: ${trial.reasons.at(-1)}`)
  return { ...files, checks: trial.status === 'scored' ? trial.checks : null, trial }
}

const nothingDone = { end: 'completed', reason: '', tokens: null, chosen: null } as const

/** Names of files below a folder that are not empty, sorted. */
async function filledIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const names: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    if (bytes.length > 0) names.push(path.slice(folder.length + 1))
  }
  return names.sort(byCodeUnit)
}

/** At most so many at one time, in the order in which they came. */
function turnstile(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let open = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (open > 0) open--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) open++
      else next()
    }
  }
}

/** A hash of all sources of this package: they decide what comes of a play. */
async function ownCode(): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  const names = entries
    .filter((entry) => entry.isFile() && /\.(ts|py)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort(byCodeUnit)
  return hashJson(
    await Promise.all(names.map(async (name) => [name, sha256(await readFile(join(root, name)))] as const)),
  )
}

const askPackages =
  'import importlib.metadata as m; print("\\n".join(sorted({f"{d.name} {d.version}" for d in m.distributions()})))'

/** The interpreter and its packages. */
async function installed({ file, version }: Python): Promise<string> {
  const { stdout } = await promisify(execFile)(file, ['-I', '-c', askPackages], { maxBuffer: 16 * 1024 * 1024 })
  return sha256(`${version}\n${stdout}`)
}
