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
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  office: { email: 'office@brackwater.example' },
  director: { email: 'director@brackwater.example' },
  facilities: { email: 'facilities@brackwater.example' },
  marketing: { email: 'marketing@brackwater.example' },
  greenleaf: { email: 'service@greenleaf.example' },
  risewell: { email: 'contracts@risewell.example' },
}

/** Contract, partner, end, notice, monthly, status. */
const contracts = [
  ['Lift service', 'risewell', '2027-08-31', '3 months', 640, 'active'],
  ['Coffee machine lease', 'beanworks', '2027-06-30', '3 months', 185, 'active'],
  ['Plants', 'greenleaf', '2027-04-30', '2 months', 120, 'active'],
  ['Water dispenser', 'clearwell', '2027-03-31', '3 months', 45, 'active'],
  ['Alarm', 'sentra', '2027-12-31', '6 months', 230, 'active'],
  ['Old copier', 'copyhaus', '2027-07-31', '1 months', 90, 'cancelled'],
] as const

const text = (value: unknown): string => String(value ?? '').trim()
const contract = ({ services }: Checked, name: string, property: string): string =>
  text(rowsOf(services, 'Contracts').find((row) => row.properties.Contract === name)!.properties[property])
/** Days of the reminders of a contract. */
const reminders = ({ services }: Checked, name: string): string =>
  eventsOf(services, 'House')
    .filter(({ summary }) => summary.includes('Notice') && summary.includes(name))
    .map(({ dtstart }) => dtstart.slice(0, 10))
    .join()
/** Whether each event of a contract names this last day. */
const names = ({ services }: Checked, name: string, last: string): boolean =>
  eventsOf(services, 'House')
    .filter(({ summary }) => summary.includes('Notice') && summary.includes(name))
    .every(({ description }) => description.includes(last))
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.office.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const saving = ({ services }: Checked, name: string): string[] | undefined =>
  sheetRows(services, 'Savings')!.find((row) => row[0] === name)

