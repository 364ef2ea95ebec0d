import { marked } from 'marked'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** A Markdown text as a whole HTML page; its title is `title`, else the first heading, else the file's name. */
export default async function run(task: Task): Promise<void> {
  const name = await sourceOf(task, ['.md', '.markdown'])
  const text = await readText(name)
  const heading = marked.lexer(text).find((token) => token.type === 'heading')
  const title = task.input.title ?? (heading?.type === 'heading' ? String(heading.text) : name)
  const body = await marked.parse(text, { gfm: true })
  await writeBytes(outputName(task.input, 'document.html'), page(title, body))
}

function page(title: string, body: string): string {
  const head = `<meta charset="utf-8">\n<title>${escaped(title)}</title>`
  return `<!doctype html>\n<html>\n<head>\n${head}\n</head>\n<body>\n${body.trimEnd()}\n</body>\n</html>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
