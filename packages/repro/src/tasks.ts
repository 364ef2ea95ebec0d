import { downloadedBy, readDataSets } from './dataSets.ts'
import { collectFailures, type Failure } from './failures.ts'
import { type Call, hasRemoteCache, type Running } from './launch.js'
import type { Output } from './output.ts'
import { drawProgress } from './progress.ts'
import { runTurbo, type TurboEnd } from './turbo.ts'

/** What a run of tasks gave. Task names are `<owner>#<task>`. */
export type RunEnd = TurboEnd & { readonly failures: readonly Failure[] }

const all = ['dataset', 'reproduce', 'figures']

/**
 * Run tasks by turbo and draw their progress. With a remote cache the data sets are built first by a call that never
 * reaches it, so that third-party text stays on this machine; if that call fails, so does every later one stay local.
 * What is computed from files of the reader's never leaves it either.
 */
export async function runTasks(
  root: string,
  call: Omit<Call, 'tasks' | 'local'> & { readonly tasks?: readonly string[] },
  options: { readonly output: Output; readonly verbose: boolean; readonly started?: Running | undefined },
): Promise<RunEnd> {
  const { output, verbose, started } = options
  const drawing = drawProgress(output, verbose)
  const tasks = call.tasks ?? all
  const end = { cached: new Set<string>(), executed: new Set<string>(), failed: new Set<string>() }
  const run = async (part: Call, running?: Running): Promise<void> => {
    const seen = await runTurbo(root, part, drawing.show, running)
    for (const key of ['cached', 'executed', 'failed'] as const) for (const task of seen[key]) end[key].add(task)
  }
  try {
    const apart = hasRemoteCache() && tasks.includes('reproduce') && call.localData === undefined
    await run({ ...call, tasks: apart ? ['dataset'] : tasks, local: true }, started)
    if (apart) await run({ ...call, tasks: tasks.filter((task) => task !== 'dataset'), local: end.failed.size > 0 })
    await drawing.end(end.failed.size === 0)
  } catch (thrown) {
    await drawing.end(false)
    throw thrown
  }
  // A data set of the first call is a cache hit of the second: it ran all the same.
  for (const task of end.executed) end.cached.delete(task)
  return { ...end, failures: await collectFailures(root, end.failed) }
}

/** Did every task of an experiment run or come from the cache, without a failure? */
export function succeeded(end: RunEnd, id: string): boolean {
  const names = ['reproduce', 'figures'].map((task) => `${id}#${task}`)
  return names.every((name) => (end.cached.has(name) || end.executed.has(name)) && !end.failed.has(name))
}

/** What building the data sets that are not built yet will download, and what of it is in the cache already. */
export async function downloads(root: string): Promise<{ bytes: number; cached: number }> {
  const unbuilt = (await readDataSets(root)).filter(({ build }) => build === null)
  const { downloadBytes, missingBytes } = await downloadedBy(unbuilt)
  return { bytes: missingBytes, cached: downloadBytes - missingBytes }
}

/** Bytes for people: "243 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}
