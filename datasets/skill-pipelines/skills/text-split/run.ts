import { patternOf } from '../../kit/patterns.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** One file a section: a section begins at every line that matches (default: a second-level Markdown heading). */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const starts = patternOf(input.pattern ?? '^## ')
  const name = await sourceOf(task, ['.txt', '.md'])
  const sections: string[][] = [[]]
  for (const line of (await readText(name)).split('\n')) {
    if (line.search(starts) >= 0) sections.push([])
    sections.at(-1)!.push(line)
  }
  if (sections.length === 1) throw new Error(`no line of ${name} matches ${input.pattern ?? '^## '}`)
  const folder = outputName(input, 'sections')
  const filled = sections.map((lines) => lines.join('\n').trimEnd()).filter((text) => text.trim() !== '')
  for (const [i, text] of filled.entries())
    await writeBytes(`${folder}/${String(i + 1).padStart(2, '0')}-${slug(text)}.txt`, `${text}\n`)
}

/** The first words as part of a file name. */
function slug(text: string): string {
  const words = text
    .split('\n', 1)[0]!
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['section']
  return words.join('-').slice(0, 40)
}
