import { filesBelow, sourcesOf } from './sources.ts'
import type { Task } from './task.ts'
import { writeBytes } from './text.ts'

/** Convert every source to a file beside it with another ending; `to` names the product of a single source. */
export async function convertEach(
  task: Task,
  from: readonly string[],
  ending: string,
  convert: (source: string) => Promise<string>,
): Promise<void> {
  const sources = await sourcesOf(task, from)
  const { to } = task.input
  if (to !== undefined && sources.length > 1)
    throw new Error(`${to} cannot hold ${sources.length} files: say which one`)
  const taken = new Set(await filesBelow('.'))
  for (const source of sources) {
    const name = to ?? freeName(source.replace(/\.[^./]*$/, ''), ending, taken)
    taken.add(name)
    await writeBytes(name, await convert(source))
  }
}

/** stem.ending, or stem-2.ending and so on where a file of that name stands already. */
function freeName(stem: string, ending: string, taken: ReadonlySet<string>): string {
  let name = `${stem}${ending}`
  for (let i = 2; taken.has(name); i++) name = `${stem}-${i}${ending}`
  return name
}
