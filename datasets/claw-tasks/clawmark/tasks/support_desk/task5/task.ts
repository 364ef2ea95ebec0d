import {
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
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  rota: { email: 'rota@larkware.example' },
  kimOne: { email: 'kim.lee@larkware.example' },
  kimTwo: { email: 'kim.lee2@larkware.example' },
  sofia: { email: 'sofia.brand@larkware.example' },
  teo: { email: 'teo.mark@larkware.example' },
  payroll: { email: 'payroll@larkware.example' },
}

const stage0 = ({ services }: World) => {
  createSheet(services, 'Agents', [
    ['Id', 'Name', 'Email', 'Away from', 'Away to'],
    ['A1', 'Kim Lee', users.kimOne.email, '2027-06-16', '2027-06-18'],
    ['A2', 'Sofia Brand', users.sofia.email, '', ''],
    ['A3', 'Kim Lee', users.kimTwo.email, '2027-06-27', '2027-07-02'],
    ['A4', 'Teo Mark', users.teo.email, '', ''],
  ])
  createCalendar(services, 'On call')
  return {
    notification:
      'We need the rota for six weeks. workspace/weeks.csv names the Mondays; a week runs from Monday to Sunday. Go round the sheet "Agents" in its order, one agent a week, starting with A1. Whoever is away on any day of the week (`Away from` to `Away to`, both included) is passed over, and the next in the round takes it; the round then goes on after the one who took it. Write workspace/rota.csv with week,agent (the id), and enter each week in the calendar "On call": summary "On call: <id>", from Monday 08:00 to the next Monday 08:00, the name as description. Two of us are called Kim Lee, so ids matter.',
    time: '2027-05-31T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const teo = sheetRows(services, 'Agents')?.find(([id]) => id === 'A4')
  teo?.splice(3, 2, '2027-06-12', '2027-06-15')
  const write = (from: string, body: string) =>
    sendMail(services, { from, to: [users.rota.email], subject: 'Swap', body, date: '2027-06-03T12:00:00Z' })
  write(users.kimOne.email, 'W1 with W3\nKim')
  write(users.sofia.email, 'W2 with W6\nKim knows. Sofia')
  write(users.teo.email, 'W1 with W3\nFine with me. Teo')
  write(users.kimTwo.email, 'W2 with W6\nAgreed! Kim')
  write(users.sofia.email, 'W4 with W5\nJust an idea. Sofia')
  return {
    notification:
      'Swaps: every mail "Swap" in the inbox of rota@larkware.example starts with "<week> with <week>". A swap is made only if both agents who hold those weeks (calendar "On call", addresses in the sheet "Agents") have written the same line, and neither would then be on duty on a day on which the sheet has them away. Weeks and days are as in workspace/weeks.csv. Write workspace/swaps.csv with swap,decision: "made", "one side only" or "away", one line per pair of weeks in order of the first mail. Change summary and description of the events and workspace/rota.csv accordingly, and mail both holders of a swap that is made, subject "Swap made".',
    time: '2027-06-04T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const tickets = createDatabase(services, 'Tickets', {
    Ticket: 'title',
    Subject: 'rich_text',
    Priority: 'select',
    Status: 'select',
  })
  for (const [Ticket, Subject, Priority, Status] of [
    ['T-310', 'Slow search', 'P3', 'open'],
    ['T-322', 'Sync stops at night', 'P1', 'open'],
    ['T-329', 'Wrong totals', 'P2', 'answered'],
    ['T-331', 'Mails arrive late', 'P2', 'open'],
  ] as const)
    addRow(tickets, { Ticket, Subject, Priority, Status })
  const last = eventsOf(services, 'On call').find(({ dtstart }) => dtstart.startsWith('2027-07-05'))
  if (last !== undefined) Object.assign(last, { summary: 'On call: A1', description: 'Kim Lee' })
  return {
    notification:
      'It is Monday, 5 July 2027, and duty changes. Whoever the calendar "On call" has from today gets the handover: workspace/handover.json with `incoming` (id) and `tickets` (ids of all rows of the Notion database "Tickets" with status "open", P1 before P2 before P3, then by id), and a mail with the same ids to the address in the sheet "Agents", subject "Handover". Then the call-outs of the past week in workspace/pages.csv: a line standing there twice counts once, minutes between 22:00 and 06:00 count double. Write workspace/callouts.csv: agent,minutes,weighted_hours (two decimals), in order of id.',
    time: '2027-07-05T07:00:00Z',
  }
}

