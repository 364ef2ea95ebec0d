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
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  office: { email: 'office@brackwater.example' },
  director: { email: 'director@brackwater.example' },
  lena: { email: 'lena@brackwater.example' },
  tomas: { email: 'tomas@brackwater.example' },
}

/** Room, summary, day of May, from, to, people, priority (1 is highest). */
const bookings = [
  ['Oak', 'Board preparation', '10', '09:00', '11:00', 9, 1],
  ['Oak', 'Supplier call', '10', '10:00', '10:30', 4, 3],
  ['Oak', 'Rehearsal', '10', '14:00', '15:00', 10, 2],
  ['Oak', 'Trial lesson', '10', '15:00', '16:00', 7, 3],
  ['Birch', 'Payroll review', '10', '10:00', '11:00', 3, 2],
  ['Birch', 'Yoga', '10', '16:00', '17:00', 6, 4],
  ['Birch', 'Design crit', '10', '16:30', '17:30', 5, 2],
  ['Cedar', 'Reading group', '11', '09:00', '10:30', 6, 4],
  ['Birch', 'Budget talk', '12', '13:00', '14:00', 4, 1],
  ['Cedar', 'Quarter review', '17', '09:00', '12:00', 8, 1],
] as const

/** "room from to" of every event of that name. */
const places = ({ services }: Checked, name: string): string =>
  ['Oak', 'Birch', 'Cedar']
    .flatMap((room) =>
      eventsOf(services, room)
        .filter(({ summary }) => summary === name)
        .map(({ dtstart, dtend }) => `${room} ${dtstart.slice(8, 16)} ${dtend.slice(8, 16)}`),
    )
    .join()
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.office.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const hours = ({ services }: Checked, room: string): number =>
  Number((sheetRows(services, 'Room use') ?? []).find((row) => row[0] === room)?.[1] || 'none')

