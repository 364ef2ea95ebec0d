import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { Files } from '@lawbook/execution'
import type { Planned } from './entry.ts'
import { emptyServices, type Services } from './services.ts'
import type { MarkTask } from './task.ts'
import { readFiles, writeChanges } from './workspaceFiles.ts'

/**
 * The main file of a child that runs one task.ts. It speaks the requests of driver.py (JSON lines on standard input and
 * output); what the task prints goes to standard error.
 */
type State = {
  task: MarkTask
  folder: string
  workspace: string
  services: Services
  /** The snapshot that was looked at last. */
  seen: { path: string; files: Files }
}
type Request = {
  readonly op: 'load' | 'stage' | 'export' | 'import' | 'check'
  readonly folder: string
  readonly root: string
  readonly stage: string
  readonly index: number
  readonly services: Services
  readonly snapshots: Readonly<Record<string, string>>
}

const answer = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

let state: State | null = null
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request
  try {
    answer(`${JSON.stringify({ ok: true, ...(await answerTo(request)) })}\n`)
  } catch (thrown) {
    answer(`${JSON.stringify({ ok: false, error: said(thrown) })}\n`)
  }
}

async function answerTo(request: Request): Promise<object> {
  if (request.op === 'load') return await load(request)
  if (state === null) throw new Error('no task has been loaded')
  if (request.op === 'stage') return await runStage(state, request.index)
  if (request.op === 'check') return await check(state, request)
  if (request.op === 'import') state.services = request.services
  return request.op === 'export' ? { services: state.services } : {}
}

async function load({ folder, root }: Request): Promise<object> {
  const { default: task } = (await import(pathToFileURL(join(folder, 'task.ts')).href)) as { default: MarkTask }
  const { metadata, prompt, stages } = task
  const allowed = [...stages.keys()].map((index) => `stage${index}`).concat('final')
  const unknown = Object.keys(task.rubric).find((key) => !allowed.includes(key))
  if (unknown !== undefined) throw new Error(`the rubric has a key "${unknown}"; allowed are ${allowed.join(', ')}`)
  const services = { ...emptyServices(), email: { users: structuredClone(metadata.users), mail: [] } }
  state = { task, folder, workspace: join(root, 'workspace'), services, seen: { path: '', files: new Map() } }
  const planned: Planned[] = allowed.flatMap((stage) =>
    (task.rubric[stage] ?? []).map(({ id, weight }) => ({ stage, id, weight })),
  )
  return { metadata, prompt, stages: stages.length, planned }
}

/** Files of `assets` (stage 0) and `inject/stage<index>` are put into the workspace before the stage function runs. */
async function runStage({ task, folder, workspace, services }: State, index: number): Promise<object> {
  for (const from of [...(index === 0 ? ['assets'] : []), `inject/stage${index}`])
    await cp(join(folder, from), workspace, { recursive: true, force: true }).catch(ignoreAbsent)
  const before = await readFiles(workspace)
  const files = new Map(before)
  const { notification, time } = task.stages[index]!({ services, files })
  await writeChanges(workspace, before, files)
  return { notification, time, warnings: [] }
}

async function check(now: State, { stage, index, snapshots }: Request): Promise<object> {
  const path = Object.values(snapshots).at(-1) ?? ''
  if (now.seen.path !== path) now.seen = { path, files: await readFiles(path) }
  try {
    const { files } = now.seen
    const isSo = now.task.rubric[stage]![index]!.check({ files, services: now.services })
    return isSo ? { outcome: 'passed', detail: '' } : { outcome: 'failed', detail: 'not so' }
  } catch (thrown) {
    return { outcome: 'failed', detail: `raised ${said(thrown)}` }
  }
}

function ignoreAbsent(thrown: NodeJS.ErrnoException): void {
  if (thrown.code !== 'ENOENT') throw thrown
}

function said(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
}
