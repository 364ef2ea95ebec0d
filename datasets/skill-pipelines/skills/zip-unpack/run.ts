import { readZip, stemOf } from '../../kit/archives.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** Every file of one archive, below a folder. */
export default async function run(task: Task): Promise<void> {
  const source = await sourceOf(task, ['.zip'])
  const contents = await readZip(source)
  if (contents.size === 0) throw new Error(`${source} is empty`)
  const folder = outputName(task.input, stemOf(source)).replace(/\/+$/, '')
  for (const [path, bytes] of contents) await writeBytes(`${folder}/${path}`, bytes)
}
