import { textOfHtml } from '../../kit/htmlText.ts'
import { patternOf } from '../../kit/patterns.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, required, writeBytes } from '../../kit/text.ts'

/** A document as Markdown: pages are turned into text, a pattern is replaced if one is given, a title put on top. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const name = await sourceOf(task, ['.txt', '.md', '.html', '.htm'])
  const source = await readText(name)
  const text = /\.html?$/i.test(name) ? textOfHtml(withMarks(source)) : source
  const edited =
    input.pattern === undefined
      ? text
      : text.replace(patternOf(input.pattern), required(input.replacement, 'replacement'))
  const titled = input.title === undefined ? edited : `# ${input.title}\n\n${edited.trimStart()}`
  await writeBytes(outputName(input, 'document.md'), `${titled.trimEnd()}\n`)
}

/** Headings and links of a page written as Markdown inside their tags. */
function withMarks(html: string): string {
  return html
    .replace(/<h([1-6])\b[^>]*>/gi, (tag, level) => `${tag}${'#'.repeat(Number(level))} `)
    .replace(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a\s*>/gi, '[$2]($1)')
}
