import { endingOf, patternOf } from '../../kit/patterns.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, required, writeBytes } from '../../kit/text.ts'

/** A copy of a text in which every match of a regular expression is exchanged; a pattern without a match throws. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const source = required(input.pattern, 'pattern')
  const replacement = required(input.replacement, 'replacement')
  const name = await sourceOf(task, ['.txt', '.md'])
  const text = await readText(name)
  if (text.search(patternOf(source)) < 0) throw new Error(`the pattern ${source} occurs nowhere in ${name}`)
  await writeBytes(outputName(input, `replaced${endingOf(name)}`), text.replace(patternOf(source), replacement))
}