const task: MarkTask = {
  metadata: {
    id: 'office_manager_task3',
    name: 'Three rooms and too many bookings',
    category: 'office_manager',
    environments: ['filesystem', 'email', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'Office manager of Brackwater Instruments',
    tags: ['rooms', 'overlaps', 'access', 'silent-change'],
    users,
  },
  prompt: 'You run the office of Brackwater Instruments. Your mailbox is office@brackwater.example.',
  stages: [
    ({ services }) => {
      for (const room of ['Oak', 'Birch', 'Cedar']) createCalendar(services, room)
      for (const [room, summary, day, from, to, people, priority] of bookings)
        addEvent(eventsOf(services, room), {
          summary,
          dtstart: `2027-05-${day}T${from}:00`,
          dtend: `2027-05-${day}T${to}:00`,
          description: `people: ${people}; priority: ${priority}`,
        })
      createSheet(services, 'Room use', [['room', 'hours']])
      return {
        time: '2027-05-07T09:00:00Z',
        notification:
          'Each of our rooms has a calendar of its own: Oak, Birch and Cedar; `workspace/rooms.csv` has their seats. Descriptions of events say how many people come and the priority, 1 being the highest. Find bookings of one room that overlap in time (one that ends when the next begins does not overlap). Of two that overlap the one with the lower priority yields: move it, at its own time, to the calendar of the smallest room that has seats enough and is free then. Name and time stay. Write `workspace/moves.csv` with the columns event, from, to, one row a move.',
      }
    },
    ({ services }) => {
      for (const room of ['Birch', 'Cedar'])
        for (const event of eventsOf(services, room)) if (event.summary === 'Yoga') event.dtend = '2027-05-10T17:30:00'
      addEvent(eventsOf(services, 'Oak'), {
        uid: 'audit-closing',
        summary: 'Audit closing',
        dtstart: '2027-05-10T16:30:00',
        dtend: '2027-05-10T18:00:00',
        description: 'people: 9; priority: 1',
      })
      sendMail(services, {
        from: users.lena.email,
        to: [users.office.email],
        date: '2027-05-07T14:00:00Z',
        subject: 'A guest in a wheelchair',
        body: 'A guest who uses a wheelchair will join our meeting "Design crit" on Monday. Birch is up the stairs. Can you help?\nLena',
      })
      return {
        time: '2027-05-08T09:00:00Z',
        notification:
          'Lena has a guest who cannot climb stairs; her mail names the meeting. Move that meeting to a room that is step-free by `workspace/rooms.csv` and has seats enough for all who come. It begins at its present time or, where no such room is free for its whole length, at the earliest later half hour of that day at which one is; of two rooms take the smaller. Other bookings stay where they are today. Change the calendars, then mail lena@brackwater.example the room and the new time of beginning as HH:MM. Tell nobody else.',
      }
    },
    ({ services }) => {
      for (const room of ['Oak', 'Birch', 'Cedar'])
        for (const event of eventsOf(services, room))
          if (event.summary === 'Supplier call') event.summary = 'CANCELLED: Supplier call'
      return {
        time: '2027-05-15T09:00:00Z',
        notification:
          'The week from Monday 10 to Friday 14 May 2027 is over. Add up for each of the rooms Oak, Birch and Cedar the hours for which it was booked in that week, from the calendars as they are now; a booking whose name begins with CANCELLED counts for nothing. Write them under the head of the sheet Room use: one row a room, in the order of `workspace/rooms.csv`, hours as a number with up to two decimals. Then mail director@brackwater.example the name of the room with the fewest hours and its hours as a number; name no other room.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'call-moved',
        weight: 2.5,
        description: 'the call under the board preparation moved to the smallest room that is free',
        check: (seen) => places(seen, 'Supplier call') === 'Cedar 10T10:00 10T10:30',
      },
      {
        id: 'yoga-moved',
        weight: 2.5,
        description: 'yoga yields to the design crit, not the other way round',
        check: (seen) =>
          places(seen, 'Yoga') === 'Cedar 10T16:00 10T17:00' && places(seen, 'Design crit').startsWith('Birch'),
      },
      {
        id: 'moves-listed',
        weight: 2,
        description: 'the list has both moves and no other',
        check: ({ files }) =>
          tableOf(files, 'moves.csv', ['event', 'from', 'to'])
            .map(({ event, from, to }) => `${event} ${from} ${to}`)
            .sort()
            .join() === 'Supplier call Oak Cedar,Yoga Birch Cedar',
      },
      {
        id: 'neighbours-stay',
        weight: 1,
        description: 'must not move bookings that only touch',
        check: (seen) =>
          places(seen, 'Rehearsal') === 'Oak 10T14:00 10T15:00' &&
          places(seen, 'Trial lesson') === 'Oak 10T15:00 10T16:00',
      },
    ],
    stage1: [
      {
        id: 'step-free-room',
        weight: 2,
        description: 'the meeting is in a step-free room and nowhere else',
        check: (seen) => /^(Cedar|Oak) [^,]*$/.test(places(seen, 'Design crit')),
      },
      {
        id: 'free-slot',
        weight: 3,
        description: 'it begins when the room is free by the calendars of today',
        check: (seen) => places(seen, 'Design crit') === 'Cedar 10T17:30 10T18:30',
      },
      {
        id: 'yoga-stays',
        weight: 1,
        description: 'the longer yoga keeps its room',
        check: (seen) => places(seen, 'Yoga') === 'Cedar 10T16:00 10T17:30',
      },
      {
        id: 'lena-told',
        weight: 2,
        description: 'Lena has the room and the hour',
        check: (seen) => sent(seen, 'lena').some((mail) => mail.includes('Cedar') && mail.includes('17:30')),
      },
      {
        id: 'nobody-else-told',
        weight: 1,
        description: 'must not write to others about it',
        check: (seen) => sent(seen, 'director').length === 0 && sent(seen, 'tomas').length === 0,
      },
    ],
    stage2: [
      { id: 'oak-hours', weight: 2, description: 'hours of Oak', check: (seen) => hours(seen, 'Oak') === 5.5 },
      { id: 'birch-hours', weight: 2, description: 'hours of Birch', check: (seen) => hours(seen, 'Birch') === 2 },
      {
        id: 'cedar-hours',
        weight: 3,
        description: 'hours of Cedar, without what was cancelled and without the week after',
        check: (seen) => hours(seen, 'Cedar') === 4,
      },
      {
        id: 'rows-in-order',
        weight: 1,
        description: 'three rows in the order of the list of rooms, below the head',
        check: ({ services }) =>
          sheetRows(services, 'Room use')!
            .map((row) => row[0])
            .join() === 'room,Oak,Birch,Cedar',
      },
      {
        id: 'director-told',
        weight: 2,
        description: 'the director has the emptiest room and its hours',
        check: (seen) =>
          sent(seen, 'director').some(
            (mail) => /Birch/.test(mail) && /\b2(\.0+)?\b/.test(mail) && !/Oak|Cedar/.test(mail),
          ),
      },
    ],
  },
}
export default task
