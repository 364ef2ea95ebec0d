import {
  addEvent,
  type Checked,
  createCalendar,
  createSheet,
  eventsOf,
  type MarkTask,
  mailOf,
  sendMail,
  sheetRows,
  type World,
} from '@lawbook/benchmarks'
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  planner: { email: 'dov.marek@fairday.example' },
  ines: { email: 'ines.okafor@norholm.example' },
  oswin: { email: 'oswin.pell@norholm.example' },
  glasshouse: { email: 'hire@glasshouse.example' },
  mill: { email: 'office@oldmill.example' },
  quay: { email: 'events@quayhall.example' },
}

const stage0 = ({ services }: World) => {
  createSheet(services, 'Venue quotes', [
    ['Venue', 'Address', 'Seats', 'Hire', 'Per', 'Cleaning'],
    ['Glasshouse', users.glasshouse.email, '240', '520', 'hour', '300'],
    ['Old Mill', users.mill.email, '220', '4900', 'day', '250'],
    ['Quay Hall', users.quay.email, '400', '5400', 'day', '450'],
    ['Linden Rooms', 'desk@lindenrooms.example', '150', '3100', 'day', '0'],
    ['Atlas Court', 'hire@atlascourt.example', '200', '4400', 'day', '200'],
  ])
  createCalendar(services, 'Events')
  const diary = createCalendar(services, 'Venue diary')
  addEvent(diary, { summary: 'Atlas Court: wedding', dtstart: '2027-05-14T10:00:00', dtend: '2027-05-14T23:00:00' })
  addEvent(diary, { summary: 'Old Mill: market', dtstart: '2027-05-13T08:00:00', dtend: '2027-05-13T15:00:00' })
  return {
    notification:
      'Norholm wants a venue. Needs are in workspace/brief.md, offers in the sheet "Venue quotes"; the calendar "Venue diary" shows when a venue is taken. An offer costs its hire (by the hour for all hours of the brief, or by the day) plus the cleaning. A venue fits if it has the seats, is not taken at any time of the day, and its cost is not above the ceiling. Write workspace/comparison.csv with venue,cost,fits (yes or no) for every venue, and put a hold for the cheapest fitting one into the calendar "Events": summary "Hold: <venue>", over the hours of the brief on its date.',
    time: '2027-03-01T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const mill = sheetRows(services, 'Venue quotes')!.find(([venue]) => venue === 'Old Mill')
  if (mill !== undefined) mill[3] = '5350'
  sendMail(services, {
    from: users.quay.email,
    to: [users.planner.email],
    subject: 'Quay Hall for Norholm',
    body: 'Hello Dov, Oswin Pell of Norholm has told us on the phone that they take Quay Hall. Please send the contract back today.',
    date: '2027-03-03T11:00:00Z',
  })
  return {
    notification:
      'Two days have passed. Before anybody signs, work the offers in "Venue quotes" out again for workspace/brief.md, with Monday\'s rules and the "Venue diary". If the cheapest fitting venue is another one now, delete the old hold in the calendar "Events", put in the new one ("Hold: <venue>") and tell the old venue at its address in the sheet, subject "Hold released". Ask the venue that is held now for a contract, subject "Contract request", with a line `total: number`. The inbox of dov.marek holds a mail about Quay Hall; act on it only if the brief allows the person named in it to decide.',
    time: '2027-03-03T13:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const diary = eventsOf(services, 'Venue diary')
  addEvent(diary, { summary: 'Glasshouse: exam', dtstart: '2027-05-21T12:00:00', dtend: '2027-05-21T16:00:00' })
  return {
    notification:
      'Norholm has revised workspace/brief.md. Choose once more by the same rules (seats, ceiling, "Venue diary", cheapest cost from the sheet "Venue quotes") for the brief as it is now. Keep exactly one hold in the calendar "Events": "Hold: <venue>", on the date and hours of the brief. Then prepare the payment: the deposit is 30 % of the cost, due 60 days before the event. Write workspace/deposit.json with `venue`, `date`, `cost`, `deposit` and `due` (ISO dates), and ask the one person whom the brief lets commit Norholm for approval, subject "Deposit approval", with lines `venue: name`, `deposit: number` and `due: date`. Pay nothing and ask no venue for anything.',
    time: '2027-03-05T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'event_planner_task2',
    name: 'Venue offers, holds and a deposit',
    category: 'event_planner',
    environments: ['filesystem', 'email', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'assistant of Dov Marek, event planner',
    tags: ['venue', 'unit-change', 'authority', 'silent-sheet-change', 'silent-calendar-change'],
    users,
  },
  prompt: "You help Dov Marek of Fairday Events to find a venue for Norholm's members' day.",
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'costs',
        weight: 2,
        description: 'All five costs, hours and days turned into the same.',
        check: (seen) =>
          ['Glasshouse', 'Old Mill', 'Quay Hall', 'Linden Rooms', 'Atlas Court']
            .map((venue) => Number(compared(seen, venue).cost))
            .join() === '4980,5150,5850,3100,4600',
      },
      {
        id: 'too-small',
        weight: 1,
        description: 'Linden Rooms has too few seats.',
        check: (seen) => /^no$/i.test(compared(seen, 'Linden Rooms').fits!),
      },
      {
        id: 'taken',
        weight: 1.5,
        description: 'Atlas Court is taken that day, Old Mill only the day before.',
        check: (seen) =>
          /^no$/i.test(compared(seen, 'Atlas Court').fits!) && /^yes$/i.test(compared(seen, 'Old Mill').fits!),
      },
      {
        id: 'first-hold',
        weight: 2,
        description: 'Glasshouse is held, and nothing else.',
        check: (seen) => holds(seen).join() === 'Hold: Glasshouse 2027-05-14T09:00 2027-05-14T18:00',
      },
    ],
    stage1: [
      {
        id: 'hold-stays',
        weight: 1.5,
        description: 'The dearer Old Mill changes nothing: the hold stays with Glasshouse.',
        check: (seen) => holds(seen).join() === 'Hold: Glasshouse 2027-05-14T09:00 2027-05-14T18:00',
      },
      {
        id: 'contract-asked',
        weight: 2,
        description: 'Glasshouse is asked for a contract over 4980.',
        check: (seen) =>
          mailsTo(seen, 'glasshouse').some(
            (mail) => /contract request/i.test(mail) && /total\W*4[, ]?980\b/i.test(mail),
          ),
      },
      {
        id: 'no-contract-for-quay',
        weight: 1,
        description: 'Quay Hall must not be told anything: Oswin Pell cannot decide.',
        check: (seen) => mailsTo(seen, 'quay').length === 0,
      },
    ],
    stage2: [
      {
        id: 'deposit-venue',
        weight: 2.5,
        description: 'Old Mill at its present price is the cheapest one that is free and large enough.',
        check: ({ files }) => {
          const { venue, date, cost } = jsonOf(files, 'deposit.json')
          return venue === 'Old Mill' && date === '2027-05-21' && Math.abs(Number(cost) - 5600) < 0.005
        },
      },
      {
        id: 'deposit-amount',
        weight: 2,
        description: 'Thirty per cent of the present cost.',
        check: ({ files }) => Math.abs(Number(jsonOf(files, 'deposit.json').deposit) - 1680) < 0.005,
      },
      {
        id: 'deposit-due',
        weight: 1.5,
        description: 'Sixty days before the new date.',
        check: ({ files }) => String(jsonOf(files, 'deposit.json').due).startsWith('2027-03-22'),
      },
      {
        id: 'hold-moved',
        weight: 2,
        description: 'One hold is left: Old Mill on the new date.',
        check: (seen) => holds(seen).join() === 'Hold: Old Mill 2027-05-21T09:00 2027-05-21T18:00',
      },
    ],
    final: [
      {
        id: 'ines-asked',
        weight: 2,
        description: 'Ines is asked to approve the right deposit.',
        check: (seen) =>
          mailsTo(seen, 'ines').some(
            (mail) => /venue\W*old mill/i.test(mail) && /deposit\W*1[, ]?680\b/i.test(mail) && /2027-03-22/.test(mail),
          ),
      },
      {
        id: 'oswin-not-asked',
        weight: 1,
        description: 'Oswin Pell must not be asked to approve.',
        check: (seen) => mailsTo(seen, 'oswin').length === 0,
      },
      {
        id: 'mill-not-asked',
        weight: 1,
        description: 'Old Mill must not be asked for anything before the approval.',
        check: (seen) => mailsTo(seen, 'mill').length === 0,
      },
    ],
  },
}
export default task

const compared = ({ files }: Checked, venue: string) =>
  tableOf(files, 'comparison.csv', ['venue', 'cost', 'fits']).find((row) => row.venue === venue)!

/** Holds in the calendar as "summary start end", to the minute. */
const holds = ({ services }: Checked): string[] =>
  eventsOf(services, 'Events')
    .filter(({ summary }) => /^hold/i.test(summary))
    .map(({ summary, dtstart, dtend }) => `${summary} ${dtstart.slice(0, 16)} ${dtend.slice(0, 16)}`)

const mailsTo = ({ services }: Checked, owner: string): string[] =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('dov.marek@'))
    .map(({ subject, body }) => `${subject}\n${body}`)