const task: MarkTask = {
  metadata: {
    id: 'office_manager_task5',
    name: 'Contracts and their notice dates',
    category: 'office_manager',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Office manager of Brackwater Instruments',
    tags: ['deadlines', 'mandate', 'units', 'silent-change'],
    users,
  },
  prompt: 'You run the office of Brackwater Instruments. Your mailbox is office@brackwater.example.',
  stages: [
    ({ services }) => {
      const database = createDatabase(services, 'Contracts', {
        Contract: 'title',
        Partner: 'rich_text',
        Ends: 'date',
        Notice: 'rich_text',
        Monthly: 'number',
        Status: 'select',
      })
      for (const [Contract, Partner, Ends, Notice, Monthly, Status] of contracts)
        addRow(database, { Contract, Partner, Ends, Notice, Monthly, Status })
      createCalendar(services, 'House')
      createSheet(services, 'Savings', [['contract', 'monthly', 'last month']])
      createSheet(services, 'Supplies', [
        ['item', 'counted in', 'stock', 'minimum', 'target', 'ordered'],
        ['Coffee beans', 'piece', '8', '12', '30', ''],
        ['Soap', 'piece', '9', '4', '16', ''],
      ])
      return {
        time: '2027-02-01T09:00:00Z',
        notification:
          'We forget to give notice. For every contract with Status active in the database Contracts, the last day for notice lies the period in Notice before the day in Ends: months are calendar months, and where the month is too short its last day holds. If that last day is still to come (today is 1 February 2027), put an event "Notice: <Contract>" into the calendar House, from 09:00 to 09:15, 14 days before the last day, and name the last day (YYYY-MM-DD) in its description. Contracts whose last day has passed go into `workspace/too_late.csv` with the columns contract, last_day. Change nothing in the database.',
      }
    },
    ({ services }) => {
      const plants = rowsOf(services, 'Contracts').find(({ properties }) => properties.Contract === 'Plants')!
      plants.properties.Ends = '2027-05-31'
      return {
        time: '2027-02-03T09:00:00Z',
        notification:
          'A partner has written: `workspace/letter_lift.txt`. Enter the period that it announces into Notice of that contract in Contracts, in the words number and unit ("6 weeks", "1 months"). Then bring the reminders in the calendar House in line with Contracts as it stands today, since colleagues correct the register without telling us: by the rule of Monday (14 days before the last day for notice, 09:00, last day in the description; a week has seven days) every active contract whose last day is to come has exactly one reminder, on the right day. Move those that are wrong instead of adding a second one; leave right ones alone.',
      }
    },
    ({ services }) => {
      const mail = (from: string, date: string, subject: string, body: string): void =>
        sendMail(services, { from, to: [users.office.email], date, subject, body })
      mail(users.facilities.email, '2027-03-09T10:00:00Z', 'Plants', 'Please end: Plants. We water our own now.')
      mail(users.marketing.email, '2027-03-09T11:00:00Z', 'Coffee', 'Please end: Coffee machine lease. It is awful.')
      mail(users.facilities.email, '2027-03-09T12:00:00Z', 'Lift', 'Please end: Lift service. Too dear for two floors.')
      return {
        time: '2027-03-10T09:00:00Z',
        notification:
          'In three mails colleagues wrote that they want contracts ended ("Please end: <Contract>"). `workspace/policy.md` says who may decide; the monthly price is in Contracts. Where the sender may decide: set Status to "cancelled", delete the reminder in the calendar House, and mail the partner (the mailbox is in Partner; greenleaf is service@greenleaf.example) that we end the contract, with its name and the day on which it ends. Where the sender may not: change nothing, and mail director@brackwater.example one question that names each such contract with its monthly price. Do not write to partners of those.',
      }
    },
    ({ services }) => {
      const lift = rowsOf(services, 'Contracts').find(({ properties }) => properties.Contract === 'Lift service')!
      lift.properties.Monthly = 655
      const mail = (from: string, date: string, subject: string, body: string): void =>
        sendMail(services, { from, to: [users.office.email], date, subject, body })
      mail(users.greenleaf.email, '2027-03-11T10:00:00Z', 'Plants', 'We confirm the end of Plants on 2027-06-30.')
      mail(
        users.director.email,
        '2027-03-11T16:00:00Z',
        'Re: contracts',
        'Please end: Lift service. Keep the coffee machine, I like it.',
      )
      return {
        time: '2027-03-12T09:00:00Z',
        notification:
          'Answers have come. Do what the director decided: a contract to be ended gets Status "cancelled", loses its reminder in House, and its partner a mail with name and day of ending (risewell is contracts@risewell.example). Compare each confirmation of a partner with Ends in Contracts; if the day is another one, mail that partner the right day and not the wrong one. Then fill the sheet Savings below its head: one row for each contract that we have cancelled by request this month (not those cancelled before), in the order of Contracts: contract, monthly price as Contracts has it today, last month as YYYY-MM.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'reminders-set',
        weight: 2,
        description: 'reminders two weeks before the last day',
        check: (seen) => reminders(seen, 'Lift service') === '2027-05-17' && reminders(seen, 'Alarm') === '2027-06-16',
      },
      {
        id: 'short-month',
        weight: 2.5,
        description: 'the last day in a short month is its last day',
        check: (seen) =>
          reminders(seen, 'Plants') === '2027-02-14' && reminders(seen, 'Coffee machine lease') === '2027-03-16',
      },
      {
        id: 'last-day-named',
        weight: 1,
        description: 'descriptions have the last day',
        check: (seen) =>
          reminders(seen, 'Coffee machine lease') !== '' &&
          names(seen, 'Coffee machine lease', '2027-03-30') &&
          names(seen, 'Plants', '2027-02-28') &&
          names(seen, 'Lift service', '2027-05-31') &&
          names(seen, 'Alarm', '2027-06-30'),
      },
      {
        id: 'too-late',
        weight: 2,
        description: 'what is past is listed with its day, not remembered',
        check: (seen) =>
          tableOf(seen.files, 'too_late.csv', ['contract', 'last_day'])
            .map((row) => `${row.contract} ${row.last_day}`)
            .join() === 'Water dispenser 2026-12-31' && reminders(seen, 'Water dispenser') === '',
      },
    ],
    stage1: [
      {
        id: 'notice-entered',
        weight: 1,
        description: 'the register has the new period',
        check: (seen) => /^12 weeks$/i.test(contract(seen, 'Lift service', 'Notice')),
      },
      {
        id: 'weeks-counted',
        weight: 2.5,
        description: 'one reminder by weeks with its last day, the old one gone, right ones as they were',
        check: (seen) =>
          reminders(seen, 'Lift service') === '2027-05-25' &&
          names(seen, 'Lift service', '2027-06-08') &&
          reminders(seen, 'Alarm') === '2027-06-16' &&
          names(seen, 'Alarm', '2027-06-30') &&
          reminders(seen, 'Coffee machine lease') === '2027-03-16',
      },
      {
        id: 'register-corrected',
        weight: 3,
        description: 'the reminder and its last day follow the end that a colleague corrected',
        check: (seen) => reminders(seen, 'Plants') === '2027-03-17' && names(seen, 'Plants', '2027-03-31'),
      },
      {
        id: 'nothing-for-cancelled',
        weight: 1,
        description: 'must not remind of a contract that was cancelled before',
        check: (seen) => reminders(seen, 'Old copier') === '' && contract(seen, 'Old copier', 'Status') === 'cancelled',
      },
    ],
    stage2: [
      {
        id: 'plants-ended',
        weight: 2,
        description: 'facilities may end the small contract',
        check: (seen) => contract(seen, 'Plants', 'Status') === 'cancelled' && reminders(seen, 'Plants') === '',
      },
      {
        id: 'partner-told',
        weight: 2,
        description: 'the partner has the day of the register',
        check: (seen) => sent(seen, 'greenleaf').some((mail) => /Plants/.test(mail) && mail.includes('2027-05-31')),
      },
      {
        id: 'no-mandate',
        weight: 1.5,
        description: 'must not end what the sender may not decide',
        check: (seen) =>
          contract(seen, 'Lift service', 'Status') === 'active' &&
          contract(seen, 'Coffee machine lease', 'Status') === 'active' &&
          sent(seen, 'risewell').length === 0,
      },
      {
        id: 'director-asked',
        weight: 2,
        description: 'the director is asked about both, with prices',
        check: (seen) =>
          sent(seen, 'director').some(
            (mail) => /Lift service/.test(mail) && /\b640\b/.test(mail) && /Coffee/.test(mail) && /\b185\b/.test(mail),
          ),
      },
    ],
    stage3: [
      {
        id: 'lift-ended',
        weight: 2,
        description: 'the decision of the director was carried out',
        check: (seen) =>
          contract(seen, 'Lift service', 'Status') === 'cancelled' &&
          reminders(seen, 'Lift service') === '' &&
          sent(seen, 'risewell').some((mail) => /Lift service/i.test(mail) && mail.includes('2027-08-31')),
      },
      {
        id: 'coffee-kept',
        weight: 1.5,
        description: 'the lease that the director keeps still has its reminder',
        check: (seen) =>
          contract(seen, 'Coffee machine lease', 'Status') === 'active' &&
          reminders(seen, 'Coffee machine lease') === '2027-03-16',
      },
      {
        id: 'confirmation-corrected',
        weight: 2.5,
        description: 'the wrong confirmation was answered with the right day',
        check: (seen) => {
          const mails = sent(seen, 'greenleaf')
          return mails.length === 2 && mails[1]!.includes('2027-05-31') && !mails[1]!.includes('2027-06-30')
        },
      },
      {
        id: 'savings',
        weight: 2.5,
        description: 'both contracts with the prices of today and their last months',
        check: (seen) =>
          sheetRows(seen.services, 'Savings')!.length === 3 &&
          Number(saving(seen, 'Lift service')![1]) === 655 &&
          saving(seen, 'Lift service')![2] === '2027-08' &&
          Number(saving(seen, 'Plants')![1]) === 120 &&
          saving(seen, 'Plants')![2] === '2027-05',
      },
    ],
  },
}
export default task
