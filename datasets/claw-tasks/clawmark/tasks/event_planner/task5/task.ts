import {
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
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  helpers: { email: 'helpers@riverfest.example' },
  jonasOne: { email: 'jonas.w@postbox.example' },
  lead: { email: 'lead@riverfest.example' },
}

const stage0 = ({ services }: World) => {
  createSheet(services, 'Volunteers', [
    ['Id', 'Name', 'Phone', 'Skills', 'From', 'To', 'Max hours'],
    ['V1', 'Jonas Weber', '555-0141', 'gate; bar', '08:00', '20:00', '8'],
    ['V2', 'Jonas Weber', '555-0177', 'gate', '08:00', '13:00', '8'],
    ['V3', 'Lotte Kern', '555-0102', 'gate', '11:00', '17:00', '4'],
    ['V4', 'Amir Said', '555-0120', 'first aid; gate', '08:00', '18:00', '8'],
    ['V5', 'Rosa Lind', '555-0133', 'gate; bar', '12:00', '20:00', '8'],
    ['V6', 'Ben Moor', '555-0190', 'bar', '15:00', '21:00', '5'],
  ])
  createCalendar(services, 'Events')
  return {
    notification:
      'Set up the roster of Saturday. workspace/shifts.csv says which skill and how many people each shift needs, the sheet "Volunteers" who can what, from when to when, and for how many hours at most. Go through the shifts in the order of the file. Whoever has the skill, is there for the whole shift, has no other shift at the same time and stays within the maximum can take it; of these, take those with the fewest hours so far, then the lower id. Write workspace/roster.csv (shift,volunteer; one line a person, ids) and one event per shift in the calendar "Events": the shift as summary, its start and end, the ids joined by ", " as description.',
    time: '2027-06-21T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const lotte = sheetRows(services, 'Volunteers')?.find(([id]) => id === 'V3')
  if (lotte !== undefined) lotte[5] = '15:00'
  sendMail(services, {
    from: users.jonasOne.email,
    to: [users.helpers.email],
    subject: 'Cannot come',
    body: 'Hi, I cannot do gate-1 any more but could come from noon. Phone: 555-0141\nFrom: 12:00\nJonas Weber',
    date: '2027-06-28T19:00:00Z',
  })
  return {
    notification:
      'A mail "Cannot come" lies in the inbox of helpers@riverfest.example. Find the writer by the phone number in it, and set `From` of that row in the sheet "Volunteers" to what the mail says. Then repair workspace/roster.csv: an assignment stays if it still keeps to the sheet (skill, whole shift within From and To); one that does not is dropped. Fill the gaps shift by shift with the rules of the first roster; a gap that nobody can fill becomes a line with "OPEN" as volunteer. Bring the descriptions in the calendar "Events" in line, and mail lead@riverfest.example, subject "Gaps", a line `shift: number open` for each shift with open places.',
    time: '2027-06-29T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const bar = eventsOf(services, 'Events').find(({ summary }) => summary === 'bar-1')
  if (bar !== undefined) bar.dtend = bar.dtend.replace('20:00', '21:00')
  return {
    notification:
      'Riverfest is over. workspace/signin.csv holds who signed in and out (times of Saturday; a line may stand there twice and counts once). Work out the hours that we thank for: only the part inside the shift counts, and the calendar "Events" says when each shift really began and ended. Somebody who was not in that event\'s description gets nothing for it. Write workspace/thanks.csv with volunteer,name,hours,vouchers for every id of the sheet "Volunteers" that has hours, in order of id; hours with two decimals, one voucher per full three hours. Mail the sum of the vouchers to lead@riverfest.example, subject "Vouchers", as `total: number`.',
    time: '2027-07-05T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'event_planner_task5',
    name: 'Volunteers of a festival: roster, repair, thanks',
    category: 'event_planner',
    environments: ['filesystem', 'email', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'coordinator of the volunteers',
    tags: ['roster', 'same-name', 'duplicate', 'silent-sheet-change', 'silent-event-change'],
    users,
  },
  prompt: 'You coordinate the volunteers of Riverfest.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'gate-morning',
        weight: 1.5,
        description: 'Both men of one name stand at the gate.',
        check: (seen) => people(seen, 'gate-1') === 'V1,V2',
      },
      {
        id: 'gate-noon',
        weight: 2,
        description: 'At noon those without hours come first, and the first-aider comes too late.',
        check: (seen) => people(seen, 'gate-2') === 'V3,V5',
      },
      {
        id: 'others',
        weight: 1,
        description: 'First aid and bar.',
        check: (seen) => people(seen, 'aid-1') === 'V4' && people(seen, 'bar-1') === 'V6',
      },
      {
        id: 'shift-events',
        weight: 1.5,
        description: 'Four events that name their people.',
        check: (seen) => eventsOf(seen.services, 'Events').length === 4 && described(seen, 'gate-1') === 'V1,V2',
      },
    ],
    stage1: [
      {
        id: 'right-jonas',
        weight: 2,
        description: 'The Jonas Weber of that number has the new time, the other one the old.',
        check: ({ services }) => {
          const rows = sheetRows(services, 'Volunteers')!
          return rows[1]![4] === '12:00' && rows[2]![4] === '08:00'
        },
      },
      {
        id: 'gate-morning-repaired',
        weight: 2,
        description: 'The first-aider cannot stand in: one place is open.',
        check: (seen) => people(seen, 'gate-1') === 'OPEN,V2',
      },
      {
        id: 'gate-noon-repaired',
        weight: 2.5,
        description: 'Lotte leaves earlier than before, so Jonas takes her place.',
        check: (seen) => people(seen, 'gate-2') === 'V1,V5',
      },
      {
        id: 'events-repaired',
        weight: 1.5,
        description: 'The calendar names the new people.',
        check: (seen) => described(seen, 'gate-1') === 'V2' && described(seen, 'gate-2') === 'V1,V5',
      },
      {
        id: 'gaps-mailed',
        weight: 1.5,
        description: 'The lead hears of the one open place.',
        check: ({ services }) =>
          mailOf(services, 'lead').some(
            ({ subject, body }) => /gaps/i.test(subject) && /gate-1\W*1\b/.test(body) && !/gate-2/.test(body),
          ),
      },
    ],
    stage2: [
      {
        id: 'early-and-late-cut',
        weight: 2,
        description: 'Minutes before and after a shift do not count, nor does a line that stands twice.',
        check: (seen) => thanks(seen, 'V2') === '4 1' && thanks(seen, 'V1') === '4 1',
      },
      {
        id: 'late-comer',
        weight: 1,
        description: 'Half an hour late is half an hour less.',
        check: (seen) => thanks(seen, 'V5') === '3.5 1',
      },
      {
        id: 'longer-bar',
        weight: 2.5,
        description: 'The bar was open for five hours: somebody had moved its end.',
        check: (seen) => thanks(seen, 'V6') === '5 1',
      },
      {
        id: 'stranger-and-absent',
        weight: 1.5,
        description: 'No line for who was not rostered, and the right name with each id.',
        check: ({ files }) =>
          tableOf(files, 'thanks.csv', ['volunteer', 'name', 'hours', 'vouchers'])
            .map(({ volunteer, name }) => `${volunteer} ${name}`)
            .join() === 'V1 Jonas Weber,V2 Jonas Weber,V4 Amir Said,V5 Rosa Lind,V6 Ben Moor',
      },
    ],
    final: [
      {
        id: 'vouchers-mailed',
        weight: 1.5,
        description: 'Five vouchers in all.',
        check: ({ services }) =>
          mailOf(services, 'lead').some(({ subject, body }) => /vouchers/i.test(subject) && /total\W*5\b/i.test(body)),
      },
      {
        id: 'jonas-not-mailed',
        weight: 1,
        description: 'Volunteers must not be written to.',
        check: ({ services }) => mailOf(services, 'jonasOne').length === 0,
      },
    ],
  },
}
export default task

const people = ({ files }: Checked, shift: string): string =>
  tableOf(files, 'roster.csv', ['shift', 'volunteer'])
    .filter((row) => row.shift === shift)
    .map((row) => row.volunteer!)
    .sort()
    .join()

const described = ({ services }: Checked, shift: string): string =>
  (
    eventsOf(services, 'Events')
      .find(({ summary }) => summary === shift)!
      .description.match(/V\d/g) ?? []
  )
    .sort()
    .join()

/** Hours and vouchers of a volunteer. */
const thanks = ({ files }: Checked, id: string): string => {
  const columns = ['volunteer', 'name', 'hours', 'vouchers']
  const row = tableOf(files, 'thanks.csv', columns).find(({ volunteer }) => volunteer === id)!
  return `${Number(row.hours)} ${Number(row.vouchers)}`
}
