import { fileURLToPath } from 'node:url'
import type { CommandLine } from '../contain.ts'
import { said } from '../said.ts'
import { type Answer, type Child, startChild } from './child.ts'
import type { MarkVerifier, Planned } from './entry.ts'
import type { Services } from './services.ts'

/** What a task says of itself once its module has been imported: task code has run. */
export type Loaded = {
  readonly metadata: Record<string, unknown>
  readonly prompt: string
  readonly stages: number
  /** Every item of the rubric, by stage, `final` last. */
  readonly planned: readonly Planned[]
}

/** What a stage function told, and what went wrong on the way that upstream swallows. */
export type Told = { readonly notification: string; readonly time: string; readonly warnings: readonly string[] }

export type Verdict = { readonly outcome: 'passed' | 'failed' | 'error'; readonly detail: string }

/** One task in a child process, by task.py or task.ts: both speak the same requests. */
export type Driver = {
  load(): Promise<Answer<Loaded>>
  /** Run the function of stage `index`: it changes the services and the workspace, and tells what the agent hears. */
  stage(index: number): Promise<Answer<Told>>
  save(): Promise<Answer<{ services: Services }>>
  restore(services: Services): Promise<Answer<object>>
  /**
   * Ask item `index` of a stage's rubric. `snapshots`: folders by stage so far; the last is the one to be looked at.
   */
  check(stage: string, index: number, snapshots: Readonly<Record<string, string>>): Promise<Answer<Verdict>>
  isGone(): boolean
  close(): Promise<void>
}

/** Seconds for one request of each kind. */
export type DriverSeconds = { readonly load: number; readonly stage: number; readonly check: number }

type Start = {
  readonly verifier: MarkVerifier
  /** The interpreter; null where no task.py is run. */
  readonly python: string | null
  /** The task's folder. */
  readonly folder: string
  /** The one folder that it may write to, and the folder below it that stands for "/" of the task's machine. */
  readonly scratch: string
  readonly root: string
  readonly seconds: DriverSeconds
  readonly signal: AbortSignal
}

/** Start a driver; its first request must be `load`. */
export function startDriver({ verifier, python, folder, scratch, root, seconds, signal }: Start): Driver {
  const child = startChild({ line: verifier === 'node' ? nodeLine() : pythonLine(python!), scratch, signal })
  const ask = async <T>(request: object, limit: number): Promise<Answer<T>> => {
    const answer = await child.ask<T>(request, limit)
    return answer.ok ? answer : { ...answer, error: said(answer.error, [folder, root, scratch]) }
  }
  return {
    load: async () => weighed(await ask<Loaded>({ op: 'load', folder, root }, seconds.load)),
    stage: (index) => ask({ op: 'stage', index }, seconds.stage),
    save: () => ask({ op: 'export' }, seconds.load),
    restore: (services) => ask({ op: 'import', services }, seconds.load),
    check: async (stage, index, snapshots) => {
      const answer = await ask<Verdict>({ op: 'check', stage, index, snapshots }, seconds.check)
      return answer.ok
        ? { ...answer, detail: said(answer.detail, [folder, ...Object.values(snapshots), root, scratch]) }
        : answer
    },
    isGone: child.isGone,
    close: child.close,
  }
}

/** A weight of 0 or less would take a score out of 0 to 1. */
function weighed(answer: Answer<Loaded>): Answer<Loaded> {
  const odd = answer.ok ? answer.planned.find(({ weight }) => !(weight > 0)) : undefined
  if (odd === undefined) return answer
  const error = `the weight of "${odd.id}" in ${odd.stage} is ${odd.weight}; one above 0 is needed`
  return { ok: false, error, gone: false }
}

/** What a task.py says of itself, read from its text without running it. */
export type ReadTask = {
  readonly metadata: Record<string, unknown> | null
  readonly stages: number | null
  readonly planned: readonly Planned[] | null
  readonly problems: readonly string[]
}

/** A reader of task.py files: no code of theirs runs. */
export function startReader(
  python: string,
  scratch: string,
): { read(path: string): Promise<Answer<ReadTask>>; close(): Promise<void> } {
  const child: Child = startChild({ line: pythonLine(python), scratch, signal: new AbortController().signal })
  return { read: (path) => child.ask<ReadTask>({ op: 'read', path }, 30), close: child.close }
}

function pythonLine(python: string): CommandLine {
  return { file: python, args: ['-B', fileURLToPath(new URL('driver.py', import.meta.url))] }
}

function nodeLine(): CommandLine {
  const main = fileURLToPath(new URL('nodeDriver.ts', import.meta.url))
  return { file: process.execPath, args: ['--no-warnings', '--import', import.meta.resolve('tsx'), main] }
}
