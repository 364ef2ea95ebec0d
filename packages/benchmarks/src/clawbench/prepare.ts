import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { runCommand } from '../process.ts'
import type { Python } from '../python.ts'
import { lastLine } from '../said.ts'
import type { ClawCheckout } from './load.ts'
import { because } from './reasons.ts'
import type { ClawTask } from './task.ts'

/** A task ready for an agent. All paths are absolute and below the scratch folder, but for `taskFolder`. */
export type Prepared = {
  /** The scratch folder: of what lies in it set-up and agents may change `box` only, a verifier everything. */
  readonly scratch: string
  /** Holds `root` and `workspace`. */
  readonly box: string
  /** Stands for the checkout: the folder that holds `tasks`. */
  readonly root: string
  readonly tasks: string
  /** The copy of the task's folder: what setup and verifier see, and may change. */
  readonly copy: string
  readonly workspace: string
  /** The workspace as the agent found it. */
  readonly before: string
  /**
   * What agents that replay a solution are told: the copy, or the task's own folder where the solution imports its kit.
   */
  readonly taskFolder: string
  readonly instruction: string
  /** What upstream ignores in silence. */
  readonly reasons: readonly string[]
  /** Why it could not be prepared, or null. */
  readonly failed: string | null
}

const setupSeconds = 30

/**
 * Prepare a task as upstream does, in a scratch folder and never in the checkout: copy the task, run setup.sh with the
 * new workspace as its argument (30 s; its exit code is ignored but told), copy environment/data over the workspace,
 * and put the workspace's absolute path for "workspace/" in the instruction.
 */
export async function prepare(
  checkout: ClawCheckout,
  task: ClawTask,
  { scratch, python, signal }: { scratch: string; python: Python | null; signal: AbortSignal },
): Promise<Prepared> {
  const box = join(scratch, 'box')
  const root = join(box, 'checkout')
  const tasks = join(root, 'tasks')
  const copy = join(tasks, task.folder)
  const workspace = join(box, 'workspace')
  const before = join(scratch, 'before')
  const original = join(checkout.tasksFolder, task.folder)
  await copyTask(checkout, task, tasks)
  await mkdir(workspace)
  for (const folder of [scratch, box]) await writePrograms(join(folder, 'bin'), python)
  const text = await readFile(join(copy, 'instruction.md'), 'utf8')
  const { reasons, failed } = await setUp(task, { copy, workspace, box, signal })
  if (task.parts.data) await cp(join(copy, 'environment/data'), workspace, { recursive: true, force: true })
  await cp(workspace, before, { recursive: true, verbatimSymlinks: true })
  const instruction = text.replaceAll('workspace/', () => `${workspace}/`)
  const taskFolder = task.parts.solveTs ? original : copy
  return { scratch, box, root, tasks, copy, workspace, before, taskFolder, instruction, reasons, failed }
}

/** The task's folder and the conftest.py of every folder above it, up to the folder of tasks. */
async function copyTask(checkout: ClawCheckout, task: ClawTask, tasks: string): Promise<void> {
  const from = checkout.tasksFolder
  await cp(join(from, task.folder), join(tasks, task.folder), { recursive: true, verbatimSymlinks: true })
  const domain = task.folder.slice(0, -basename(task.folder).length - 1)
  for (const folder of ['.', domain])
    await cp(join(from, folder, 'conftest.py'), join(tasks, folder, 'conftest.py')).catch((thrown) => {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
    })
}

/** `python3`, `python` and `node` of this run, whatever else is installed. A link would lose a virtual environment. */
async function writePrograms(bin: string, python: Python | null): Promise<void> {
  await mkdir(bin)
  const programs = { node: process.execPath, ...(python === null ? {} : { python3: python.file, python: python.file }) }
  for (const [name, file] of Object.entries(programs)) {
    await writeFile(join(bin, name), `#!/bin/sh\nexec '${file.replaceAll("'", "'\\''")}' "$@"\n`)
    await chmod(join(bin, name), 0o755)
  }
}

type Place = { copy: string; workspace: string; box: string; signal: AbortSignal }

async function setUp(task: ClawTask, place: Place): Promise<{ reasons: string[]; failed: string | null }> {
  if (!task.parts.setup) return { reasons: [], failed: null }
  const { copy, workspace, box, signal } = place
  const args = [join(copy, 'environment/setup.sh'), workspace]
  const end = await runCommand({ file: 'bash', args, cwd: copy, scratch: box, seconds: setupSeconds, signal })
  if (end.killedBy === 'time') return { reasons: [], failed: because.setupTime(setupSeconds) }
  if (end.killedBy === 'output') return { reasons: [], failed: because.setupOutput }
  if (end.killedBy === 'signal') return { reasons: [], failed: because.interrupted }
  const line = lastLine(end.output, [workspace, box])
  return { reasons: end.exit === 0 ? [] : [because.setupExit(end.exit, line)], failed: null }
}
