import { addRow } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Enter a queue of tickets with priority and team by word rules, and merge duplicates. */
export default async () => {
  const services = await openServices()
  const tickets = services.notion.databases.find(({ title }) => title === 'Tickets')
  if (tickets === undefined) throw new Error('there is no database Tickets')
  const rules = await readTable('triage.csv', ['word', 'priority', 'team'])
  const first = new Map<string, { Ticket: string; Priority: string; Team: string }>()
  for (const row of await readTable('tickets.csv', ['id', 'customer', 'opened', 'subject', 'text'])) {
    const text = `${row.subject}\n${row.text}`.toLowerCase()
    const rule = rules.find(({ word }) => text.includes(word!.toLowerCase()))
    const key = `${row.customer}/${row.subject}`
    const earlier = first.get(key)
    const { Priority, Team } = earlier ?? { Priority: rule?.priority ?? 'P3', Team: rule?.team ?? 'product' }
    if (earlier === undefined) first.set(key, { Ticket: row.id!, Priority, Team })
    addRow(tickets, {
      Ticket: row.id!,
      Customer: row.customer!,
      Opened: row.opened!,
      Priority,
      Team,
      Status: earlier === undefined ? 'open' : 'duplicate',
      'Merged into': earlier?.Ticket ?? '',
    })
  }
  await saveServices(services)
}
