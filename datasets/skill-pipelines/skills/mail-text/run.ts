import type { Address, Email } from 'postal-mime'
import { bodyOf, mailboxes, messageOf } from '../../kit/mail.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** The messages one after the other: four headers, an empty line, the body. */
export default async function run(task: Task): Promise<void> {
  const messages = await Promise.all((await sourcesOf(task, ['.eml'])).map(messageOf))
  const text = messages.map((message) => `${headOf(message)}\n\n${bodyOf(message)}\n`).join(`\n${'-'.repeat(60)}\n\n`)
  await writeBytes(outputName(task.input, 'mail.txt'), text)
}

function headOf(message: Email): string {
  const lines = {
    Date: message.date?.replace('.000Z', 'Z'),
    From: people([message.from]),
    To: people(message.to ?? []),
    Subject: message.subject,
  }
  return Object.entries(lines)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function people(addresses: readonly (Address | undefined)[]): string {
  return mailboxes(addresses)
    .map(({ name, address }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ')
}
