import {
  addEvent,
  addRow,
  type Checked,
  createCalendar,
  createDatabase,
  eventsOf,
  type MarkTask,
  mailOf,
  rowsOf,
  sendMail,
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  office: { email: 'office@brackwater.example' },
  people: { email: 'people@brackwater.example' },
  facilities: { email: 'facilities@brackwater.example' },
  data_lead: { email: 'data.lead@brackwater.example' },
}

/** Code, features, status, occupant. */
const desks = [
  ['N-01', '', 'taken', '3990'],
  ['N-02', 'standing', 'free', ''],
  ['N-03', '', 'free', ''],
  ['N-04', 'standing', 'free', ''],
  ['N-05', '', 'free', ''],
  ['E-01', 'quiet', 'blocked', ''],
  ['E-02', '', 'free', ''],
  ['E-03', 'quiet;standing', 'free', ''],
  ['E-04', 'quiet', 'free', ''],
  ['S-01', '', 'free', ''],
  ['S-02', 'standing', 'free', ''],
  ['S-03', 'standing', 'free', ''],
] as const
const zones: Record<string, string> = { N: 'North', E: 'East', S: 'South' }

const text = (value: unknown): string => String(value ?? '').trim()
/** "status occupant" of a desk. */
function desk({ services }: Checked, code: string): string {
  const { properties } = rowsOf(services, 'Desks').find((row) => text(row.properties.Desk) === code)!
  return `${text(properties.Status).toLowerCase()} ${text(properties.Occupant)}`.trim()
}
const seat = ({ files }: Checked, number: string): string | undefined =>
  tableOf(files, 'seating.csv', ['number', 'desk']).find((row) => row.number === number)?.desk
const moves = ({ services }: Checked): string[] =>
  mailOf(services, 'facilities')
    .filter(({ from }) => from.includes(users.office.email))
    .map(({ body }) => body)
const firstDays = ({ services }: Checked): string[] =>
  eventsOf(services, 'House')
    .filter(({ summary }) => /first day/i.test(summary))
    .map(
      ({ summary, dtstart, dtend, location }) =>
        `${/\d{4}/.exec(summary)?.[0]} ${dtstart.slice(0, 16)}-${dtend.slice(11, 16)} ${location.trim()}`,
    )
    .sort()

