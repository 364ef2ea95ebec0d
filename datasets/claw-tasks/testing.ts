import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type Check,
  emptyServices,
  type MarkTask,
  runVerifier,
  type Services,
  type Verifier,
} from '@lawbook/benchmarks'
import type { Files } from '@lawbook/execution'
import { defaultOf, filesIn } from './folders.ts'
import type { Spoiled } from './kit/spoil.ts'

type Run = () => Promise<void>
const parts = ['email', 'notion', 'sheets', 'calendar'] as const

/** For tests: what a single-turn task's recipe leaves, what doing nothing leaves, and every spoiled product, by name. */
export async function productsOf(folder: string): Promise<{ before: Files; products: Record<string, Files> }> {
  const before = await filesIn(join(folder, 'environment/data'))
  const right = await after(await defaultOf<Run>(join(folder, 'solution/solve.ts')), before)
  const spoiled = await defaultOf<readonly Spoiled[]>(join(folder, 'verifier/spoiled.ts'))
  const wrong = Object.fromEntries(spoiled.map(({ name, spoil }) => [name, spoil(right)]))
  return { before, products: { oracle: right, nothing: before, ...wrong } }
}

/** For tests: what the verifier of a single-turn task says of each of its products. */
export async function tryTask(folder: string): Promise<Record<string, Check[]>> {
  const { before, products } = await productsOf(folder)
  const verifier = await defaultOf<Verifier>(join(folder, 'verifier/check.ts'))
  const said: Record<string, Check[]> = {}
  for (const [name, files] of Object.entries(products))
    said[name] = await runVerifier(verifier, { before, after: files })
  return said
}

/** A wrong turn of a multi-stage task: applied after the recipe of that stage has done its work. */
export type SpoiledStage = {
  readonly name: string
  readonly stage: number
  readonly spoil: (files: Map<string, Uint8Array>, services: Services) => void
}

/** For tests: what the rubric of a multi-stage task says of its recipes, of doing nothing and of every spoiled turn. */
export async function tryStaged(folder: string): Promise<Record<string, Check[]>> {
  const spoiled = await defaultOf<readonly SpoiledStage[]>(join(folder, 'spoiled.ts'))
  const said: Record<string, Check[]> = {
    oracle: await staged(folder, true, null),
    nothing: await staged(folder, false, null),
  }
  for (const one of spoiled) said[one.name] = await staged(folder, true, one)
  return said
}

async function staged(folder: string, acts: boolean, spoiled: SpoiledStage | null): Promise<Check[]> {
  const task = await defaultOf<MarkTask>(join(folder, 'task.ts'))
  const services = { ...emptyServices(), email: { users: task.metadata.users, mail: [] } } as Services
  let files = new Map(await filesIn(join(folder, 'assets')))
  const checks: Check[] = []
  const check = (stage: string): void => {
    for (const { id, weight, check } of task.rubric[stage] ?? []) {
      let detail = ''
      try {
        if (!check({ files, services })) detail = 'not so'
      } catch (thrown) {
        detail = String(thrown)
      }
      checks.push({ id, weight, stage, outcome: detail === '' ? 'passed' : 'failed', detail })
    }
  }
  for (const [k, stage] of task.stages.entries()) {
    for (const [name, bytes] of await filesIn(join(folder, `inject/stage${k}`))) files.set(name, bytes)
    stage({ services, files })
    if (acts) {
      const run = await defaultOf<Run>(join(folder, `solution/stage${k}.ts`))
      const state = parts.map((part) => [`services/${part}.json`, Buffer.from(JSON.stringify(services[part]))] as const)
      const left = new Map(await after(run, new Map([...files, ...state])))
      for (const part of parts) {
        Object.assign(services, { [part]: JSON.parse(Buffer.from(left.get(`services/${part}.json`)!).toString()) })
        left.delete(`services/${part}.json`)
      }
      files = left
    }
    if (spoiled?.stage === k) spoiled.spoil(files, services)
    check(`stage${k}`)
  }
  check('final')
  return checks
}

/** What a recipe leaves of a workspace; run in this process, in a folder of its own. */
async function after(run: Run, before: Files): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'lawbook-task-'))
  const home = process.cwd()
  try {
    for (const [name, bytes] of before) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
    process.chdir(folder)
    await run()
    process.chdir(home)
    return await filesIn(folder)
  } finally {
    process.chdir(home)
    await rm(folder, { recursive: true, force: true })
  }
}
