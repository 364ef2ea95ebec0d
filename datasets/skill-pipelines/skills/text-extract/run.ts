import { patternOf } from '../../kit/patterns.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, required, writeBytes } from '../../kit/text.ts'

/** Every match of a regular expression (its first group, if it has one), one a line, once each, in order of appearance. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const pattern = patternOf(required(input.pattern, 'pattern'))
  const texts = await Promise.all((await sourcesOf(task, ['.txt', '.md', '.log'])).map(readText))
  const found = texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]))
  const once = [...new Set(found.map((line) => line.replaceAll('\n', ' ').trim()))].filter((line) => line !== '')
  if (once.length === 0) throw new Error(`the pattern ${input.pattern} matches nothing`)
  await writeBytes(outputName(input, 'matches.txt'), `${once.join('\n')}\n`)
}
