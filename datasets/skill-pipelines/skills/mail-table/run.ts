import { attachmentsOf, mailboxes, messageOf } from '../../kit/mail.ts'
import { sourcesOf } from '../../kit/sources.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

const columns = ['date', 'from', 'to', 'subject', 'attachments']

/** One row a message, in order of date. */
export default async function run(task: Task): Promise<void> {
  const messages = await Promise.all((await sourcesOf(task, ['.eml'])).map(messageOf))
  const rows = messages.map((message) => ({
    date: (message.date ?? '').replace('.000Z', 'Z'),
    from: mailboxes([message.from])[0]?.address ?? '',
    to: mailboxes(message.to ?? [])
      .map(({ address }) => address)
      .join('; '),
    subject: message.subject ?? '',
    attachments: attachmentsOf(message)
      .map(({ name }) => name)
      .join('; '),
  }))
  const ordered = rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  await writeTable(outputName(task.input, 'mail.csv'), { columns, rows: ordered })
}
