import { readFile } from 'node:fs/promises'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** One file a message, bytes kept: the mailbox is read and written as one character a byte. */
export default async function run(task: Task): Promise<void> {
  const name = await sourceOf(task, ['.mbox'])
  const text = (await readFile(name)).toString('latin1')
  if (!text.startsWith('From ')) throw new Error(`${name} is no mailbox: it does not begin with "From "`)
  const folder = outputName(task.input, 'messages').replace(/\/$/, '')
  const messages = `\n\n${text}`.split(/\r?\n\r?\nFrom [^\n]*\n/).slice(1)
  const digits = Math.max(3, String(messages.length).length)
  for (const [i, message] of messages.entries()) {
    const restored = message.replace(/^>(>*From )/gm, '$1').replace(/(\r?\n)?\s*$/, (_, end = '\n') => end)
    await writeBytes(`${folder}/${String(i + 1).padStart(digits, '0')}.eml`, Buffer.from(restored, 'latin1'))
  }
}
