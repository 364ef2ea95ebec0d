import { parse } from 'yaml'
import { convertEach } from '../../kit/convert.ts'
import type { Task } from '../../kit/task.ts'
import { readText } from '../../kit/text.ts'

/** Each YAML file as JSON. */
export default async function run(task: Task): Promise<void> {
  await convertEach(task, ['.yaml', '.yml'], '.json', async (source) => {
    const value: unknown = parse(await readText(source))
    if (value === null || value === undefined) throw new Error(`${source} is empty`)
    return `${JSON.stringify(value, null, 2)}\n`
  })
}
