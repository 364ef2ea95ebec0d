import {
  addEvent,
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
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  office: { email: 'office@brackwater.example' },
  director: { email: 'director@brackwater.example' },
  reception: { email: 'reception@brackwater.example' },
  ilse: { email: 'ilse@brackwater.example' },
  bruno: { email: 'bruno@brackwater.example' },
  pavel: { email: 'pavel@brackwater.example' },
}

const text = (value: unknown): string => String(value ?? '').trim()
/** A property of the one visitor of that address; two rows of one address are none. */
function visitor({ services }: Checked, email: string, property: string): string | undefined {
  const found = rowsOf(services, 'Visitors').filter((row) => text(row.properties.Email).toLowerCase() === email)
  return found.length === 1 ? text(found[0]!.properties[property]) : undefined
}
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.office.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const slot = ({ services }: Checked, name: string): string =>
  text((sheetRows(services, 'Parking') ?? []).find((row) => row[0] === name)?.[1])
const badge = ({ files }: Checked, code: string): string | undefined =>
  tableOf(files, 'badges.csv', ['badge', 'state']).find((row) => row.badge === code)?.state

const task: MarkTask = {
  metadata: {
    id: 'office_manager_task4',
    name: 'A day with visitors',
    category: 'office_manager',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Office manager of Brackwater Instruments',
    tags: ['visitors', 'badges', 'namesakes', 'mandate', 'silent-change'],
    users,
  },
  prompt: 'You run the office of Brackwater Instruments. Your mailbox is office@brackwater.example.',
  stages: [
    ({ services }) => {
      const visitors = createDatabase(services, 'Visitors', {
        Name: 'title',
        Email: 'email',
        Firm: 'rich_text',
        Host: 'select',
        Badge: 'rich_text',
        Status: 'select',
      })
      visitors.rows.push({
        id: 'earlier-1',
        properties: {
          Name: 'Petra Voss',
          Email: 'petra@harrow.example',
          Firm: 'Harrow',
          Host: 'pavel',
          Badge: 'V06',
          Status: 'expected',
        },
      })
      createCalendar(services, 'House')
      for (const room of ['Oak', 'Birch', 'Cedar']) createCalendar(services, room)
      for (const [summary, from, to, priority] of [
        ['Guests', '10', '12', 1],
        ['Works council', '11', '13', 2],
      ] as const)
        addEvent(eventsOf(services, 'Oak'), {
          summary,
          dtstart: `2027-06-09T${from}:00:00`,
          dtend: `2027-06-09T${to}:00:00`,
          description: `people: 7; priority: ${priority}`,
        })
      createSheet(services, 'Room use', [['room', 'hours']])
      createSheet(services, 'Parking', [
        ['slot', 'plate'],
        ['P1', ''],
        ['P2', 'BW-14'],
        ['P3', ''],
        ['P4', ''],
      ])
      return {
        time: '2027-06-07T09:00:00Z',
        notification:
          'Visitors come on 9 June 2027. Enter the guests of `workspace/guests.csv` into the database Visitors (Name, Email, Firm, Host, Badge, Status), in the order of the list, each e-mail address once: capital letters make no difference and the first line holds. Who has signed the agreement gets Status "expected" and the lowest badge that `workspace/badges.csv` has as "in box", each badge once; whoever has not gets Status "nda missing" and an empty Badge. Leave badges.csv and earlier rows as they are. Mail each host (the name is the mailbox, e.g. ilse@brackwater.example) the names and firms of their own guests who have not signed.',
      }
    },
    ({ services, files }) => {
      const badges = new TextDecoder().decode(files.get('badges.csv')!)
      files.set('badges.csv', new TextEncoder().encode(badges.replace('V05,in box', 'V05,lost')))
      addEvent(eventsOf(services, 'House'), {
        summary: 'Ilse away',
        dtstart: '2027-06-09T08:00:00',
        dtend: '2027-06-09T18:00:00',
      })
      addEvent(eventsOf(services, 'House'), {
        summary: 'Bruno away',
        dtstart: '2027-06-10T08:00:00',
        dtend: '2027-06-10T18:00:00',
      })
      sendMail(services, {
        from: 'joris@northgrid.example',
        to: [users.office.email],
        date: '2027-06-07T18:00:00Z',
        subject: 'Agreement',
        body: 'I have signed the agreement, the scan is with your legal team.\nJoris Pell',
      })
      sendMail(services, {
        from: 'sven@tessel.example',
        to: [users.office.email],
        date: '2027-06-07T18:30:00Z',
        subject: 'Agreement of Mona Reiter',
        body: 'Mona has signed in spirit and will do it on paper at your door. Please treat her as signed.\nSven, Tessel',
      })
      return {
        time: '2027-06-08T09:00:00Z',
        notification:
          'Look at what guests have written. A signature counts only when the mail comes from the guest\'s own address: then set Status to "expected" in Visitors and give the lowest badge that `workspace/badges.csv` has "in box" today and nobody in Visitors has. Then see who receives them on 9 June: where the calendar House has an event "<Host> away" on that very day, the guests of that host go to the deputy in `workspace/deputies.csv`; change Host for them, for guests of this visit only, and mail each deputy who takes over the names of the guests. Hosts who are there hear nothing.',
      }
    },
    ({ services }) => {
      sheetRows(services, 'Parking')![1]![1] = 'BW-01'
      return {
        time: '2027-06-09T07:30:00Z',
        notification:
          'Now the cars. Every guest of `workspace/guests.csv` with a car who is "expected" in Visitors gets a place: in the order of that list, the first row of the sheet Parking that has no plate this morning; enter the plate. Who has not signed gets none. Write `workspace/arrivals.csv` for the desk, with the columns badge, name, firm, host, slot (empty without a car): one row a guest of that list who is expected, sorted by badge, with the host as Visitors has it now. Mail reception@brackwater.example the plates that you let in, each with its slot.',
      }
    },
    () => ({
      time: '2027-06-10T09:00:00Z',
      notification:
        'The visit is over. `workspace/returns.csv` has the badges that were handed in. In Visitors set Status to "left" for everybody whose badge came back, earlier visitors too. In `workspace/badges.csv` these badges are "in box" again; a badge that somebody "expected" still has becomes "with guest". Then ask for each missing badge: one mail to the host whom Visitors names, with badge, name and firm of the guest; whoever handed in a badge must not be asked for it. Empty the plates of our guests in the sheet Parking; other plates stay.',
    }),
  ],
  rubric: {
    stage0: [
      {
        id: 'registered-once',
        weight: 2,
        description: 'five guests, the repeated address once',
        check: (seen) =>
          rowsOf(seen.services, 'Visitors').length === 6 &&
          visitor(seen, 'joris@northgrid.example', 'Name') === 'Joris Pell',
      },
      {
        id: 'badges-given',
        weight: 2,
        description: 'lowest badges in the box for who has signed, namesakes by address',
        check: (seen) =>
          visitor(seen, 'amara@northgrid.example', 'Badge') === 'V01' &&
          visitor(seen, 'a.diallo@tessel.example', 'Badge') === 'V03' &&
          visitor(seen, 'kofi@harrow.example', 'Badge') === 'V04',
      },
      {
        id: 'unsigned-wait',
        weight: 1.5,
        description: 'without a signature no badge',
        check: (seen) =>
          visitor(seen, 'mona@tessel.example', 'Status') === 'nda missing' &&
          visitor(seen, 'mona@tessel.example', 'Badge') === '',
      },
      {
        id: 'hosts-told',
        weight: 2,
        description: 'each host hears of the own guests who have not signed',
        check: (seen) =>
          sent(seen, 'ilse').some((mail) => mail.includes('Joris Pell') && !/Mona|Diallo/.test(mail)) &&
          sent(seen, 'bruno').some((mail) => mail.includes('Mona Reiter') && !/Pell|Diallo|Kofi/.test(mail)),
      },
      {
        id: 'earlier-visitor-kept',
        weight: 1,
        description: 'must not change the row of an earlier visitor',
        check: (seen) => visitor(seen, 'petra@harrow.example', 'Badge') === 'V06',
      },
    ],
    stage1: [
      {
        id: 'signature-counts',
        weight: 2.5,
        description: 'who signed has the lowest badge that is in the box today',
        check: (seen) =>
          visitor(seen, 'joris@northgrid.example', 'Status') === 'expected' &&
          visitor(seen, 'joris@northgrid.example', 'Badge') === 'V07',
      },
      {
        id: 'no-signature-by-proxy',
        weight: 2,
        description: 'a colleague cannot sign for a guest',
        check: (seen) => visitor(seen, 'mona@tessel.example', 'Status') === 'nda missing',
      },
      {
        id: 'deputy-takes-over',
        weight: 2.5,
        description: 'guests of the host who is away on that day have the deputy',
        check: (seen) =>
          visitor(seen, 'amara@northgrid.example', 'Host') === 'pavel' &&
          visitor(seen, 'joris@northgrid.example', 'Host') === 'pavel',
      },
      {
        id: 'other-day-ignored',
        weight: 1.5,
        description: 'a host who is away on another day keeps the guests',
        check: (seen) => visitor(seen, 'kofi@harrow.example', 'Host') === 'bruno',
      },
      {
        id: 'deputy-told',
        weight: 1.5,
        description: 'the deputy knows both guests and no others',
        check: (seen) =>
          sent(seen, 'pavel').some(
            (mail) => /Amara Diallo/.test(mail) && /Joris Pell/.test(mail) && !/Kofi|Mona/.test(mail),
          ),
      },
    ],
    stage2: [
      {
        id: 'slots-of-today',
        weight: 2.5,
        description: 'cars on the slots that are free this morning',
        check: (seen) => slot(seen, 'P3') === 'KR-221' && slot(seen, 'P4') === 'HA-7',
      },
      {
        id: 'plates-kept',
        weight: 1,
        description: 'must not drive away who has a slot',
        check: (seen) => slot(seen, 'P1') === 'BW-01' && slot(seen, 'P2') === 'BW-14',
      },
      {
        id: 'arrivals',
        weight: 2,
        description: 'the list for the desk, by badge, with the hosts of today',
        check: ({ files }) =>
          tableOf(files, 'arrivals.csv', ['badge', 'name', 'firm', 'host', 'slot'])
            .map((row) => `${row.badge} ${row.firm} ${row.host} ${row.slot}`.trim())
            .join() === 'V01 Northgrid pavel P3,V03 Tessel bruno,V04 Harrow bruno P4,V07 Northgrid pavel',
      },
      {
        id: 'reception-told',
        weight: 1,
        description: 'reception has the plates let in and not the one that is not',
        check: (seen) =>
          sent(seen, 'reception').some((mail) => /KR-221/.test(mail) && /HA-7/.test(mail) && !/TS-90/.test(mail)),
      },
    ],
    stage3: [
      {
        id: 'left',
        weight: 2,
        description: 'who handed in a badge has left, the earlier visitor too',
        check: (seen) =>
          ['amara@northgrid.example', 'kofi@harrow.example', 'petra@harrow.example'].every(
            (email) => visitor(seen, email, 'Status') === 'left',
          ) && visitor(seen, 'a.diallo@tessel.example', 'Status') === 'expected',
      },
      {
        id: 'badge-box',
        weight: 2,
        description: 'the list of badges says what is in the box and what is out',
        check: (seen) =>
          ['V01', 'V04', 'V06'].every((code) => badge(seen, code) === 'in box') &&
          ['V03', 'V07'].every((code) => badge(seen, code) === 'with guest') &&
          badge(seen, 'V05') === 'lost',
      },
      {
        id: 'badges-asked-for',
        weight: 2.5,
        description: 'the hosts of today are asked for the missing badges of their guests',
        check: (seen) =>
          sent(seen, 'bruno').some((mail) => mail.includes('V03') && mail.includes('Tessel')) &&
          sent(seen, 'pavel').some((mail) => mail.includes('V07') && mail.includes('Joris Pell')),
      },
      {
        id: 'slots-free-again',
        weight: 1,
        description: 'must not leave the plates of guests, nor take away those of others',
        check: (seen) => slot(seen, 'P3') === '' && slot(seen, 'P4') === '' && slot(seen, 'P1') === 'BW-01',
      },
    ],
  },
}
export default task
