import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '@lawbook/base'
import {
  type Agent,
  type BenchmarkName,
  type ClawOptions,
  clawCards,
  commitOf,
  findPython,
  loadClawbench,
  loadClawmark,
  type MarkEntry,
  type MarkVerifier,
  type PlannedTrial,
  type Python,
  planClawbench,
  planClawmark,
  type RecipeCard,
  usualSeconds,
} from '@lawbook/benchmarks'
import type { Wanted } from './options.ts'
import { ownCards } from './ownCards.ts'

/** The tasks of a benchmark, ready to be planned: what both layouts have in common. */
export type Checkout = {
  readonly benchmark: BenchmarkName
  /** Whether they are our own tasks, whose code is code of this repository. */
  readonly isOwn: boolean
  readonly commit: string | null
  /** SHA-256 of what fixes the tasks. */
  readonly hash: string
  readonly tasks: readonly Task[]
  readonly python: Python | null
  /** The tasks' cards; none where the benchmark has no solutions. */
  cards(): Promise<readonly RecipeCard[]>
  plan(tasks: readonly Task[], agent: Agent): PlannedTrial[]
}

export type Task = {
  readonly id: string
  readonly domain: string
  /** `<domain folder>/<task folder>`. */
  readonly folder: string
  /** What upstream passes over in silence: a lower-case sentence each. */
  readonly problems: readonly string[]
}

/** Seconds that a pytest verifier has, as upstream gives it. */
const verifierSeconds = 300

/** Read the tasks that are wanted from a checkout, or our own. Nothing of them is run. */
export function openCheckout(root: string, wanted: Wanted): Promise<Checkout> {
  return wanted.benchmark === 'clawbench' ? openClawbench(root, wanted) : openClawmark(root, wanted)
}

async function openClawbench(root: string, wanted: Wanted): Promise<Checkout> {
  const isOwn = wanted.dir === null
  const verifier = wanted.verifier as ClawOptions['verifier']
  const checkout = await loadClawbench(wanted.dir ?? ownFolder(root, 'clawbench'))
  const usesPytest = verifier === 'pytest' || (verifier === null && checkout.tasks.some(({ parts }) => !parts.node))
  const python = await pythonFor(wanted, usesPytest)
  const options = { python, verifier, agentSeconds: null, verifierSeconds }
  const byId = new Map(checkout.tasks.map((task) => [task.id, task]))
  return {
    benchmark: 'clawbench',
    isOwn,
    commit: checkout.commit,
    hash: checkout.hash,
    tasks: checkout.tasks.map(({ id, domain, folder, problems }) => ({ id, domain, folder, problems: said(problems) })),
    python,
    cards: async () => (isOwn ? await ownCards(root, 'clawbench') : clawCards(checkout)),
    plan: (tasks, agent) =>
      planClawbench(
        checkout,
        { tasks: tasks.map(({ id }) => byId.get(id)!), agent, attempts: wanted.attempts },
        options,
      ),
  }
}

async function openClawmark(root: string, wanted: Wanted): Promise<Checkout> {
  const isOwn = wanted.dir === null
  const verifier = wanted.verifier as MarkVerifier | null
  const usesDriver = verifier === 'clawmark-driver' || (verifier === null && !isOwn)
  const python = await pythonFor(wanted, usesDriver)
  const checkout = await loadClawmark(wanted.dir ?? ownFolder(root, 'clawmark'), python)
  const byId = new Map(checkout.tasks.map((task) => [task.id, task]))
  const options = { python, verifier, agentSeconds: null, seconds: usualSeconds }
  return {
    benchmark: 'clawmark',
    isOwn,
    commit: await commitOf(checkout.root),
    hash: await hashOf(checkout.tasks),
    tasks: checkout.tasks.map(({ id, domain, folder, problems }) => ({ id, domain, folder, problems: said(problems) })),
    python,
    cards: async () => await ownCards(root, 'clawmark'),
    plan: (tasks, agent) =>
      planClawmark({ tasks: tasks.map(({ id }) => byId.get(id)!), agent, attempts: wanted.attempts }, options),
  }
}

const ownFolder = (root: string, name: BenchmarkName): string => join(root, 'datasets', 'claw-tasks', name)

async function pythonFor({ python }: Wanted, isNeeded: boolean): Promise<Python | null> {
  return isNeeded || python !== null ? await findPython(python) : null
}

const said = (problems: readonly { readonly sentence: string }[]): string[] => problems.map(({ sentence }) => sentence)

/** A hash of the programs of all tasks: they hold the stages and the checkers. Their media are not read. */
async function hashOf(tasks: readonly MarkEntry[]): Promise<string> {
  const programs = tasks.flatMap(({ folder, path, parts }) => [
    ...(parts.node ? [[`${folder}/task.ts`, join(path, 'task.ts')]] : []),
    ...(parts.python ? [[`${folder}/task.py`, join(path, 'task.py')]] : []),
  ])
  const lines = programs.map(async ([name, path]) => `${sha256(await readFile(path!))} ${name}`)
  return sha256((await Promise.all(lines)).join('\n'))
}
