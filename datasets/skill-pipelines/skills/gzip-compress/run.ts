import { readFile } from 'node:fs/promises'
import { gzipSync } from 'fflate'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** One file, compressed; the header holds neither name nor time. */
export default async function run(task: Task): Promise<void> {
  const source = await sourceOf(task, [])
  const packed = gzipSync(await readFile(source), { level: 9, mtime: 0 })
  await writeBytes(outputName(task.input, `${source}.gz`), packed)
}
