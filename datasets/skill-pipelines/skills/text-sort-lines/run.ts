import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** The lines of a text in alphabetical order, capitals aside; blank lines go; style "unique" keeps one of equal lines. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  if (input.style !== undefined && input.style !== 'unique')
    throw new Error(`knows no style "${input.style}"; it is "unique" or left out`)
  const text = await readText(await sourceOf(task, ['.txt']))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const kept = input.style === 'unique' ? [...new Set(lines)] : lines
  const sign = input.order === 'descending' ? -1 : 1
  kept.sort((a, b) => sign * (compared(a.toLowerCase(), b.toLowerCase()) || compared(a, b)))
  await writeBytes(outputName(input, 'sorted.txt'), `${kept.join('\n')}\n`)
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
