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

const users = {
  recruiter: { email: 'jobs@oakhollow.example' },
  lab: { email: 'lab@oakhollow.example' },
  hall: { email: 'hall@oakhollow.example' },
  ravi_analyst: { email: 'ravi.m@post.example' },
  ravi_welder: { email: 'rmenon@mailbox.example' },
  tess: { email: 'tess@post.example' },
  oskar: { email: 'oskar@post.example' },
  yara: { email: 'yara@post.example' },
  imke: { email: 'imke@post.example' },
  nils: { email: 'nils@post.example' },
  dalia: { email: 'dalia@post.example' },
}

/** "status reason" of an application. */
function standing({ services }: Checked, number: string): string {
  const found = rowsOf(services, 'Candidates').filter((row) => row.properties.Number === number)
  return found.length === 1 ? `${found[0]!.properties.Status} ${found[0]!.properties.Reason ?? ''}`.trim() : 'no row'
}
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.recruiter.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
/** What the recruiter's folder Sent holds to an address. */
const sentOut = ({ services }: Checked, to: string): string[] =>
  mailOf(services, 'recruiter', 'Sent')
    .filter((mail) => mail.to.includes(to))
    .map(({ subject, body }) => `${subject}\n${body}`)
const candidates = ['ravi_analyst', 'ravi_welder', 'tess', 'oskar', 'yara', 'imke', 'nils', 'dalia']
/** Words as in "two years of experience" or "sent too late", not such as "in the years ahead". */
const dayOrReason =
  /2027-|\b\d{1,2}(st|nd|rd|th)? June|June \d|(\d+|two|three|four|minimum|min|enough|few|fewer) years|years of|(enough|more|little|lack of) experience|language|German|(too|came|was|arrived|sent) late\b|closing date|deadline/i

