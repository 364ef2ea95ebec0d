import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, writeBytes } from '../../kit/text.ts'

const rules: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '<email>'],
  [/\b((?:token|key|secret|password)=)[^\s&;,]+/gi, '$1<token>'],
  [/\b(Bearer\s+)\S+/g, '$1<token>'],
  [/\b(?=[A-Za-z0-9]*[0-9])(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{24,}\b/g, '<token>'],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, '<ip>'],
]

/** The text with addresses, tokens and passwords replaced by placeholders. */
export default async function run(task: Task): Promise<void> {
  const name = await sourceOf(task, ['.log', '.txt'])
  const masked = rules.reduce((text, [found, mask]) => text.replace(found, mask), await readText(name))
  await writeBytes(outputName(task.input, name.endsWith('.txt') ? 'masked.txt' : 'masked.log'), masked)
}
