import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asLawbookError } from '@lawbook/base'
import type { Bundle } from './bundle.ts'
import { type Files, type Limits, sortFiles, limits as standard } from './files.ts'
import type { Answer, Job } from './job.ts'
import { breaches, type Execution, executionOf, type Failure, failedExecution, failureOf } from './outcome.ts'
import { type Ended, type Process, startProcess } from './process.ts'
import { sandboxed } from './sandbox.ts'
import { openScratch, removeFolder } from './scratch.ts'
import { isOverfull, readFiles } from './walk.ts'
import { checkNames, writeFiles } from './workspace.ts'

/** What is asked of a skill, and the files that the step before created or changed. */
export type Task = { readonly input: Readonly<Record<string, unknown>>; readonly previous: readonly string[] }

/** One sandboxed process that works through jobs of one skill, in the order in which they are given. */
export type Runner = {
  execute(files: Files, task: Task, limits?: Limits): Promise<Execution>
  close(): Promise<void>
}

/** The folders of a runner: the process reads `main`, and reads and writes below `workspace`. */
type Area = { readonly main: string; readonly workspace: string; readonly output: FileHandle }

/** A process and what it has been used for. */
type Used = { readonly process: Process; readonly limits: Limits; jobs: number; milliseconds: number }

/** Each job imports the skill anew and the memory of it is never freed: so many jobs a process. */
const jobsPerProcess = 40

/**
 * A runner of one skill. Its process is used again while the jobs end well and leave nothing behind (no timer, no open
 * handle, no changed built-in), else started anew; the workspace is made for each job and removed after it.
 */
export async function openRunner(bundle: Bundle): Promise<Runner> {
  const scratch = await openScratch()
  const area = await makeArea(scratch.folder, bundle)
  let used: Used | null = null
  let queue: Promise<unknown> = Promise.resolve()
  const stop = async (): Promise<void> => {
    await used?.process.kill()
    used = null
  }
  const work = async (files: Files, task: Task, limits: Limits): Promise<Execution> => {
    checkNames(files)
    const before = sortFiles(files)
    await mkdir(area.workspace)
    try {
      await writeFiles(area.workspace, before)
      if (used === null || !isFresh(used, limits)) {
        await stop()
        used = await start(area, limits)
      }
      const end = await ask(used, area, { ...task, folder: area.workspace }, limits)
      if (!isClean(end)) await stop()
      return await judge(end, area, before, limits)
    } catch (thrown) {
      await stop()
      throw thrown
    } finally {
      await removeFolder(area.workspace)
    }
  }
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = queue.then(job)
    queue = turn.catch(() => {})
    return turn
  }
  return {
    execute: (files, task, limits = standard) => inTurn(() => work(files, task, limits)),
    close: () =>
      inTurn(async () => {
        await stop()
        await area.output.close()
        await scratch.close()
      }),
  }
}

async function makeArea(folder: string, bundle: Bundle): Promise<Area> {
  const main = join(folder, 'skill.mjs')
  await writeFile(main, bundle.code)
  return { main, workspace: join(folder, 'workspace'), output: await open(join(folder, 'output'), 'a') }
}

async function start(area: Area, limits: Limits): Promise<Used> {
  const command = sandboxed(area.main, area.workspace, limits)
  return { process: await startProcess(command, area.workspace, area.output.fd), limits, jobs: 0, milliseconds: 0 }
}

/** The limits on one file and on processor time are fixed when a process starts. */
function isFresh(used: Used, limits: Limits): boolean {
  const sameLimits = used.limits.fileBytes === limits.fileBytes && used.limits.milliseconds === limits.milliseconds
  return used.process.isAlive() && sameLimits && used.jobs < jobsPerProcess && used.milliseconds < limits.milliseconds
}

/** What came of a job: an answer, the end of the process, or a limit it passed. */
type End = Answer | Ended | Failure

function isClean(end: End): boolean {
  return 'kind' in end && (end.kind === 'done' || end.kind === 'refused') && end.stale === false
}

/** Send a job and watch it: every 50 ms the limits on output and files are looked at. */
async function ask(used: Used, area: Area, job: Job, limits: Limits): Promise<End> {
  await area.output.truncate(0)
  const from = performance.now()
  const answer = used.process.ask(job)
  try {
    for (;;) {
      const left = from + limits.milliseconds - performance.now()
      if (left <= 0) return breaches.time
      const seen = await Promise.race([answer, sleep(Math.min(50, left))])
      if (seen !== undefined) return seen
      const passed = await breachOf(area, limits)
      if (passed !== null) return passed
    }
  } finally {
    used.jobs++
    used.milliseconds += performance.now() - from
  }
}

async function breachOf(area: Area, limits: Limits): Promise<Failure | null> {
  if ((await area.output.stat()).size > limits.output) return breaches.output
  return (await isOverfull(area.workspace, limits)) ? breaches.files : null
}

/** Limits are looked at again after the end, so that the outcome does not depend on when they were looked at before. */
async function judge(end: End, area: Area, before: Files, limits: Limits): Promise<Execution> {
  if ('outcome' in end) return failedExecution(before, end)
  const failure = (await breachOf(area, limits)) ?? failureOf(end, [area.workspace, area.main, process.execPath])
  if (failure !== null) return failedExecution(before, failure)
  try {
    return executionOf(before, await readFiles(area.workspace, limits))
  } catch (thrown) {
    if (asLawbookError(thrown).code === 'LB_DATA_PATH') return failedExecution(before, breaches.link)
    throw thrown
  }
}
