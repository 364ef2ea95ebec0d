import { readFile } from 'node:fs/promises'
import { zipOf } from '../../kit/archives.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** One zip of all sources, each under its own path. */
export default async function run(task: Task): Promise<void> {
  const contents = new Map<string, Uint8Array>()
  for (const name of await sourcesOf(task, [])) contents.set(name, await readFile(name))
  await writeBytes(outputName(task.input, 'archive.zip'), zipOf(contents))
}
