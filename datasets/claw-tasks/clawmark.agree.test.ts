import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type Agent,
  type Check,
  findPython,
  loadClawmark,
  type MarkEntry,
  type MarkVerifier,
  runMarkTrial,
  type Services,
  type Turn,
  usualSeconds,
} from '@lawbook/benchmarks'
import { describe, expect, it } from 'vitest'
import { defaultOf, filesIn, root } from './folders.ts'
import type { SpoiledStage } from './testing.ts'

/** Tasks that carry both verifiers, task.ts and task.py, are judged alike by them: item by item, whatever was done. */
const python = await findPython(null).catch(() => null)
const { tasks } = await loadClawmark(join(root, 'clawmark'), python)
const both = tasks.filter(({ parts }) => parts.node && parts.python)

it('at least ten tasks carry both verifiers', () => {
  expect(both.length).toBeGreaterThanOrEqual(10)
})

describe.skipIf(python === null)('both verifiers agree (skipped where python3 is not there)', () => {
  for (const entry of both) {
    it(entry.id, { timeout: 300_000 }, async () => {
      const spoiled = await defaultOf<readonly SpoiledStage[]>(join(entry.path, 'spoiled.ts'))
      expect(spoiled.length).toBeGreaterThanOrEqual(3)
      const actors = { oracle: actor(true, null), nothing: actor(false, null) }
      const wrong = Object.fromEntries(spoiled.map((one) => [one.name, actor(true, one)]))
      for (const [name, agent] of Object.entries<Agent>({ ...actors, ...wrong })) {
        const node = await outcomes(entry, agent, 'node')
        expect(await outcomes(entry, agent, 'clawmark-driver'), `${entry.id}: ${name}`).toEqual(node)
        expect(
          node.every(([, , , outcome]) => outcome === 'passed'),
          `${entry.id}: ${name}`,
        ).toBe(name === 'oracle')
      }
    })
  }
})

async function outcomes(entry: MarkEntry, agent: Agent, verifier: MarkVerifier): Promise<Row[]> {
  const signal = new AbortController().signal
  const options = { python, verifier, agentSeconds: null, seconds: usualSeconds, attempt: 1, signal }
  const { trial } = await runMarkTrial(entry, agent, options)
  expect(trial).toMatchObject({ status: 'scored', agentEnd: 'completed', reasons: [] })
  return trial.checks.map(({ stage, id, weight, outcome }) => [stage, id, weight, outcome])
}

type Row = [Check['stage'], Check['id'], Check['weight'], Check['outcome']]

/** Plays the recipe of each turn in this process, or nothing; after one stage the spoiled turn is put in its place. */
function actor(acts: boolean, spoiled: SpoiledStage | null): Agent {
  const turn = async (now: Turn) => {
    if (acts) await inFolder(now.workspace, await defaultOf<() => Promise<void>>(recipeOf(now)))
    if (spoiled?.stage === now.index) await spoil(now.workspace, spoiled)
    return { end: 'completed' as const, reason: '', tokens: null, chosen: null }
  }
  return { id: 'actor', librarySize: null, turn, close: async () => {} }
}

function recipeOf({ taskFolder, index }: Turn): string {
  return join(taskFolder, `solution/stage${index}.ts`)
}

async function inFolder(folder: string, run: () => Promise<void>): Promise<void> {
  const home = process.cwd()
  process.chdir(folder)
  await run().finally(() => process.chdir(home))
}

const parts = ['email', 'notion', 'sheets', 'calendar'] as const
const pathOf = (workspace: string, part: string): string => join(workspace, `services/${part}.json`)

async function spoil(workspace: string, { spoil }: SpoiledStage): Promise<void> {
  const before = await filesIn(workspace)
  const files = new Map([...before].filter(([name]) => !parts.some((part) => name === `services/${part}.json`)))
  const state = parts.map(async (part) => [part, JSON.parse(await readFile(pathOf(workspace, part), 'utf8'))] as const)
  const services = Object.fromEntries(await Promise.all(state)) as Services
  const kept = new Map(files)
  spoil(files, services)
  for (const name of kept.keys()) if (!files.has(name)) await rm(join(workspace, name))
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(workspace, name)), { recursive: true })
    if (kept.get(name) !== bytes) await writeFile(join(workspace, name), bytes)
  }
  for (const part of parts) await writeFile(pathOf(workspace, part), JSON.stringify(services[part]))
}
