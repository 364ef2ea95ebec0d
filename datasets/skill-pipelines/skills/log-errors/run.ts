import { logOf } from '../../kit/logs.ts'
import { sourceOf } from '../../kit/sources.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText } from '../../kit/text.ts'

/** One row a distinct message of level ERROR: how often, first, last; the most frequent first. */
export default async function run(task: Task): Promise<void> {
  const name = await sourceOf(task, ['.log'])
  const timesOf = new Map<string, string[]>()
  for (const { level, message, time } of logOf(await readText(name), name)) {
    if (level === 'ERROR') timesOf.set(message, [...(timesOf.get(message) ?? []), `${time}Z`].sort())
  }
  const rows = [...timesOf]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([message, times]) => ({ message, count: String(times.length), first: times[0]!, last: times.at(-1)! }))
  await writeTable(outputName(task.input, 'errors.csv'), { columns: ['message', 'count', 'first', 'last'], rows })
}
