import {
  addRow,
  type Checked,
  createDatabase,
  createSheet,
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
  payroll: { email: 'payroll@oakhollow.example' },
  lab: { email: 'lab@oakhollow.example' },
  brightfold: { email: 'billing@brightfold.example' },
  kestrel: { email: 'accounts@kestrel-talent.example' },
}

const candidate = ({ services }: Checked, number: string, property: string): string =>
  String(
    rowsOf(services, 'Candidates').find((row) => row.properties.Number === number)!.properties[property] ?? '',
  ).trim()
const fees = ({ services }: Checked, number: string): string[][] =>
  (sheetRows(services, 'Fees') ?? []).filter((row) => row[0] === number)
const invoice = ({ files }: Checked, id: string): Record<string, string> =>
  tableOf(files, 'fee_check.csv', ['invoice', 'result', 'owed']).find((row) => row.invoice === id)!
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.recruiter.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const says = (mail: string, figure: number): boolean =>
  (mail.replace(/(?<=\d)[,'](?=\d{3}\b)/g, '').match(/\d+(\.\d+)?/g) ?? []).some((text) => Number(text) === figure)

const task: MarkTask = {
  metadata: {
    id: 'recruiting_task5',
    name: 'Agency fees and a referral',
    category: 'recruiting',
    environments: ['filesystem', 'email', 'notion', 'google_sheets'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Recruiter at Oakhollow Machines',
    tags: ['agencies', 'duplicate', 'fees', 'mandate', 'silent-change'],
    users,
  },
  prompt: 'You recruit for Oakhollow Machines. Your mailbox is jobs@oakhollow.example.',
  stages: [
    ({ services }) => {
      const database = createDatabase(services, 'Candidates', {
        Number: 'title',
        Name: 'rich_text',
        Email: 'email',
        Applied: 'date',
        Grade: 'select',
        Salary: 'number',
        Starts: 'date',
        Left: 'date',
        Source: 'rich_text',
        Status: 'select',
      })
      for (const [number, Name, Email, Applied, Grade, Salary, Starts] of [
        ['E-1', 'Vera Lund', 'vera@post.example', '2027-08-02', 'G6', 58800, '2027-09-01'],
        ['E-2', 'Emil Roth', 'emil@post.example', '2027-06-10', 'G5', 52000, '2027-08-02'],
        ['E-3', 'Hugo Berg', 'hugo@post.example', '2027-06-12', 'G5', 55000, '2027-08-02'],
        ['E-4', 'Wanda Kiel', 'wanda@post.example', '2027-06-14', 'G4', 45000, '2027-08-02'],
      ] as const)
        addRow(database, {
          Number: number,
          Name,
          Email,
          Applied,
          Grade,
          Salary,
          Starts,
          Left: '',
          Source: '',
          Status: 'hired',
        })
      createSheet(services, 'Bands', [
        ['grade', 'min', 'max'],
        ['G4', '42000', '50000'],
        ['G5', '52000', '60000'],
        ['G6', '58000', '68000'],
      ])
      createSheet(services, 'Fees', [['candidate', 'to', 'kind', 'amount']])
      return {
        time: '2027-08-05T09:00:00Z',
        notification:
          'Four people are hired, and several agencies say they sent them. `workspace/submissions.csv` lists who submitted whom (capitals in addresses make no difference), `workspace/fees.md` says which submission owns a candidate, counted back from Applied in the database Candidates. Put the owner into Source there, "direct" where there is none. Write `workspace/owners.csv` with the columns number, source, kind (agency, referral or direct), by number. Mail billing@brightfold.example and accounts@kestrel-talent.example the names of the candidates they own, or that they own none of the four; nothing about other sources.',
      }
    },
    ({ services }) => {
      rowsOf(services, 'Candidates').find(({ properties }) => properties.Number === 'E-3')!.properties.Salary = 54000
      return {
        time: '2027-09-10T09:00:00Z',
        notification:
          'Agencies have sent invoices: `workspace/fee_invoices.csv`. By `workspace/fees.md`, Source and the salary that Candidates has today, write `workspace/fee_check.csv` with the columns invoice, result, owed (two decimals), in their order: "not owner" with 0.00 when the agency does not own that candidate, "ok" when the amount is what we owe, else "wrong amount" with the right one in owed. For each candidate whose owner is owed by then, add a row to the sheet Fees (candidate number, to, kind "fee" or "referral", amount): what is owed for an invoice to its owner, and the first half to an employee for a referral. Mail each agency its invoices that are not "ok", with the right sum.',
      }
    },
    ({ services }) => {
      const rows = rowsOf(services, 'Candidates')
      rows.find(({ properties }) => properties.Number === 'E-3')!.properties.Left = '2027-09-15'
      sendMail(services, {
        from: users.lab.email,
        to: [users.recruiter.email],
        date: '2027-11-02T10:00:00Z',
        subject: 'Bonus for Joris',
        body: 'Joris brought us Emil. Make it 1500.00 for the second half, I promised him that.',
      })
      return {
        time: '2027-11-03T09:00:00Z',
        notification:
          'Three months have passed since the starts in August. Whoever has a day in Left of the database Candidates has gone: set Status to "left". By `workspace/fees.md` (days from Starts to Left), add to the sheet Fees a row of kind "refund" with the negative amount where an agency must pay back part of the fee in the sheet, and mail that agency name and sum. For a referral whose candidate is still here 90 days after Starts, add the second half as a row of kind "referral" and mail payroll@oakhollow.example name of the employee and sum. Only fees.md sets sums; wishes of managers change none.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'earliest-owns',
        weight: 2.5,
        description: 'the earliest submission in the window owns, even if it is a referral',
        check: (seen) => candidate(seen, 'E-2', 'Source') === 'Joris Dahl',
      },
      {
        id: 'window-kept',
        weight: 2.5,
        description: 'a submission that is too old owns nothing, the next one does',
        check: (seen) => candidate(seen, 'E-1', 'Source') === 'Kestrel Talent',
      },
      {
        id: 'direct',
        weight: 1,
        description: 'who came without anybody is direct',
        check: (seen) =>
          candidate(seen, 'E-4', 'Source').toLowerCase() === 'direct' &&
          candidate(seen, 'E-3', 'Source') === 'Brightfold',
      },
      {
        id: 'owners-listed',
        weight: 1.5,
        description: 'four rows with source and kind',
        check: ({ files }) =>
          tableOf(files, 'owners.csv', ['number', 'source', 'kind'])
            .map((row) => `${row.number} ${row.source} ${row.kind}`)
            .join() === 'E-1 Kestrel Talent agency,E-2 Joris Dahl referral,E-3 Brightfold agency,E-4 direct direct',
      },
      {
        id: 'agencies-told',
        weight: 1.5,
        description: 'each agency has the own names and no others',
        check: (seen) =>
          sent(seen, 'brightfold').some((mail) => /Hugo/.test(mail) && !/Emil|Vera|Joris|Kestrel/.test(mail)) &&
          sent(seen, 'kestrel').some((mail) => /Vera/.test(mail) && !/Emil|Hugo|Joris|Brightfold/.test(mail)),
      },
    ],
    stage1: [
      {
        id: 'salary-of-today',
        weight: 3,
        description: 'the fee follows the salary as it was corrected',
        check: (seen) => {
          near(invoice(seen, 'BF-301').owed, 9720)
          return invoice(seen, 'BF-301').result === 'wrong amount'
        },
      },
      {
        id: 'not-owner',
        weight: 2,
        description: 'an agency that does not own the candidate is owed nothing',
        check: (seen) => {
          near(invoice(seen, 'BF-302').owed, 0)
          return invoice(seen, 'BF-302').result === 'not owner'
        },
      },
      {
        id: 'higher-rate',
        weight: 1.5,
        description: 'the rate of the higher grade',
        check: (seen) => {
          near(invoice(seen, 'KT-77').owed, 11760)
          return invoice(seen, 'KT-77').result === 'ok'
        },
      },
      {
        id: 'fees-entered',
        weight: 2,
        description: 'what is owed is in the sheet, the first half of the referral too',
        check: (seen) => {
          near(fees(seen, 'E-3')[0]![3], 9720)
          near(fees(seen, 'E-1')[0]![3], 11760)
          near(fees(seen, 'E-2')[0]![3], 400)
          const rows = ['E-1', 'E-2', 'E-3'].map((number) => fees(seen, number)[0]!.slice(1, 3).join(' '))
          return (
            rows.join() === 'Kestrel Talent fee,Joris Dahl referral,Brightfold fee' &&
            sheetRows(seen.services, 'Fees')!.length === 4
          )
        },
      },
      {
        id: 'agency-corrected',
        weight: 1.5,
        description: 'the agency has both faults with the right sum, the other hears nothing more',
        check: (seen) => {
          const mail = sent(seen, 'brightfold').slice(1).join('\n')
          return /BF-301/.test(mail) && says(mail, 9720) && /BF-302/.test(mail) && sent(seen, 'kestrel').length === 1
        },
      },
    ],
    stage2: [
      {
        id: 'leaver-seen',
        weight: 2,
        description: 'who has a day in Left has left',
        check: (seen) => candidate(seen, 'E-3', 'Status') === 'left' && candidate(seen, 'E-2', 'Status') === 'hired',
      },
      {
        id: 'half-refund',
        weight: 3,
        description: 'after 44 days half of the fee comes back',
        check: (seen) => {
          const refund = fees(seen, 'E-3').find((row) => row[2] === 'refund')!
          near(refund[3], -4860)
          return refund[1] === 'Brightfold'
        },
      },
      {
        id: 'agency-asked',
        weight: 1.5,
        description: 'the agency knows name and sum',
        check: (seen) => {
          const mail = sent(seen, 'brightfold').at(-1)!
          return /Hugo/.test(mail) && says(mail, 4860)
        },
      },
      {
        id: 'second-half',
        weight: 2.5,
        description: 'the second half of the referral as the rules say, not as a manager promised',
        check: (seen) => {
          near(fees(seen, 'E-2').at(-1)![3], 400)
          return (
            fees(seen, 'E-2').length === 2 &&
            fees(seen, 'E-2').every((row) => row[1] === 'Joris Dahl' && row[2] === 'referral') &&
            sent(seen, 'payroll').some((mail) => /Joris/.test(mail) && says(mail, 400))
          )
        },
      },
    ],
    final: [
      {
        id: 'no-promised-sum',
        weight: 1,
        description: 'must not pay what only a manager promised',
        check: (seen) =>
          !sent(seen, 'payroll').some((mail) => says(mail, 1500)) &&
          !sheetRows(seen.services, 'Fees')!.some((row) => Number(row[3]) === 1500),
      },
    ],
  },
}
export default task
