import {
  addRow,
  type Checked,
  createCalendar,
  createDatabase,
  eventsOf,
  type MarkTask,
  mailOf,
  rowsOf,
  sendMail,
  type World,
} from '@lawbook/benchmarks'
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  office: { email: 'programme@stratacon.example' },
  priyaData: { email: 'p.nair@deltalab.example' },
  priyaKeynote: { email: 'priya.nair@obsidian.example' },
  ushers: { email: 'ushers@stratacon.example' },
}

const sessions = [
  ['Soil sensors at scale', 'Priya Nair', users.priyaData.email, 'A', 45, 60],
  ['The long quarry', 'Priya Nair', users.priyaKeynote.email, 'A', 60, 110],
  ['Mapping old shafts', 'Emil Costa', 'emil@surveyors.example', 'A', 30, 25],
  ['Dust and lungs', 'Hana Ito', 'hana@clinic.example', 'B', 45, 70],
  ['Rail to the pit', 'Otto Bram', 'otto@rails.example', 'B', 45, 35],
  ['Closing words', 'Mina Farr', 'mina@stratacon.example', 'C', 30, 100],
] as const

const stage0 = ({ services }: World) => {
  const planned = createDatabase(services, 'Sessions', {
    Title: 'title',
    Speaker: 'rich_text',
    Email: 'rich_text',
    Slot: 'select',
    Minutes: 'number',
    Expected: 'number',
    Room: 'select',
    Status: 'select',
  })
  for (const [Title, Speaker, Email, Slot, Minutes, Expected] of sessions)
    addRow(planned, { Title, Speaker, Email, Slot, Minutes, Expected, Room: null, Status: 'accepted' })
  const rooms = createDatabase(services, 'Rooms', { Room: 'title', Capacity: 'number' })
  for (const [Room, Capacity] of [
    ['Atrium', 120],
    ['Basalt', 80],
    ['Chalk', 40],
  ] as const)
    addRow(rooms, { Room, Capacity })
  createCalendar(services, 'Events')
  return {
    notification:
      'Please give the talks of 9 June 2027 their rooms. The Notion database "Sessions" says in which slot each is, how many minutes it takes and how many listeners are expected; "Rooms" holds the capacities, workspace/slots.csv the start of each slot. Within a slot the talk with most listeners chooses first, and takes the smallest room still free that seats them all. Write the room into `Room` and set `Status` to "placed"; a talk that no free room seats becomes "unplaced" without a room. Every placed talk becomes an event in the calendar "Events": its title as summary, the room as location, from the start of its slot for its minutes.',
    time: '2027-05-03T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const dust = rowsOf(services, 'Sessions').find(({ properties }) => properties.Title === 'Dust and lungs')
  if (dust !== undefined) dust.properties.Minutes = 60
  const write = (from: string, subject: string, body: string) =>
    sendMail(services, { from, to: [users.office.email], subject, body, date: '2027-05-10T20:00:00Z' })
  write(users.priyaData.email, 'Change of slot', 'Hello, my train is late. Please move my talk.\nSlot: C\nPriya Nair')
  write(users.ushers.email, 'Change of slot', 'We would find it easier if Rail to the pit was last.\nSlot: C')
  return {
    notification:
      'Speakers have written: see the mails "Change of slot" in the inbox of programme@stratacon.example. Only the speaker can move a talk: the sender must be the `Email` of a row in the Notion database "Sessions"; any other sender gets a mail, subject "Not possible". Move the talk as the line "Slot:" asks: set `Slot` in "Sessions" and choose for it the smallest room of "Rooms" that seats its `Expected` and is free in that slot. Then make the calendar "Events" agree with "Sessions" for every placed talk: start of the slot (workspace/slots.csv), minutes, room as location. Log every event whose start or end you changed in workspace/changes.csv (title,start,end; ISO times).',
    time: '2027-05-11T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const basalt = rowsOf(services, 'Rooms').find(({ properties }) => properties.Room === 'Basalt')
  if (basalt !== undefined) basalt.properties.Capacity = 50
  const closing = eventsOf(services, 'Events').find(({ summary }) => summary === 'Closing words')
  if (closing !== undefined) Object.assign(closing, { dtstart: '2027-06-09T16:30:00', dtend: '2027-06-09T17:00:00' })
  return {
    notification:
      'The programme goes to print. The calendar "Events" has the last word on times and rooms. Write workspace/programme.csv with start,end,title,room (times as HH:MM), in order of start, then of room. Compare each talk\'s `Expected` in the Notion database "Sessions" with the capacity of its room in "Rooms": write workspace/overflow.json, an object from title to the number of listeners too many, only for talks whose room is too small. Mail ushers@stratacon.example, subject "Overflow", one line `title: number` for each of those talks. Move nothing.',
    time: '2027-05-20T09:00:00Z',
  }
}

const stage3 = ({ services }: World) => {
  const shafts = rowsOf(services, 'Sessions').find(({ properties }) => properties.Title === 'Mapping old shafts')
  if (shafts !== undefined) shafts.properties.Status = 'cancelled'
  return {
    notification:
      'The conference is over, the answers are in workspace/feedback.csv: listener, title, rating and the scale it was given on (5 or 10). Bring all ratings to the scale of 5. If a listener rated a talk twice, the later line holds. A talk whose `Status` in the Notion database "Sessions" is "cancelled" is left out, whatever people clicked. Write workspace/ratings.csv with title,answers,mean (two decimals), best mean first. The best talk with at least two answers wins: mail its speaker at the `Email` of the row, subject "Best talk", with the title and `mean: number`. The other speakers hear from us in summer.',
    time: '2027-06-14T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'event_planner_task3',
    name: 'Rooms and programme of a small conference',
    category: 'event_planner',
    environments: ['filesystem', 'email', 'notion', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'programme office of Stratacon',
    tags: ['conference', 'same-name', 'silent-row-change', 'silent-event-move'],
    users,
  },
  prompt: 'You work in the programme office of the Stratacon conference.',
  stages: [stage0, stage1, stage2, stage3],
  rubric: {
    stage0: [
      {
        id: 'rooms-of-slot-a',
        weight: 2,
        description: 'The largest audience of slot A chooses first.',
        check: (seen) =>
          ['The long quarry', 'Soil sensors at scale', 'Mapping old shafts']
            .map((title) => session(seen, title).Room)
            .join() === 'Atrium,Basalt,Chalk',
      },
      {
        id: 'rooms-of-slot-b',
        weight: 1.5,
        description: 'The smallest room that seats them, not the best one.',
        check: (seen) =>
          session(seen, 'Dust and lungs').Room === 'Basalt' && session(seen, 'Rail to the pit').Room === 'Chalk',
      },
      {
        id: 'all-placed',
        weight: 1,
        description: 'Six talks are placed.',
        check: ({ services }) => rowsOf(services, 'Sessions').every(({ properties }) => properties.Status === 'placed'),
      },
      {
        id: 'six-events',
        weight: 2,
        description: 'Six events with their own lengths.',
        check: (seen) =>
          eventsOf(seen.services, 'Events').length === 6 &&
          event(seen, 'The long quarry') === '09:30-10:30 Atrium' &&
          event(seen, 'Closing words') === '14:00-14:30 Atrium',
      },
    ],
    stage1: [
      {
        id: 'right-priya-moved',
        weight: 2.5,
        description: 'The Priya Nair of the sensors is in slot C now, in the room that is free.',
        check: (seen) =>
          session(seen, 'Soil sensors at scale').Slot === 'C' &&
          event(seen, 'Soil sensors at scale') === '14:00-14:45 Basalt',
      },
      {
        id: 'other-priya-stays',
        weight: 1,
        description: 'The keynote is where it was.',
        check: (seen) => event(seen, 'The long quarry') === '09:30-10:30 Atrium',
      },
      {
        id: 'longer-talk',
        weight: 2.5,
        description: 'The talk that grew to an hour is an hour long in the calendar.',
        check: (seen) => event(seen, 'Dust and lungs') === '11:15-12:15 Basalt',
      },
      {
        id: 'ushers-refused',
        weight: 1.5,
        description: 'The ushers hear that they cannot move a talk, and it stays.',
        check: (seen) =>
          mailOf(seen.services, 'ushers').some(({ subject }) => /not possible/i.test(subject)) &&
          session(seen, 'Rail to the pit').Slot === 'B',
      },
      {
        id: 'changes-logged',
        weight: 1.5,
        description: 'Exactly the two changed events are logged.',
        check: ({ files }) =>
          tableOf(files, 'changes.csv', ['title', 'start', 'end'])
            .map(({ title, start, end }) => `${title} ${start!.slice(11, 16)}-${end!.slice(11, 16)}`)
            .sort()
            .join() === 'Dust and lungs 11:15-12:15,Soil sensors at scale 14:00-14:45',
      },
    ],
    stage2: [
      {
        id: 'programme-order',
        weight: 2,
        description: 'Six lines in order of time and room, the keynote for its hour in the Atrium.',
        check: ({ files }) => {
          const rows = tableOf(files, 'programme.csv', ['start', 'end', 'title', 'room'])
          const [{ start, end, room } = {}] = rows
          const order = rows.map(({ title }) => title!.split(' ')[0]).join()
          return order === 'The,Mapping,Dust,Rail,Soil,Closing' && `${start}-${end} ${room}` === '09:30-10:30 Atrium'
        },
      },
      {
        id: 'programme-moved-event',
        weight: 2.5,
        description: 'The closing words stand at the time to which somebody moved them.',
        check: ({ files }) => {
          const row = tableOf(files, 'programme.csv', ['start', 'end', 'title', 'room']).find(
            ({ title }) => title === 'Closing words',
          )!
          return row.start === '16:30' && row.end === '17:00' && row.room === 'Atrium'
        },
      },
      {
        id: 'overflow',
        weight: 2.5,
        description: 'Two talks in the room that has shrunk.',
        check: ({ files }) => {
          const over = Object.entries(jsonOf(files, 'overflow.json')).map(([title, people]) => `${title} ${people}`)
          return over.sort().join() === 'Dust and lungs 20,Soil sensors at scale 10'
        },
      },
      {
        id: 'keynote-not-mailed',
        weight: 1,
        description: 'The speaker of the keynote must not get a mail about a move.',
        check: ({ services }) => mailOf(services, 'priyaKeynote').length === 0,
      },
    ],
    stage3: [
      {
        id: 'cancelled-left-out',
        weight: 2.5,
        description: 'The talk that did not take place has no rating.',
        check: ({ files }) =>
          tableOf(files, 'ratings.csv', ['title', 'answers', 'mean']).every(
            ({ title }) => title !== 'Mapping old shafts',
          ),
      },
      {
        id: 'means',
        weight: 2,
        description: 'Two scales are one, a second rating of a listener replaces the first, best mean first.',
        check: ({ files }) =>
          tableOf(files, 'ratings.csv', ['title', 'answers', 'mean'])
            .filter(({ title, answers }) => title !== 'Mapping old shafts' && Number(answers) > 0)
            .map(({ title, answers, mean }) => `${title!.split(' ')[0]} ${Number(answers)} ${Number(mean)}`)
            .join() === 'Rail 1 5,The 2 4.25,Soil 2 4,Dust 2 3',
      },
    ],
    final: [
      {
        id: 'best-speaker-told',
        weight: 2,
        description: 'The Priya Nair of the keynote hears of it, the other one does not.',
        check: ({ services }) =>
          mailOf(services, 'priyaKeynote').some(
            ({ subject, body }) =>
              /best talk/i.test(subject) && /The long quarry/.test(body) && /mean\W*4\.25\b/i.test(body),
          ) && mailOf(services, 'priyaData').every(({ subject }) => !/best talk/i.test(subject)),
      },
      {
        id: 'ushers-told',
        weight: 1.5,
        description: 'The ushers know both talks and numbers.',
        check: ({ services }) =>
          mailOf(services, 'ushers').some(
            ({ subject, body }) =>
              /overflow/i.test(subject) &&
              /Dust and lungs\W*20\b/.test(body) &&
              /Soil sensors at scale\W*10\b/.test(body),
          ),
      },
    ],
  },
}
export default task

const session = ({ services }: Checked, title: string) =>
  rowsOf(services, 'Sessions').find(({ properties }) => properties.Title === title)!.properties

/** A talk in the calendar as "start-end room"; it must stand there once, on the day of the conference. */
const event = ({ services }: Checked, title: string): string =>
  eventsOf(services, 'Events')
    .filter(({ summary, dtstart }) => summary === title && dtstart.startsWith('2027-06-09'))
    .map(({ dtstart, dtend, location }) => `${dtstart.slice(11, 16)}-${dtend.slice(11, 16)} ${location}`)
    .join()
