import {
  addEvent,
  addRow,
  type Checked,
  createCalendar,
  createDatabase,
  createSheet,
  eventsOf,
  type MarkTask,
  mailOf,
  rowsOf,
  sendMail,
  sheetRows,
  type World,
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  status: { email: 'status@larkware.example' },
  engineer: { email: 'ravi.tole@larkware.example' },
  north: { email: 'it@halden-north.example' },
  south: { email: 'it@halden-south.example' },
  orchard: { email: 'admin@orchardbank.example' },
  tern: { email: 'team@ternlogistics.example' },
}

const stage0 = ({ services }: World) => {
  const customers = createDatabase(services, 'Customers', {
    Customer: 'title',
    Contact: 'rich_text',
    Services: 'rich_text',
    Plan: 'select',
    'Monthly fee': 'number',
  })
  for (const [Customer, Contact, Used, Plan, fee] of [
    ['Halden', users.north.email, 'mail relay, search', 'gold', 900],
    ['Halden', users.south.email, 'search, exports', 'gold', 700],
    ['Orchard Bank', users.orchard.email, 'mail relay', 'basic', 400],
    ['Tern Logistics', users.tern.email, 'exports', 'gold', 600],
  ] as const)
    addRow(customers, { Customer, Contact, Services: Used, Plan, 'Monthly fee': fee })
  createDatabase(services, 'Incidents', {
    Service: 'title',
    Start: 'rich_text',
    End: 'rich_text',
    Minutes: 'number',
    Status: 'select',
  })
  return {
    notification:
      'Something is down. workspace/alerts.csv holds the monitor\'s lines in order; `at` is Unix time, but one probe writes seconds and another milliseconds. A service that comes up again within 120 seconds only flickered: that is no incident. Open a row in the Notion database "Incidents" for each service that is down for good: Service, Start (UTC, like 2027-02-15T09:30), Status "investigating". Mail the contact of every customer that uses that service (`Services` in the Notion database "Customers"), subject "Incident", with the name of the service and the start as in the row. Customers who do not use it must not be worried.',
    time: '2027-02-15T11:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const repairs = createCalendar(services, 'Maintenance')
  addEvent(repairs, { summary: 'Repair: mail relay', dtstart: '2027-02-15T13:00:00', dtend: '2027-02-15T15:30:00' })
  addEvent(repairs, { summary: 'Repair: search', dtstart: '2027-02-15T12:00:00', dtend: '2027-02-15T12:30:00' })
  sendMail(services, {
    from: users.engineer.email,
    to: [users.status.email],
    subject: 'Relay',
    body: 'We shall be done by 14:00. As ever, the calendar is the truth if I should forget to write. Ravi',
    date: '2027-02-15T11:10:00Z',
  })
  const tern = rowsOf(services, 'Customers').find(({ properties }) => properties.Customer === 'Tern Logistics')
  if (tern !== undefined) tern.properties.Services = 'exports, mail relay'
  return {
    notification:
      'The engineers know the cause. They enter repairs in the calendar "Maintenance" as "Repair: <service>"; the end of that event is when we expect the service back, whatever older mails say. Set every row of the Notion database "Incidents" with the status "investigating" to "identified". Tell the contact of each customer who uses the service, as the database "Customers" stands now, in a mail with the subject "Expected back" and the line `expected: 2027-02-15THH:MM` for that service. Keep a list of whom you told in workspace/told.csv (contact,service,expected).',
    time: '2027-02-15T12:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  createSheet(services, 'Credit terms', [
    ['Plan', 'Percent per hour begun', 'Cap percent'],
    ['gold', '3', '10'],
    ['basic', '1', '4'],
  ])
  const orchard = rowsOf(services, 'Customers').find(({ properties }) => properties.Customer === 'Orchard Bank')
  if (orchard !== undefined) orchard.properties.Plan = 'gold'
  const relay = eventsOf(services, 'Maintenance').find(({ summary }) => summary === 'Repair: mail relay')
  if (relay !== undefined) relay.dtend = '2027-02-15T16:00:00'
  return {
    notification:
      'All is well again; workspace/alerts.csv has the new lines. Close the row of "Incidents" (Notion): `End` by the first "up" for good after its start, in UTC, `Minutes` between the two, Status "resolved". Then the credits: every customer in "Customers" who uses that service gets, for each hour begun of the outage, the percentage of its plan in the sheet "Credit terms", at most the cap, of its monthly fee. Write workspace/credits.csv with contact,percent,credit (two decimals), in order of contact, and mail the list to ravi.tole@larkware.example, subject "Credits", as lines `contact: credit` and `total: number`. Customers hear from the accounts department.',
    time: '2027-02-16T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'support_desk_task3',
    name: 'An outage from first alert to credits',
    category: 'support_desk',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'keeper of the status page',
    tags: ['incident', 'unit-change', 'same-name', 'outdated-mail', 'silent-row-change'],
    users,
  },
  prompt: 'You keep the customers of Larkware informed about the state of its services.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'one-incident',
        weight: 2,
        description: 'Only the mail relay is down for good.',
        check: (seen) => rowsOf(seen.services, 'Incidents').length === 1 && relay(seen).Status === 'investigating',
      },
      {
        id: 'start',
        weight: 2,
        description: 'The start is the second fall, read in milliseconds.',
        check: (seen) => String(relay(seen).Start).startsWith('2027-02-15T09:30'),
      },
      {
        id: 'users-told',
        weight: 1.5,
        description: 'Halden of the north and Orchard Bank are told.',
        check: (seen) =>
          ['north', 'orchard'].every((owner) =>
            mailsTo(seen, owner).some(
              (mail) => /incident/i.test(mail) && /mail relay/i.test(mail) && /09:30/.test(mail),
            ),
          ),
      },
      {
        id: 'others-in-peace',
        weight: 1,
        description: 'The other Halden and Tern Logistics must not be told.',
        check: (seen) => mailsTo(seen, 'south').length === 0 && mailsTo(seen, 'tern').length === 0,
      },
    ],
    stage1: [
      {
        id: 'identified',
        weight: 1,
        description: 'The incident is identified.',
        check: (seen) => relay(seen).Status === 'identified',
      },
      {
        id: 'expected-by-calendar',
        weight: 2,
        description: 'The end comes from the calendar, not from the older mail.',
        check: (seen) =>
          ['north', 'orchard'].every((owner) =>
            mailsTo(seen, owner).some((mail) => /expected\W*2027-02-15T15:30/i.test(mail) && !/14:00/.test(mail)),
          ),
      },
      {
        id: 'new-user-told',
        weight: 2.5,
        description: 'Tern Logistics uses the relay since this morning.',
        check: (seen) => mailsTo(seen, 'tern').some((mail) => /expected\W*2027-02-15T15:30/i.test(mail)),
      },
      {
        id: 'told-list',
        weight: 1,
        description: 'The list has the three contacts, with what they were told.',
        check: ({ files }) =>
          tableOf(files, 'told.csv', ['contact', 'service', 'expected'])
            .map(({ contact, service, expected }) => `${contact} ${service} ${expected!.slice(0, 16)}`)
            .sort()
            .join() ===
          [users.orchard, users.north, users.tern].map(({ email }) => `${email} mail relay 2027-02-15T15:30`).join(),
      },
    ],
    stage2: [
      {
        id: 'end-and-minutes',
        weight: 2,
        description: 'Back after 245 minutes by the monitor, not by the calendar.',
        check: (seen) => String(relay(seen).End).startsWith('2027-02-15T13:35') && Number(relay(seen).Minutes) === 245,
      },
      {
        id: 'resolved',
        weight: 1,
        description: 'One incident, resolved: search only flickered again.',
        check: (seen) => rowsOf(seen.services, 'Incidents').length === 1 && relay(seen).Status === 'resolved',
      },
      {
        id: 'credit-north',
        weight: 1.5,
        description: 'Five hours begun are capped at ten per cent.',
        check: (seen) => credit(seen, users.north.email) === '10 90',
      },
      {
        id: 'credit-new-plan',
        weight: 2.5,
        description: 'Orchard Bank is on the gold plan by now.',
        check: (seen) => credit(seen, users.orchard.email) === '10 40',
      },
      {
        id: 'credit-new-user',
        weight: 1.5,
        description: 'Tern Logistics gets a credit, the other Halden none; in order of contact.',
        check: (seen) => {
          const rows = tableOf(seen.files, 'credits.csv', ['contact', 'percent', 'credit'])
          const order = [users.orchard.email, users.north.email, users.tern.email].join()
          return rows.map(({ contact }) => contact).join() === order && credit(seen, users.tern.email) === '10 60'
        },
      },
    ],
    final: [
      {
        id: 'total-mailed',
        weight: 1.5,
        description: 'The engineer gets each credit and the total.',
        check: (seen) =>
          mailsTo(seen, 'engineer').some(
            (mail) =>
              /credits/i.test(mail) &&
              /orchardbank\.example[^\d\n-]*40(\.00?)?(?![.,]?\d)/.test(mail) &&
              /halden-north\.example[^\d\n-]*90(\.00?)?(?![.,]?\d)/.test(mail) &&
              /ternlogistics\.example[^\d\n-]*60(\.00?)?(?![.,]?\d)/.test(mail) &&
              /total[^\d\n-]*190(\.00?)?(?![.,]?\d)/i.test(mail),
          ),
      },
      {
        id: 'terms-untouched',
        weight: 1,
        description: 'The terms must not be changed.',
        check: ({ services }) =>
          sheetRows(services, 'Credit terms')!.flat().join() ===
          'Plan,Percent per hour begun,Cap percent,gold,3,10,basic,1,4',
      },
      {
        id: 'credits-not-announced',
        weight: 1,
        description: 'Customers must not hear of credits from here.',
        check: (seen) =>
          ['north', 'south', 'orchard', 'tern'].every((owner) =>
            mailsTo(seen, owner).every((mail) => !/credit/i.test(mail)),
          ),
      },
    ],
  },
}
export default task

const relay = ({ services }: Checked) =>
  rowsOf(services, 'Incidents').find(({ properties }) => properties.Service === 'mail relay')!.properties

/** Percentage and credit of a contact. */
const credit = ({ files }: Checked, contact: string): string => {
  const rows = tableOf(files, 'credits.csv', ['contact', 'percent', 'credit'])
  const row = rows.find((one) => one.contact === contact)!
  return `${Number.parseFloat(row.percent!)} ${Number(row.credit)}`
}

const mailsTo = ({ services }: Checked, owner: string): string[] =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('status@larkware'))
    .map(({ subject, body }) => `${subject}\n${body}`)