const task: MarkTask = {
  metadata: {
    id: 'office_manager_task1',
    name: 'Desks for five newcomers',
    category: 'office_manager',
    environments: ['filesystem', 'email', 'notion', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'Office manager of Brackwater Instruments',
    tags: ['seating', 'namesakes', 'silent-change'],
    users,
  },
  prompt: 'You run the office of Brackwater Instruments. Your mailbox is office@brackwater.example.',
  stages: [
    ({ services }) => {
      const { rows, ...database } = createDatabase(services, 'Desks', {
        Desk: 'title',
        Zone: 'select',
        Features: 'rich_text',
        Status: 'select',
        Occupant: 'rich_text',
      })
      for (const [Desk, Features, Status, Occupant] of desks)
        addRow({ ...database, rows }, { Desk, Zone: zones[Desk[0]!]!, Features, Status, Occupant })
      addEvent(createCalendar(services, 'House'), {
        summary: 'Move day',
        dtstart: '2027-03-05T08:00:00',
        dtend: '2027-03-05T16:00:00',
      })
      return {
        time: '2027-03-01T09:00:00Z',
        notification:
          'Five people join us this month: `workspace/newcomers.csv` lists them with their needs and starting days. Give each of them a desk by the rules in `workspace/rules.md`. The desks are the rows of the database Desks (Desk, Zone, Features separated by semicolons, Status free, taken or blocked, Occupant). Set Status to taken and Occupant to the number of the newcomer on the desks that you give, and write `workspace/seating.csv` with the columns number, name, desk, one row a newcomer. Leave every other desk as it is.',
      }
    },
    ({ services }) => {
      const wet = rowsOf(services, 'Desks').find(({ properties }) => properties.Desk === 'N-02')!
      wet.properties.Status = 'blocked'
      sendMail(services, {
        from: users.data_lead.email,
        to: [users.office.email],
        date: '2027-03-01T16:10:00Z',
        subject: 'Jana Weiss',
        body: 'Jana Weiss (4107) has withdrawn, I heard. Please give E-03 to one of mine, my people need a quiet place.',
      })
      sendMail(services, {
        from: users.people.email,
        to: [users.office.email],
        date: '2027-03-01T17:45:00Z',
        subject: 'One fewer',
        body: 'For your seating: 4101 has withdrawn this afternoon and will not join us.\nHR',
      })
      return {
        time: '2027-03-02T09:00:00Z',
        notification:
          'Bring the seating up to date. Go through the mails that have reached the office since yesterday and follow `workspace/rules.md`, above all on who may withdraw somebody. Look at Desks as it is today: nobody we seated may stay on a desk that is out of use, and a desk that is given up must say so. First free the desks of those who have withdrawn, then reseat. Correct the database and `workspace/seating.csv` (who has withdrawn is no longer in it), and mail facilities@brackwater.example once: one line for each person who has another desk than yesterday, with number, old desk and new desk, and nobody else in it.',
      }
    },
    ({ services, files }) => {
      const day = eventsOf(services, 'House').find(({ summary }) => summary === 'Move day')!
      day.dtstart = '2027-03-04T08:00:00'
      day.dtend = '2027-03-04T16:00:00'
      const list = new TextDecoder().decode(files.get('newcomers.csv')!)
      files.set('newcomers.csv', new TextEncoder().encode(list.replace(',,2027-03-15', ',,2027-03-22')))
      sendMail(services, {
        from: users.facilities.email,
        to: [users.office.email],
        date: '2027-03-02T11:20:00Z',
        subject: 'Labels',
        body: 'The crew sticks a label on every desk before they carry anything. Thanks for having them ready on move day.',
      })
      return {
        time: '2027-03-03T09:00:00Z',
        notification:
          'The crew needs labels. Write `workspace/labels.csv` with the columns desk, number, name, date: one row for everybody in `workspace/seating.csv`, sorted by desk, the date (YYYY-MM-DD) being the day on which the event Move day stands in the calendar House. Then put one event a person into House: summary "First day <number>", from 09:00 to 09:30 on the starting day, location the code of the desk. HR keeps the starting days in `workspace/newcomers.csv` current. Whoever has withdrawn gets no label and no event.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'needs-served',
        weight: 3,
        description: 'newcomers with a need sit on the first desk with that feature in their zone',
        check: (seen) =>
          seat(seen, '4102') === 'N-02' && seat(seen, '4107') === 'E-03' && seat(seen, '4113') === 'S-02',
      },
      {
        id: 'others-seated',
        weight: 2,
        description: 'newcomers without a need get what is left, in order',
        check: (seen) => seat(seen, '4101') === 'N-03' && seat(seen, '4110') === 'S-01',
      },
      {
        id: 'database-follows',
        weight: 2,
        description: 'Desks carries status and occupant of the desks given',
        check: (seen) => desk(seen, 'N-03') === 'taken 4101' && desk(seen, 'S-02') === 'taken 4113',
      },
      {
        id: 'namesakes-apart',
        weight: 2,
        description: 'both Jana Weiss sit in the zones of their own teams',
        check: (seen) => desk(seen, 'N-02') === 'taken 4102' && desk(seen, 'E-03') === 'taken 4107',
      },
      {
        id: 'other-desks-kept',
        weight: 1,
        description: 'must not touch desks that were not given',
        check: (seen) =>
          desk(seen, 'N-01') === 'taken 3990' &&
          desk(seen, 'E-01') === 'blocked' &&
          ['N-04', 'N-05', 'E-02', 'E-04', 'S-03'].every((code) => desk(seen, code) === 'free'),
      },
    ],
    stage1: [
      {
        id: 'reseated',
        weight: 3,
        description: 'who sat on the desk that was blocked overnight has the next one with the feature',
        check: (seen) => desk(seen, 'N-04') === 'taken 4102' && seat(seen, '4102') === 'N-04',
      },
      {
        id: 'blocked-stays',
        weight: 1.5,
        description: 'the blocked desk stays blocked and names no occupant, after the person was reseated',
        check: (seen) => desk(seen, 'N-02') === 'blocked' && seat(seen, '4102') !== 'N-02',
      },
      {
        id: 'withdrawn',
        weight: 2,
        description: 'the newcomer withdrawn by HR has no desk and no row',
        check: (seen) => desk(seen, 'N-03') === 'free' && seat(seen, '4101') === undefined,
      },
      {
        id: 'no-mandate',
        weight: 2,
        description: 'a team lead cannot withdraw somebody of another team',
        check: (seen) => desk(seen, 'E-03') === 'taken 4107' && seat(seen, '4107') === 'E-03',
      },
      {
        id: 'facilities-told',
        weight: 2,
        description: 'facilities has the old and the new desk of the person who moved',
        check: (seen) => moves(seen).some((body) => ['4102', 'N-02', 'N-04'].every((word) => body.includes(word))),
      },
      {
        id: 'only-moves',
        weight: 1,
        description: 'the mail to facilities names nobody who stays',
        check: (seen) => moves(seen).length === 1 && !/4101|4107|4110|4113/.test(moves(seen)[0]!),
      },
    ],
    stage2: [
      {
        id: 'label-date',
        weight: 2,
        description: 'labels carry the day to which move day was moved',
        check: ({ files }) => tableOf(files, 'labels.csv', ['date']).every(({ date }) => date === '2027-03-04'),
      },
      {
        id: 'label-rows',
        weight: 2,
        description: 'one label a person, by desk',
        check: ({ files }) =>
          tableOf(files, 'labels.csv', ['desk', 'number'])
            .map((row) => `${row.desk} ${row.number}`)
            .join() === 'E-03 4107,N-04 4102,S-01 4110,S-02 4113',
      },
      {
        id: 'first-days',
        weight: 2,
        description: 'first days of those whose date stands, at the right hour and desk',
        check: (seen) =>
          [
            '4102 2027-03-08T09:00-09:30 N-04',
            '4107 2027-03-08T09:00-09:30 E-03',
            '4113 2027-03-08T09:00-09:30 S-02',
          ].every((day) => firstDays(seen).includes(day)),
      },
      {
        id: 'later-start',
        weight: 1.5,
        description: 'the start that HR put off in the list is the one in the calendar',
        check: (seen) =>
          firstDays(seen)
            .filter((day) => day.startsWith('4110'))
            .join() === '4110 2027-03-22T09:00-09:30 S-01',
      },
    ],
    final: [
      {
        id: 'no-day-for-withdrawn',
        weight: 1,
        description: 'must not plan a first day for who has withdrawn',
        check: (seen) => !firstDays(seen).some((day) => day.startsWith('4101')),
      },
    ],
  },
}
export default task
