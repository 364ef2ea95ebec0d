import { join } from 'node:path'
import { type Played, runVerifier, type Verifier } from '@lawbook/benchmarks'
import type { Files, Runner } from '@lawbook/execution'
import { parse } from 'smol-toml'
import { defaultOf, filesIn, root, taskFolders } from './folders.ts'

/** A single-turn task as it lies on the disk. `folder` is `<domain>/<id>-<slug>`. */
export type SingleTask = {
  readonly id: string
  readonly folder: string
  readonly domain: string
  readonly level: string
  readonly instruction: string
  readonly before: Files
  readonly verifier: Verifier
}

const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name))

export async function singleTasks(): Promise<SingleTask[]> {
  return await Promise.all((await taskFolders('clawbench')).map(singleTask))
}

async function singleTask(folder: string): Promise<SingleTask> {
  const path = join(root, 'clawbench/tasks', folder)
  const files = await filesIn(path)
  const about = parse(text(files, 'task.toml')) as {
    readonly id: string
    readonly domain: string
    readonly level: string
  }
  return {
    id: about.id,
    folder,
    domain: about.domain,
    level: about.level,
    instruction: text(files, 'instruction.md'),
    before: await filesIn(join(path, 'environment/data')),
    verifier: await defaultOf<Verifier>(join(path, 'verifier/check.ts')),
  }
}

/** Execute the recipe of one task (or none) in the workspace of another, and ask the verifier. */
export async function playSingle(
  task: SingleTask,
  recipe: string | null,
  runner: Runner,
): Promise<Played & { readonly left: Files }> {
  const { before, verifier } = task
  const after = recipe === null ? before : (await runner.execute(before, { input: { recipe }, previous: [] })).after
  const checks = await runVerifier(verifier, { before, after })
  return { before: filled(before), after: filled(after), checks, left: after }
}

/** Names of files that are not empty. */
export const filled = (files: Files): string[] =>
  [...files].flatMap(([name, bytes]) => (bytes.length > 0 ? [name] : []))
