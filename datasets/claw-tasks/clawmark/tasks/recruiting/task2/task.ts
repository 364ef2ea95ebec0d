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
  recruiter: { email: 'jobs@oakhollow.example' },
  hana: { email: 'hana@oakhollow.example' },
  piet: { email: 'piet@oakhollow.example' },
  sofia: { email: 'sofia@oakhollow.example' },
  ada: { email: 'ada@post.example' },
  noor: { email: 'noor@post.example' },
  ben: { email: 'ben@post.example' },
}

/** Beginning of the events of that name in a calendar. */
const when = ({ services }: Checked, calendar: string, number: string): string =>
  eventsOf(services, calendar)
    .filter(({ summary }) => summary.includes(number))
    .map(({ dtstart }) => dtstart.slice(5, 16))
    .join()
const everywhere = (seen: Checked, number: string, calendars: string[], time: string): boolean =>
  calendars.every((calendar) => when(seen, calendar, number) === time)
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.recruiter.email))
    .map(({ subject, body }) => `${subject}\n${body}`)

const task: MarkTask = {
  metadata: {
    id: 'recruiting_task2',
    name: 'Interviews with three calendars',
    category: 'recruiting',
    environments: ['filesystem', 'email', 'notion', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Recruiter at Oakhollow Machines',
    tags: ['scheduling', 'time-zones', 'silent-change'],
    users,
  },
  prompt: 'You recruit for Oakhollow Machines. Your mailbox is jobs@oakhollow.example.',
  stages: [
    ({ services }) => {
      const database = createDatabase(services, 'Candidates', {
        Number: 'title',
        Name: 'rich_text',
        Email: 'email',
        Role: 'select',
        Status: 'select',
      })
      for (const [number, Name, Email, Role, Status] of [
        ['B-1', 'Ada Kern', users.ada.email, 'Engineer', 'interview'],
        ['B-2', 'Noor Aziz', users.noor.email, 'Engineer', 'interview'],
        ['B-3', 'Ben Coyle', users.ben.email, 'Planner', 'interview'],
        ['B-4', 'Ugo Marra', 'ugo@post.example', 'Planner', 'regret'],
      ] as const)
        addRow(database, { Number: number, Name, Email, Role, Status })
      createCalendar(services, 'Interviews')
      for (const [calendar, summary, day, from, to] of [
        ['Hana', 'Lab', '14', '09', '11'],
        ['Hana', 'Review', '14', '13', '14'],
        ['Hana', 'Stand-up', '15', '09', '10'],
        ['Piet', 'Dentist', '14', '11', '12'],
        ['Sofia', 'Training', '14', '09', '15'],
      ] as const) {
        const events = services.calendar.calendars.find(({ name }) => name === calendar)?.events
        addEvent(events ?? createCalendar(services, calendar), {
          summary,
          dtstart: `2027-06-${day}T${from}:00:00`,
          dtend: `2027-06-${day}T${to}:00:00`,
        })
      }
      return {
        time: '2027-06-10T09:00:00Z',
        notification:
          'Book an interview of one hour for every candidate with Status "interview" in the database Candidates, in the order of Number. `workspace/panels.csv` says who interviews for which Role; each interviewer has a calendar of the same name. Take the earliest full hour from 14 to 16 June 2027, beginning between 09:00 and 16:00 but not at 12:00, at which the whole panel is free, counting what you have just booked. Put an event with the number as its name into the calendar Interviews and into that of each interviewer. Mail each of these candidates day (YYYY-MM-DD) and hour (HH:MM).',
      }
    },
    ({ services }) => {
      addEvent(eventsOf(services, 'Hana'), {
        uid: 'client-visit',
        summary: 'Client visit',
        dtstart: '2027-06-14T15:00:00',
        dtend: '2027-06-14T17:00:00',
      })
      sendMail(services, {
        from: users.ben.email,
        to: [users.recruiter.email],
        date: '2027-06-10T18:00:00Z',
        subject: 'My interview',
        body: 'Sorry, I travel on that Monday. Not on 2027-06-14, please, any other day is fine.\nBen',
      })
      return {
        time: '2027-06-11T09:00:00Z',
        notification:
          'Interviewers fill their calendars without asking. Find the interviews that no longer hold: an interviewer has something else at that hour, or the candidate has written "Not on <day>". Take all of these out of the calendars first, then book them anew in the order of Number by the rule of yesterday (earliest full hour from 14 to 16 June 2027, beginning 09:00 to 16:00, not at 12:00, whole panel of `workspace/panels.csv` free, never on a day the candidate ruled out), in Interviews and in the calendars of the panel. Mail the new day and hour to those who were moved; the others hear nothing.',
      }
    },
    ({ services }) => {
      rowsOf(services, 'Candidates').find(({ properties }) => properties.Number === 'B-1')!.properties.Status =
        'withdrawn'
      return {
        time: '2027-06-13T16:00:00Z',
        notification:
          'The interviews begin tomorrow. Take the events of candidates whose Status in Candidates is no longer "interview" out of every calendar. Then write `workspace/agenda.csv` with the columns number, our_time, candidate_time, one row an interview in the order of time: both as YYYY-MM-DDTHH:MM. Our calendars run on UTC+02:00; `workspace/zones.csv` has the offset of each candidate, so the two times name the same moment. Mail each interviewer (hana@, piet@ and sofia@oakhollow.example) the numbers and our times of the interviews of that person, nobody else\'s; who has none gets no mail.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'first-booked',
        weight: 2,
        description: 'the first hour at which both engineers are free',
        check: (seen) => everywhere(seen, 'B-1', ['Interviews', 'Hana', 'Piet'], '06-14T14:00'),
      },
      {
        id: 'second-booked',
        weight: 2,
        description: 'the next candidate does not overlap the first',
        check: (seen) => everywhere(seen, 'B-2', ['Interviews', 'Hana', 'Piet'], '06-14T15:00'),
      },
      {
        id: 'other-panel',
        weight: 2,
        description: 'the planner has the panel of planners',
        check: (seen) =>
          everywhere(seen, 'B-3', ['Interviews', 'Piet', 'Sofia'], '06-14T16:00') && when(seen, 'Hana', 'B-3') === '',
      },
      {
        id: 'candidates-told',
        weight: 1.5,
        description: 'each has day and hour',
        check: (seen) =>
          sent(seen, 'ada').some((mail) => /2027-06-14/.test(mail) && /14:00/.test(mail)) &&
          sent(seen, 'ben').some((mail) => /2027-06-14/.test(mail) && /16:00/.test(mail)),
      },
      {
        id: 'regret-not-booked',
        weight: 1,
        description: 'must not book who was not chosen',
        check: (seen) => when(seen, 'Interviews', 'B-4') === '',
      },
    ],
    stage1: [
      {
        id: 'conflict-moved',
        weight: 3,
        description: 'the interview on which an interviewer set something else has moved',
        check: (seen) => everywhere(seen, 'B-2', ['Interviews', 'Hana', 'Piet'], '06-15T10:00'),
      },
      {
        id: 'wish-followed',
        weight: 2,
        description: 'the candidate who travels has another day',
        check: (seen) => everywhere(seen, 'B-3', ['Interviews', 'Piet', 'Sofia'], '06-15T09:00'),
      },
      {
        id: 'good-one-stays',
        weight: 1.5,
        description: 'an interview that holds stays, once',
        check: (seen) => everywhere(seen, 'B-1', ['Interviews', 'Hana', 'Piet'], '06-14T14:00'),
      },
      {
        id: 'moved-told',
        weight: 2,
        description: 'who was moved knows the new time, who was not hears nothing',
        check: (seen) =>
          /2027-06-15[\s\S]*10:00/.test(sent(seen, 'noor').at(-1)!) &&
          /2027-06-15[\s\S]*0?9:00/.test(sent(seen, 'ben').at(-1)!) &&
          sent(seen, 'ada').length === 1,
      },
      {
        id: 'visit-kept',
        weight: 1,
        description: 'must not remove what interviewers planned',
        check: (seen) => when(seen, 'Hana', 'Client visit') === '06-14T15:00' && when(seen, 'Piet', 'Dentist') !== '',
      },
    ],
    stage2: [
      {
        id: 'withdrawn-out',
        weight: 3,
        description: 'the candidate who withdrew is in no calendar and not on the agenda',
        check: (seen) =>
          ['Interviews', 'Hana', 'Piet'].every((calendar) => when(seen, calendar, 'B-1') === '') &&
          tableOf(seen.files, 'agenda.csv', ['number']).every(({ number }) => number !== 'B-1'),
      },
      {
        id: 'agenda-order',
        weight: 1.5,
        description: 'two interviews in the order of time',
        check: ({ files }) =>
          tableOf(files, 'agenda.csv', ['number', 'our_time'])
            .map((row) => `${row.number} ${row.our_time!.slice(0, 16)}`)
            .join() === 'B-3 2027-06-15T09:00,B-2 2027-06-15T10:00',
      },
      {
        id: 'candidate-times',
        weight: 2.5,
        description: 'times of the candidates, half hours and other days included',
        check: ({ files }) => {
          const rows = tableOf(files, 'agenda.csv', ['number', 'candidate_time'])
          const time = (number: string) => rows.find((row) => row.number === number)!.candidate_time!.slice(0, 16)
          return time('B-3') === '2027-06-15T03:00' && time('B-2') === '2027-06-15T13:30'
        },
      },
      {
        id: 'interviewers-told',
        weight: 2,
        description: 'each interviewer has the own interviews',
        check: (seen) =>
          sent(seen, 'hana').some((mail) => /B-2/.test(mail) && !/B-1|B-3/.test(mail)) &&
          sent(seen, 'piet').some((mail) => /B-2/.test(mail) && /B-3/.test(mail) && !/B-1/.test(mail)) &&
          sent(seen, 'sofia').some((mail) => /B-3/.test(mail) && !/B-[12]/.test(mail)),
      },
    ],
  },
}
export default task
