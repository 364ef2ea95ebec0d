import {
  addRow,
  type Checked,
  createDatabase,
  createSheet,
  type MarkTask,
  mailOf,
  rowsOf,
  type World,
} from '@lawbook/benchmarks'
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  desk: { email: 'desk@larkware.example' },
  lead: { email: 'ottilie.banks@larkware.example' },
  c1: { email: 'it@brookschool.example' },
  c2: { email: 'office@nettlebakery.example' },
  c3: { email: 'ops@heronfreight.example' },
  c4: { email: 'hello@mossstudio.example' },
}

const stage0 = ({ services }: World) => {
  const customers = createDatabase(services, 'Customers', {
    Customer: 'title',
    Name: 'rich_text',
    Plan: 'select',
    Contact: 'rich_text',
  })
  for (const [Customer, Name, Plan, Contact] of [
    ['C1', 'Brook School', 'gold', users.c1.email],
    ['C2', 'Nettle Bakery', 'silver', users.c2.email],
    ['C3', 'Heron Freight', 'basic', users.c3.email],
    ['C4', 'Moss Studio', 'basic', users.c4.email],
  ] as const)
    addRow(customers, { Customer, Name, Plan, Contact })
  createDatabase(services, 'Tickets', {
    Ticket: 'title',
    Customer: 'rich_text',
    Opened: 'rich_text',
    Priority: 'select',
    Team: 'select',
    Status: 'select',
    'Merged into': 'rich_text',
  })
  createSheet(services, 'SLA targets', [
    ['Plan', 'P1', 'P2', 'P3'],
    ['gold', '90m', '4h', '24h'],
    ['silver', '3h', '4h', '36h'],
    ['basic', '8h', '12h', '48h'],
  ])
  return {
    notification:
      'The queue of this morning is in workspace/tickets.csv. Enter every ticket as a row of the Notion database "Tickets" (Ticket, Customer, Opened as in the file). Priority and team come from workspace/triage.csv: the first row of it whose word stands in the subject or the text decides; no word, then P3 and the team "product". What customers call urgent themselves does not count. A ticket with the same customer and subject as an earlier one is a duplicate: status "duplicate", `Merged into` the earlier id, and the priority and team of that one. All others get the status "open". Answer nobody yet.',
    time: '2027-02-01T10:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const freight = rowsOf(services, 'Customers').find(({ properties }) => properties.Customer === 'C3')
  if (freight !== undefined) freight.properties.Plan = 'gold'
  return {
    notification:
      'It is 11:00 on 1 February. When must we have answered? The time allowed is in the sheet "SLA targets", by the plan of the customer (Notion database "Customers") and the priority of the ticket; "m" is minutes, "h" hours, counted from `Opened` around the clock. Write workspace/due.csv with ticket,due (like 2027-02-01T13:05) for every row of "Tickets" with the status "open", earliest first. Mail ottilie.banks@larkware.example, subject "Due soon": a line `ticket: due` for each that is overdue or due by 13:00, and no other ticket in it.',
    time: '2027-02-01T11:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const row = (id: string) => rowsOf(services, 'Tickets').find(({ properties }) => properties.Ticket === id)?.properties
  Object.assign(row('T-105') ?? {}, { Priority: 'P2' })
  Object.assign(row('T-106') ?? {}, { Status: 'duplicate', 'Merged into': 'T-102' })
  return {
    notification:
      'How did we do? workspace/replies.csv lists our replies; only the first of the kind "agent" counts for a ticket. Hold it against the target (sheet "SLA targets", plan in "Customers", priority in "Tickets" as they stand now) for the tickets with the status "open" in the Notion database "Tickets". Write workspace/sla_report.json with `met` and `missed` (lists of ticket ids) and `rate` (share met, 0 to 1). Set those tickets to "answered". Send each customer with a missed ticket one mail to the contact in "Customers", subject "Our apologies", naming the ticket; nobody else gets one.',
    time: '2027-02-02T10:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'support_desk_task1',
    name: 'Triage and response times of a morning queue',
    category: 'support_desk',
    environments: ['filesystem', 'email', 'notion', 'google_sheets'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'agent at the support desk',
    tags: ['triage', 'sla', 'duplicate', 'unit-change', 'silent-row-change'],
    users,
  },
  prompt: 'You work at the support desk of Larkware.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'six-tickets',
        weight: 1,
        description: 'Six rows, one per ticket.',
        check: ({ services }) =>
          new Set(rowsOf(services, 'Tickets').map(({ properties }) => properties.Ticket)).size === 6,
      },
      {
        id: 'high-priorities',
        weight: 1.5,
        description: 'Locked out and gone are P1, each with its team.',
        check: (seen) => triaged(seen, 'T-101') === 'P1 access open' && triaged(seen, 'T-104') === 'P1 data open',
      },
      {
        id: 'middle-priorities',
        weight: 1.5,
        description: 'Charged and password are P2.',
        check: (seen) => triaged(seen, 'T-102') === 'P2 billing open' && triaged(seen, 'T-106') === 'P2 access open',
      },
      {
        id: 'urgent-is-no-word',
        weight: 1.5,
        description: 'A wish called urgent is P3.',
        check: (seen) => triaged(seen, 'T-105') === 'P3 product open',
      },
      {
        id: 'duplicate',
        weight: 2,
        description: 'The second ticket of Brook School is merged; the same subject of another customer is not.',
        check: (seen) =>
          triaged(seen, 'T-103') === 'P1 access duplicate' && ticket(seen, 'T-103')['Merged into'] === 'T-101',
      },
      {
        id: 'no-answer-yet',
        weight: 1,
        description: 'Customers must not be answered yet.',
        check: (seen) => ['c1', 'c2', 'c3', 'c4'].every((customer) => toUser(seen, customer).length === 0),
      },
    ],
    stage1: [
      {
        id: 'due-minutes',
        weight: 1.5,
        description: 'Ninety minutes, not ninety hours.',
        check: (seen) => due(seen, 'T-101') === '2027-02-01T09:40',
      },
      {
        id: 'due-new-plan',
        weight: 2.5,
        description: 'Heron Freight is gold by now.',
        check: (seen) => due(seen, 'T-104') === '2027-02-01T10:30',
      },
      {
        id: 'due-all',
        weight: 1.5,
        description: 'Five open tickets, earliest first, also those whose hours are plain to read.',
        check: (seen) =>
          tableOf(seen.files, 'due.csv', ['ticket', 'due'])
            .map((row) => row.ticket)
            .join() === 'T-101,T-104,T-102,T-106,T-105' &&
          due(seen, 'T-102') === '2027-02-01T12:20' &&
          due(seen, 'T-106') === '2027-02-01T13:30' &&
          due(seen, 'T-105') === '2027-02-03T09:05',
      },
      {
        id: 'lead-warned',
        weight: 2,
        description: 'The lead hears when the three that press are due, and of no other.',
        check: (seen) => {
          const [mail = ''] = toUser(seen, 'lead').filter((one) => /due soon/i.test(one))
          const lines = [/T-101\W*2027-02-01[T ]09:40/, /T-104\W*2027-02-01[T ]10:30/, /T-102\W*2027-02-01[T ]12:20/]
          const tickets = [...new Set(mail.match(/T-\d+/g))].sort().join()
          return tickets === 'T-101,T-102,T-104' && lines.every((line) => line.test(mail))
        },
      },
    ],
    stage2: [
      {
        id: 'met',
        weight: 2,
        description: 'Two were in time; a ticket merged meanwhile counts nowhere.',
        check: ({ files }) => jsonOf<{ met: string[] }>(files, 'sla_report.json').met.sort().join() === 'T-102,T-104',
      },
      {
        id: 'missed',
        weight: 2.5,
        description: 'An automatic reply saves nothing, and a raised priority shortens the time.',
        check: ({ files }) =>
          jsonOf<{ missed: string[] }>(files, 'sla_report.json').missed.sort().join() === 'T-101,T-105',
      },
      {
        id: 'rate',
        weight: 1,
        description: 'Half were in time.',
        check: ({ files }) => Math.abs(Number(jsonOf(files, 'sla_report.json').rate) - 0.5) < 0.001,
      },
      {
        id: 'statuses',
        weight: 1.5,
        description: 'Four are answered, two stay duplicates.',
        check: ({ services }) => {
          const states = rowsOf(services, 'Tickets').map(
            ({ properties }) => `${properties.Ticket} ${properties.Status}`,
          )
          return states.filter((state) => state.endsWith('answered')).length === 4 && states.includes('T-106 duplicate')
        },
      },
    ],
    final: [
      {
        id: 'apologies',
        weight: 2,
        description: 'Brook School and Moss Studio get one apology each with their ticket.',
        check: (seen) =>
          [
            ['c1', 'T-101'],
            ['c4', 'T-105'],
          ].every(([customer, id]) => {
            const mails = toUser(seen, customer!).filter((mail) => /apolog/i.test(mail))
            return mails.length === 1 && mails[0]!.includes(id!)
          }),
      },
      {
        id: 'no-apology-in-time',
        weight: 1,
        description: 'Who was answered in time must not get an apology.',
        check: (seen) => toUser(seen, 'c2').length === 0 && toUser(seen, 'c3').length === 0,
      },
    ],
  },
}
export default task

const ticket = ({ services }: Checked, id: string) =>
  rowsOf(services, 'Tickets').find(({ properties }) => properties.Ticket === id)!.properties

const triaged = (seen: Checked, id: string): string => {
  const { Priority, Team, Status } = ticket(seen, id)
  return `${Priority} ${Team} ${Status}`
}

const due = ({ files }: Checked, id: string): string =>
  tableOf(files, 'due.csv', ['ticket', 'due'])
    .find((row) => row.ticket === id)!
    .due!.slice(0, 16)

const toUser = ({ services }: Checked, owner: string): string[] =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('desk@larkware'))
    .map(({ subject, body }) => `${subject}\n${body}`)
