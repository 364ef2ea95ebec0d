import { readFile } from 'node:fs/promises'
import { digest } from '../../kit/digests.ts'
import { writeJson } from '../../kit/json.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

type Group = { readonly sha256: string; readonly bytes: number; readonly files: string[] }

/** Files with the same bytes, in groups of two or more, in order of their first name. */
export default async function run(task: Task): Promise<void> {
  const groups = new Map<string, Group>()
  for (const name of await sourcesOf(task, [])) {
    const content = await readFile(name)
    const sha256 = digest(content)
    const group = groups.get(sha256) ?? { sha256, bytes: content.length, files: [] }
    group.files.push(name)
    groups.set(sha256, group)
  }
  const several = [...groups.values()].filter(({ files }) => files.length > 1)
  await writeJson(outputName(task.input, 'duplicates.json'), several)
}
