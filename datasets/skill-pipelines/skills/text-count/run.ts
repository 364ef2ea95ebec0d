import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

/** Lines, words, characters and the ten most frequent words of the texts, taken together. */
export default async function run(task: Task): Promise<void> {
  const texts = await Promise.all((await sourcesOf(task, ['.txt', '.md'])).map(readText))
  const words = texts.flatMap((text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
  const counts = new Map<string, number>()
  for (const word of words.map(plain)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const top = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 10)
    .map(([word, count]) => ({ word, count }))
  const lines = texts.reduce((sum, text) => sum + text.replace(/\n$/, '').split('\n').length, 0)
  const characters = texts.reduce((sum, text) => sum + [...text].length, 0)
  const report = { lines, words: words.length, characters, top }
  await writeBytes(outputName(task.input, 'count.json'), `${JSON.stringify(report, null, 2)}\n`)
}

/** A word in small letters without the signs around it. */
function plain(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
