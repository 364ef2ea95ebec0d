import { textOfHtml } from '../../kit/htmlText.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** The text of a page as a reader sees it; a page without text throws. */
export default async function run(task: Task): Promise<void> {
  const name = await sourceOf(task, ['.html', '.htm'])
  const text = textOfHtml(await readText(name))
  if (text.trim() === '') throw new Error(`${name} has no text`)
  await writeBytes(outputName(task.input, 'text.txt'), text)
}
