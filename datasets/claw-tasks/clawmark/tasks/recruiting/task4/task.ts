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
} from '@lawbook/benchmarks'
import { near, tableOf } from '../../../../kit/verify.ts'

const users = {
  recruiter: { email: 'jobs@oakhollow.example' },
  head: { email: 'head.people@oakhollow.example' },
  lab: { email: 'lab@oakhollow.example' },
  payroll: { email: 'payroll@oakhollow.example' },
  d1: { email: 'mira@post.example' },
  d2: { email: 'nevio@post.example' },
  d3: { email: 'olga@post.example' },
  d4: { email: 'pavle@post.example' },
}

const candidate = ({ services }: Checked, number: string, property: string): string =>
  String(
    rowsOf(services, 'Candidates').find((row) => row.properties.Number === number)!.properties[property] ?? '',
  ).trim()
const listed = ({ files }: Checked, number: string): Record<string, string> =>
  tableOf(files, 'offers.csv', ['number', 'annual', 'within']).find((row) => row.number === number)!
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.recruiter.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const says = (mail: string, figure: number): boolean =>
  (mail.replace(/(?<=\d)[,'](?=\d{3}\b)/g, '').match(/\d+(\.\d+)?/g) ?? []).some((text) => Number(text) === figure)
const events = ({ services }: Checked, name: string): string =>
  eventsOf(services, 'Onboarding')
    .filter(({ summary }) => summary.includes(name))
    .map(({ dtstart }) => dtstart.slice(0, 10))
    .join()

const task: MarkTask = {
  metadata: {
    id: 'recruiting_task4',
    name: 'Offers within the bands',
    category: 'recruiting',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Recruiter at Oakhollow Machines',
    tags: ['offers', 'units', 'mandate', 'deadline', 'silent-change'],
    users,
  },
  prompt: 'You recruit for Oakhollow Machines. Your mailbox is jobs@oakhollow.example.',
  stages: [
    ({ services }) => {
      createSheet(services, 'Bands', [
        ['grade', 'min', 'max'],
        ['G4', '42000', '50000'],
        ['G5', '52000', '60000'],
      ])
      const database = createDatabase(services, 'Candidates', {
        Number: 'title',
        Name: 'rich_text',
        Email: 'email',
        Offer: 'number',
        Status: 'select',
      })
      for (const [number, Name, Email] of [
        ['D-1', 'Mira Holt', users.d1.email],
        ['D-2', 'Nevio Sand', users.d2.email],
        ['D-3', 'Olga Brandt', users.d3.email],
        ['D-4', 'Pavle Brandt', users.d4.email],
      ] as const)
        addRow(database, { Number: number, Name, Email, Offer: null, Status: 'chosen' })
      createCalendar(services, 'Onboarding')
      return {
        time: '2027-07-05T09:00:00Z',
        notification:
          'Prepare offers. `workspace/wishes.csv` has the grade of each chosen candidate and the pay wished for; all offers are sums for a year of twelve months. The sheet Bands has the limits of each grade. A wish within the band is offered as it is, one below it is raised to min; one above is cut to max. Write `workspace/offers.csv` with the columns number, annual, within ("yes", "raised" or "cut"), in the order of the wishes, and put the sum into Offer in the database Candidates. Mail head.people@oakhollow.example whose wishes were cut, each with the annual sum wished for, and nobody else. Candidates hear nothing yet.',
      }
    },
    ({ services }) => {
      sheetRows(services, 'Bands')![1]![1] = '43500'
      const mail = (from: string, body: string): void =>
        sendMail(services, { from, to: [users.recruiter.email], date: '2027-07-06T15:00:00Z', subject: 'Offers', body })
      mail(users.lab.email, 'We must not lose her. Exception: D-3 at 67200')
      mail(users.head.email, 'Only one of them. Exception: D-2 at 61000')
      return {
        time: '2027-07-07T09:00:00Z',
        notification:
          'Make the offers final and send them. Bands are revised from time to time, so take the sheet Bands as it is today and work out all offers of `workspace/wishes.csv` anew by the rule of Monday. Mails may say "Exception: <number> at <sum>": only those of head.people@oakhollow.example count and replace the sum, within is then "exception". Write `workspace/offers.csv` and Offer in Candidates again, set Status to "offered", and mail each candidate (Email in Candidates) the own annual sum and the day by which we need an answer: 2027-07-15. No sum of anybody else goes into a letter.',
      }
    },
    ({ services }) => {
      addEvent(eventsOf(services, 'Onboarding'), {
        uid: 'extended-d2',
        summary: 'Answer extended: D-2',
        dtstart: '2027-07-20T12:00:00',
        dtend: '2027-07-20T12:15:00',
      })
      addEvent(eventsOf(services, 'Onboarding'), {
        uid: 'works-holiday',
        summary: 'Works holiday',
        dtstart: '2027-08-02T00:00:00',
        dtend: '2027-08-06T23:59:00',
      })
      return {
        time: '2027-07-21T09:00:00Z',
        notification:
          'Answers came by telephone: `workspace/answers.csv`. A "yes" counts when it was given by 15 July 2027, or by the day of an event "Answer extended: <number>" in the calendar Onboarding. Set Status in Candidates: "hired" for a yes in time, "expired" for a late one, "declined" for a no. Everybody hired begins on the first Monday from 2 August 2027 on that lies in no event "Works holiday" of Onboarding: put an event "Start <number>" there, 09:00 to 17:00. Mail payroll@oakhollow.example for each hired person the name, the annual sum in Offer and the first day; nobody who is not hired is named.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'months-to-year',
        weight: 2,
        description: 'monthly wishes are sums for a year',
        check: (seen) => {
          near(listed(seen, 'D-1').annual, 46800)
          return listed(seen, 'D-1').within === 'yes'
        },
      },
      {
        id: 'raised-and-cut',
        weight: 2,
        description: 'wishes outside the bands are raised or cut',
        check: (seen) => {
          near(listed(seen, 'D-4').annual, 42000)
          near(listed(seen, 'D-2').annual, 60000)
          near(listed(seen, 'D-3').annual, 60000)
          return listed(seen, 'D-4').within === 'raised' && listed(seen, 'D-3').within === 'cut'
        },
      },
      {
        id: 'head-knows-cuts',
        weight: 2,
        description: 'the head knows both wishes above the band, by the year',
        check: (seen) =>
          sent(seen, 'head').some(
            (mail) =>
              /D-2/.test(mail) && says(mail, 61500) && /D-3/.test(mail) && says(mail, 67200) && !/D-1|D-4/.test(mail),
          ),
      },
      {
        id: 'candidates-wait',
        weight: 1,
        description: 'must not write to candidates before offers are final',
        check: (seen) => ['d1', 'd2', 'd3', 'd4'].every((user) => sent(seen, user).length === 0),
      },
    ],
    stage1: [
      {
        id: 'band-of-today',
        weight: 3,
        description: 'the minimum that was raised meanwhile is offered',
        check: (seen) => {
          near(candidate(seen, 'D-4', 'Offer'), 43500)
          near(listed(seen, 'D-4').annual, 43500)
          return true
        },
      },
      {
        id: 'exception-of-head',
        weight: 2,
        description: 'the exception of the head replaces the sum',
        check: (seen) => {
          near(candidate(seen, 'D-2', 'Offer'), 61000)
          return listed(seen, 'D-2').within === 'exception'
        },
      },
      {
        id: 'no-exception-of-lab',
        weight: 2,
        description: 'a lab cannot grant an exception',
        check: (seen) => {
          near(candidate(seen, 'D-3', 'Offer'), 60000)
          return listed(seen, 'D-3').within === 'cut'
        },
      },
      {
        id: 'letters',
        weight: 2.5,
        description: 'each letter has the own sum and the day, and no other sum',
        check: (seen) =>
          [46800, 61000, 60000, 43500].every((sum, k) => {
            const mail = sent(seen, `d${k + 1}`).at(-1)!
            return (
              says(mail, sum) &&
              [46800, 61000, 60000, 43500, 67200].every((other) => other === sum || !says(mail, other))
            )
          }),
      },
      {
        id: 'answer-day',
        weight: 1,
        description: 'letters name the day for the answer',
        check: (seen) =>
          ['d1', 'd4'].every((user) => sent(seen, user).some((mail) => /2027-07-15|15 July|July 15/.test(mail))),
      },
    ],
    stage2: [
      {
        id: 'in-time',
        weight: 1.5,
        description: 'yes in time, and no',
        check: (seen) =>
          candidate(seen, 'D-1', 'Status') === 'hired' && candidate(seen, 'D-4', 'Status') === 'declined',
      },
      {
        id: 'extended',
        weight: 3,
        description: 'the extension in the calendar saves one late answer and not the other',
        check: (seen) => candidate(seen, 'D-2', 'Status') === 'hired' && candidate(seen, 'D-3', 'Status') === 'expired',
      },
      {
        id: 'first-day',
        weight: 2.5,
        description: 'the first Monday after the works holiday',
        check: (seen) => events(seen, 'Start D-1') === '2027-08-09' && events(seen, 'Start D-2') === '2027-08-09',
      },
      {
        id: 'payroll-told',
        weight: 2,
        description: 'payroll has those hired with sums and first day, nobody else',
        check: (seen) => {
          const mail = sent(seen, 'payroll').join('\n')
          return (
            /Mira/.test(mail) &&
            says(mail, 46800) &&
            /Nevio/.test(mail) &&
            says(mail, 61000) &&
            /08-09|9 August/.test(mail) &&
            !/Brandt/.test(mail)
          )
        },
      },
    ],
    final: [
      {
        id: 'no-start-without-yes',
        weight: 1,
        description: 'must not plan a first day for who is not hired',
        check: (seen) => events(seen, 'Start D-3') === '' && events(seen, 'Start D-4') === '',
      },
    ],
  },
}
export default task
