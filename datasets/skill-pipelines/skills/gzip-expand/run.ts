import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'fflate'
import { filesBelow, sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** What a gzip file holds, under its name without .gz; a file that is there already keeps its name. */
export default async function run(task: Task): Promise<void> {
  const source = await sourceOf(task, ['.gz'])
  const packed = await readFile(source)
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) throw new Error(`${source} is not gzip data`)
  const plain = source.replace(/\.gz$/i, '')
  const taken = plain === source || (await filesBelow('.')).includes(plain)
  const fallback = taken ? plain.replace(/[^/]*$/, (name) => `expanded-${name}`) : plain
  await writeBytes(outputName(task.input, fallback), gunzipSync(packed))
}