const task: MarkTask = {
  metadata: {
    id: 'recruiting_task1',
    name: 'Screening two openings',
    category: 'recruiting',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'Recruiter at Oakhollow Machines',
    tags: ['screening', 'namesakes', 'deadline', 'silent-change'],
    users,
  },
  prompt: 'You recruit for Oakhollow Machines. Your mailbox is jobs@oakhollow.example.',
  stages: [
    ({ services }) => {
      createDatabase(services, 'Candidates', {
        Number: 'title',
        Name: 'rich_text',
        Email: 'email',
        Role: 'select',
        Status: 'select',
        Reason: 'rich_text',
      })
      createSheet(services, 'Requisitions', [
        ['role', 'min years', 'language', 'closes', 'invites'],
        ['Analyst', '3', 'de', '2027-06-04T18:00', '2'],
        ['Welder', '2', 'de', '2027-06-04T18:00', '1'],
      ])
      addEvent(createCalendar(services, 'Interviews'), {
        summary: 'Interview day',
        dtstart: '2027-06-15T09:00:00',
        dtend: '2027-06-15T17:00:00',
      })
      return {
        time: '2027-06-04T20:00:00Z',
        notification:
          'Screen the applications in `workspace/applications.csv` against the sheet Requisitions and enter every one into the database Candidates (Number, Name, Email, Role, Status, Reason). Status is "regret" with the first Reason that holds: "late" when it was sent after closes, "years" below min years, "language" when the language is not among those of the candidate; otherwise "longlist" with an empty Reason. Go by number, names repeat. Then mail each manager in `workspace/managers.csv` the numbers on the longlist of the own role, and no others.',
      }
    },
    ({ services }) => {
      const sheet = sheetRows(services, 'Requisitions')!
      sheet[1]![1] = '4'
      sheet[2]![3] = '2027-06-06T18:00'
      sendMail(services, {
        from: users.ravi_welder.email,
        to: [users.recruiter.email],
        date: '2027-06-06T12:00:00Z',
        subject: 'My application',
        body: 'I withdraw my application. Thank you for your time.\nRavi Menon',
      })
      return {
        time: '2027-06-07T09:00:00Z',
        notification:
          'More has come in: `workspace/late_applications.csv`, and mails of candidates who withdraw. Managers change the sheet Requisitions without a word, so screen all applications of both files anew by the rules of Friday and by the sheet as it is today: correct Status and Reason of the rows in Candidates and add the new ones, one row a number. Whoever withdrew by mail gets Status "withdrawn" with an empty Reason; the address of the sender says who it is. Nobody is mailed yet, neither candidates nor managers.',
      }
    },
    ({ services }) => {
      sheetRows(services, 'Requisitions')![2]![4] = '2'
      const day = eventsOf(services, 'Interviews')[0]!
      Object.assign(day, { dtstart: '2027-06-17T09:00:00', dtend: '2027-06-17T17:00:00' })
      return {
        time: '2027-06-08T09:00:00Z',
        notification:
          'Send the letters. For each role take as many from the longlist in Candidates as the column invites of the sheet Requisitions says today: most years first (the two files of applications have them), of equal ones whoever sent earlier. Set their Status to "invited" and mail each an invitation with the day (YYYY-MM-DD) on which the event Interview day stands in the calendar Interviews. Whoever is left on the longlist becomes "reserve" and hears nothing. Everybody with "regret" gets one friendly mail that names neither a day nor a reason. Who has withdrawn is left in peace.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'longlist',
        weight: 2,
        description: 'who meets the requisition is on the longlist',
        check: (seen) =>
          ['A-01', 'A-02', 'A-03', 'A-05', 'A-06'].every((number) => standing(seen, number) === 'longlist'),
      },
      {
        id: 'regrets-with-reason',
        weight: 2,
        description: 'regrets carry the first reason that holds',
        check: (seen) => standing(seen, 'A-04') === 'regret language' && standing(seen, 'A-07') === 'regret late',
      },
      {
        id: 'managers-told',
        weight: 2,
        description: 'each manager has the numbers of the own role',
        check: (seen) =>
          sent(seen, 'lab').some(
            (mail) => ['A-01', 'A-02', 'A-06'].every((number) => mail.includes(number)) && !/A-0[34578]/.test(mail),
          ) &&
          sent(seen, 'hall').some(
            (mail) => ['A-03', 'A-05'].every((number) => mail.includes(number)) && !/A-0[12467]/.test(mail),
          ),
      },
    ],
    stage1: [
      {
        id: 'years-of-today',
        weight: 3,
        description: 'the bar that the manager raised holds for old applications too',
        check: (seen) => standing(seen, 'A-02') === 'regret years',
      },
      {
        id: 'closing-of-today',
        weight: 2.5,
        description: 'by the later closing an application is in time',
        check: (seen) => standing(seen, 'A-08') === 'longlist' && standing(seen, 'A-07') === 'regret years',
      },
      {
        id: 'new-in-time',
        weight: 1,
        description: 'the other late file row was in time',
        check: (seen) => standing(seen, 'A-09') === 'longlist',
      },
      {
        id: 'right-ravi-withdrawn',
        weight: 2.5,
        description: 'the Ravi Menon who wrote has withdrawn, the other stays',
        check: (seen) => standing(seen, 'A-03') === 'withdrawn' && standing(seen, 'A-01') === 'longlist',
      },
      {
        id: 'nobody-mailed-yet',
        weight: 1,
        description: 'must not write to candidates yet, nor to managers again',
        check: (seen) =>
          candidates.every((user) => sent(seen, user).length === 0) &&
          ['lab', 'hall'].every((user) => sent(seen, user).length <= 1),
      },
    ],
    stage2: [
      {
        id: 'analysts-invited',
        weight: 2,
        description: 'the two with most years, the third in reserve without a letter',
        check: (seen) =>
          standing(seen, 'A-09') === 'invited' &&
          standing(seen, 'A-01') === 'invited' &&
          standing(seen, 'A-06') === 'reserve' &&
          sent(seen, 'imke').length === 0,
      },
      {
        id: 'welders-invited',
        weight: 2.5,
        description: 'as many welders as the sheet says today',
        check: (seen) => standing(seen, 'A-08') === 'invited' && standing(seen, 'A-05') === 'invited',
      },
      {
        id: 'day-of-today',
        weight: 3,
        description: 'invitations carry the day to which the interviews were moved',
        check: (seen) =>
          ['dalia', 'ravi_analyst', 'nils'].every(
            (user) =>
              sent(seen, user).some((mail) => mail.includes('2027-06-17')) &&
              !sent(seen, user).join().includes('06-15'),
          ),
      },
      {
        id: 'regrets-sent',
        weight: 1.5,
        description: 'each regret, also to who has no mailbox here, is one letter without a day or a reason',
        check: (seen) =>
          [sent(seen, 'tess'), sent(seen, 'oskar'), sentOut(seen, 'leo@post.example')].every(
            (letters) => letters.length === 1 && !dayOrReason.test(letters[0]!),
          ),
      },
    ],
    final: [
      {
        id: 'withdrawn-in-peace',
        weight: 1.5,
        description: 'must not write to who has withdrawn',
        check: (seen) => sent(seen, 'ravi_welder').length === 0,
      },
    ],
  },
}
export default task
