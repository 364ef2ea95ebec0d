import { attachmentsOf, freeName, messageOf } from '../../kit/mail.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** Every attached file under its own name in one folder. */
export default async function run(task: Task): Promise<void> {
  const messages = await Promise.all((await sourcesOf(task, ['.eml'])).map(messageOf))
  const folder = outputName(task.input, 'attachments').replace(/\/$/, '')
  const taken = new Set<string>()
  for (const { name, bytes } of messages.flatMap(attachmentsOf)) {
    const free = freeName(name, taken)
    taken.add(free)
    await writeBytes(`${folder}/${free}`, bytes)
  }
  if (taken.size === 0) throw new Error('none of the messages has an attachment')
}
