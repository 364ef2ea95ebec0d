import { partnerOf, sourcesOf } from './sources.ts'
import type { Task } from './task.ts'

/** The two files of a step: the first source that is not the file named in `with`, and that file. None throws. */
export async function sourceAndPartner(task: Task, extensions: readonly string[]): Promise<[string, string]> {
  const partner = await partnerOf(task, extensions)
  const source = (await sourcesOf(task, extensions)).find((name) => name !== partner)
  if (source === undefined) throw new Error(`found no second file beside ${partner}: name it in "from"`)
  return [source, partner]
}
