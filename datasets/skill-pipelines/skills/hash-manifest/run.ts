import { readFile } from 'node:fs/promises'
import { algorithmOf, digest } from '../../kit/digests.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** One line a file: its digest, two spaces, its name. The list does not list itself. */
export default async function run(task: Task): Promise<void> {
  const algorithm = algorithmOf(task.input.algorithm)
  const target = outputName(task.input, 'checksums.txt')
  const names = (await sourcesOf(task, [])).filter((name) => name !== target)
  if (names.length === 0) throw new Error('found no file beside the list itself')
  const lines = await Promise.all(names.map(async (name) => `${digest(await readFile(name), algorithm)}  ${name}\n`))
  await writeBytes(target, lines.join(''))
}
