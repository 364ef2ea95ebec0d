import { stringify } from 'yaml'
import { convertEach } from '../../kit/convert.ts'
import { readJson } from '../../kit/json.ts'
import type { Task } from '../../kit/task.ts'

/** Each JSON file as YAML in block style, long lines left whole, no anchors. */
export default async function run(task: Task): Promise<void> {
  await convertEach(task, ['.json'], '.yaml', async (source) =>
    stringify(await readJson(source), { lineWidth: 0, aliasDuplicateObjects: false }),
  )
}