const stage3 = ({ services }: World) => {
  const third = eventsOf(services, 'On call').find(({ dtstart }) => dtstart.startsWith('2027-06-21'))
  if (third !== undefined) Object.assign(third, { summary: 'On call: A2', description: 'Sofia Brand' })
  return {
    notification:
      'Pay day. Whoever the calendar "On call" names for a week that ended by 5 July 2027, 08:00, gets the amount for a week; the weighted_hours of workspace/callouts.csv are paid by the hour. The rates are in workspace/rates.json, in cents. Write workspace/pay.csv with agent,weeks,amount (currency units, two decimals) for every agent who gets something, in order of id, and mail the list to payroll@larkware.example, subject "On-call pay", one line `agent: amount` each and `total: amount`. Agents see it on their payslip, so they need no mail.',
    time: '2027-07-06T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'support_desk_task5',
    name: 'On-call rota, swaps and a handover',
    category: 'support_desk',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'planner of the on-call rota',
    tags: ['rota', 'same-name', 'swap', 'duplicate', 'silent-event-change'],
    users,
  },
  prompt: 'You plan who is on call at the support desk of Larkware.',
  stages: [stage0, stage1, stage2, stage3],
  rubric: {
    stage0: [
      {
        id: 'passed-over',
        weight: 2,
        description: 'The second Kim Lee is away on the last day of the third week.',
        check: (seen) => rota(seen).slice(0, 3).join() === 'A1,A2,A4',
      },
      {
        id: 'round-goes-on',
        weight: 1.5,
        description: 'The round goes on after the one who stood in.',
        check: (seen) => rota(seen).slice(3).join() === 'A1,A2,A3',
      },
      {
        id: 'six-events',
        weight: 2,
        description: 'Six weeks in the calendar, each with id and name.',
        check: (seen) => calendar(seen).join() === 'A1,A2,A4,A1,A2,A3' && named(seen) === 'Kim,Sofia,Teo,Kim,Sofia,Kim',
      },
      {
        id: 'week-length',
        weight: 1,
        description: 'From Monday to Monday, eight in the morning.',
        check: ({ services }) =>
          eventsOf(services, 'On call').some(
            ({ dtstart, dtend }) => /^2027-06-14[T ]08:00/.test(dtstart) && /^2027-06-21[T ]08:00/.test(dtend),
          ),
      },
    ],
    stage1: [
      {
        id: 'swap-away',
        weight: 2.5,
        description: 'Both wrote, but Teo is away by now at the end of the first week.',
        check: (seen) => swap(seen, 'W1', 'W3') === 'away',
      },
      {
        id: 'swap-agreed',
        weight: 1.5,
        description: 'The second Kim Lee agreed, not the first.',
        check: (seen) => swap(seen, 'W2', 'W6') === 'made',
      },
      {
        id: 'swap-one-side',
        weight: 1.5,
        description: 'An idea of one is no swap.',
        check: (seen) => swap(seen, 'W4', 'W5') === 'one side only',
      },
      {
        id: 'calendar-after-swaps',
        weight: 2,
        description: 'Calendar and file agree on the new order, and the names follow.',
        check: (seen) =>
          calendar(seen).join() === rota(seen).join() &&
          calendar(seen).join() === 'A1,A3,A4,A1,A2,A2' &&
          named(seen) === 'Kim,Kim,Teo,Kim,Sofia,Sofia',
      },
      {
        id: 'holders-told',
        weight: 1.5,
        description: 'The holders of a made swap are told, those of a refused one are not.',
        check: (seen) =>
          ['kimOne', 'kimTwo', 'sofia', 'teo']
            .filter((owner) => mailsTo(seen, owner).some((mail) => /swap made/i.test(mail)))
            .join() === 'kimTwo,sofia',
      },
    ],
    stage2: [
      {
        id: 'incoming',
        weight: 2.5,
        description: 'The calendar was changed: it has the last word.',
        check: ({ files }) => jsonOf(files, 'handover.json').incoming === 'A1',
      },
      {
        id: 'handover-tickets',
        weight: 1.5,
        description: 'Open tickets by priority.',
        check: ({ files }) =>
          jsonOf<{ tickets: string[] }>(files, 'handover.json').tickets.join() === 'T-322,T-331,T-310',
      },
      {
        id: 'weighted-hours',
        weight: 2.5,
        description: 'Night minutes count double, on both sides of midnight; a double line once.',
        check: (seen) => callouts(seen, 'A1') === '190 5.5' && callouts(seen, 'A4') === '45 1.5',
      },
    ],
    stage3: [
      {
        id: 'weeks-by-calendar',
        weight: 2.5,
        description: 'Sofia stood in for a week of Teo: the calendar says so.',
        check: ({ files }) =>
          tableOf(files, 'pay.csv', ['agent', 'weeks', 'amount'])
            .map(({ agent, weeks }) => `${agent} ${Number(weeks)}`)
            .join() === 'A1 2,A2 1,A3 1,A4 0',
      },
      {
        id: 'amounts',
        weight: 2,
        description: 'Cents made whole, weeks and call-outs together.',
        check: ({ files }) =>
          tableOf(files, 'pay.csv', ['agent', 'weeks', 'amount'])
            .map(({ amount }) => Number(amount))
            .join() === '410,150,150,30',
      },
    ],
    final: [
      {
        id: 'payroll-told',
        weight: 1.5,
        description: 'Payroll has each amount and the sum.',
        check: (seen) =>
          mailsTo(seen, 'payroll').some(
            (mail) =>
              /on-call pay/i.test(mail) &&
              /A1[^\d\n-]*410(\.00?)?(?![.,]?\d)/.test(mail) &&
              /A2[^\d\n-]*150(\.00?)?(?![.,]?\d)/.test(mail) &&
              /A3[^\d\n-]*150(\.00?)?(?![.,]?\d)/.test(mail) &&
              /A4[^\d\n-]*30(\.00?)?(?![.,]?\d)/.test(mail) &&
              /total[^\d\n-]*740(\.00?)?(?![.,]?\d)/i.test(mail),
          ),
      },
      {
        id: 'handover-mailed',
        weight: 2,
        description: 'The incoming one has the three ids.',
        check: (seen) =>
          mailsTo(seen, 'kimOne').some(
            (mail) => /handover/i.test(mail) && ['T-310', 'T-322', 'T-331'].every((id) => mail.includes(id)),
          ),
      },
      {
        id: 'other-kim-no-handover',
        weight: 1,
        description: 'The other Kim Lee must not get the handover.',
        check: (seen) => mailsTo(seen, 'kimTwo').every((mail) => !/handover/i.test(mail)),
      },
      {
        id: 'tickets-untouched',
        weight: 1,
        description: 'The handover must not change a ticket.',
        check: ({ services }) =>
          rowsOf(services, 'Tickets').filter(({ properties }) => properties.Status === 'open').length === 3,
      },
    ],
  },
}
export default task

