import { readZip } from '../../kit/archives.ts'
import { sourceOf } from '../../kit/sources.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** One row a file of the archive: its path and its size when unpacked. */
export default async function run(task: Task): Promise<void> {
  const contents = await readZip(await sourceOf(task, ['.zip']))
  const rows = [...contents].map(([name, bytes]) => ({ name, size: String(bytes.length) }))
  await writeTable(outputName(task.input, 'listing.csv'), { columns: ['name', 'size'], rows })
}
