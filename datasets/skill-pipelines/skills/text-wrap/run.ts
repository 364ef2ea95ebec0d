import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** Paragraphs filled anew to lines of at most `width` characters (72); headings, lists, tables and code stay as they are. */
export default async function run(task: Task): Promise<void> {
  const width = task.input.width ?? 72
  if (!(width >= 1)) throw new Error(`cannot wrap at ${width}: the width must be at least 1`)
  const text = await readText(await sourceOf(task, ['.txt', '.md']))
  const made: string[] = []
  let paragraph: string[] = []
  let inCode = false
  const close = (): void => {
    made.push(...filled(paragraph, width))
    paragraph = []
  }
  for (const line of text.split('\n')) {
    const fence = line.startsWith('```')
    if (inCode || fence || keptAsIs(line)) {
      close()
      made.push(line)
    } else paragraph.push(line)
    if (fence) inCode = !inCode
  }
  close()
  await writeBytes(outputName(task.input, 'wrapped.txt'), `${made.join('\n').replace(/\n+$/, '')}\n`)
}

/** Blank and indented lines, headings, quotations, table rows, list items. */
function keptAsIs(line: string): boolean {
  return line.trim() === '' || /^(\s|#|>|\||[-*+] |\d+[.)] )/.test(line)
}

/** As many words to a line as fit; a longer word has a line of its own. */
function filled(paragraph: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const word of paragraph.join(' ').split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