const rota = ({ files }: Checked): string[] => tableOf(files, 'rota.csv', ['week', 'agent']).map(({ agent }) => agent!)

const calendar = ({ services }: Checked): string[] =>
  eventsOf(services, 'On call')
    .map(({ summary, dtstart }) => `${dtstart} ${/A\d/.exec(summary)?.[0]}`)
    .sort()
    .map((line) => line.slice(-2))

/** First names in the descriptions of the weeks, in order of time. */
const named = ({ services }: Checked): string =>
  eventsOf(services, 'On call')
    .map(({ dtstart, description }) => `${dtstart} ${/Kim|Sofia|Teo/.exec(description)?.[0]}`)
    .sort()
    .map((line) => line.split(' ').at(-1))
    .join()

const swap = ({ files }: Checked, one: string, other: string): string =>
  tableOf(files, 'swaps.csv', ['swap', 'decision'])
    .find((row) => row.swap!.includes(one) && row.swap!.includes(other))!
    .decision!.toLowerCase()

const callouts = ({ files }: Checked, agent: string): string => {
  const row = tableOf(files, 'callouts.csv', ['agent', 'minutes', 'weighted_hours']).find((one) => one.agent === agent)!
  return `${Number(row.minutes)} ${Number(row.weighted_hours)}`
}

const mailsTo = ({ services }: Checked, owner: string): string[] =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('rota@larkware'))
    .map(({ subject, body }) => `${subject}\n${body}`)
