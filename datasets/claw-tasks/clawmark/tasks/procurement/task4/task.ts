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
  buyer: { email: 'buyer@marrowfield.example' },
  head: { email: 'head.purchasing@marrowfield.example' },
  director: { email: 'director@marrowfield.example' },
  ines: { email: 'ines@marrowfield.example' },
  gus: { email: 'gus@marrowfield.example' },
}

/** Request, centre, requester, supplier, day, amount. */
const requests = [
  ['R-01', 'Tooling', 'Abel', 'Ostrow Tools', '2027-05-03', 430],
  ['R-02', 'Tooling', 'Birgit', 'Ostrow Tools', '2027-05-03', 320],
  ['R-03', 'Tooling', 'Birgit', 'Ostrow Tools', '2027-05-03', 290],
  ['R-04', 'Print', 'Carlo', 'Quill Paper', '2027-05-03', 1200],
  ['R-05', 'Print', 'Carlo', 'Fennick Foils', '2027-05-04', 6400],
  ['R-06', 'Print', 'Dora', 'Quill Paper', '2027-05-04', 480],
  ['R-07', 'Tooling', 'Birgit', 'Ostrow Tools', '2027-05-04', 150],
] as const

const request = ({ services }: Checked, id: string, property = 'Status'): string =>
  String(rowsOf(services, 'Requests').find((row) => row.properties.Request === id)!.properties[property] ?? '').trim()
const budget = ({ services }: Checked, centre: string, column: string): string => {
  const [head, ...rows] = sheetRows(services, 'Budgets')!
  return rows.find((row) => row[0] === centre)![head!.indexOf(column)] ?? ''
}
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.buyer.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const month = ({ files }: Checked, centre: string): Record<string, string> =>
  tableOf(files, 'month_end.csv', ['centre', 'budget', 'spent', 'committed', 'left']).find(
    (row) => row.centre === centre,
  )!

const task: MarkTask = {
  metadata: {
    id: 'procurement_task4',
    name: 'Purchase requests and two budgets',
    category: 'procurement',
    environments: ['filesystem', 'email', 'notion', 'google_sheets'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Buyer at Marrowfield Works',
    tags: ['approval-limits', 'split-requests', 'budget', 'mandate', 'silent-change'],
    users,
  },
  prompt: 'You buy for Marrowfield Works. Your mailbox is buyer@marrowfield.example.',
  stages: [
    ({ services }) => {
      const database = createDatabase(services, 'Requests', {
        Request: 'title',
        Centre: 'select',
        Requester: 'rich_text',
        Supplier: 'rich_text',
        Day: 'date',
        Amount: 'number',
        Approver: 'email',
        Status: 'select',
      })
      for (const [Request, Centre, Requester, Supplier, Day, Amount] of requests)
        addRow(database, { Request, Centre, Requester, Supplier, Day, Amount, Approver: '', Status: 'new' })
      createSheet(services, 'Budgets', [
        ['centre', 'budget', 'spent', 'committed'],
        ['Tooling', '4000.00', '2350.00', '0.00'],
        ['Print', '9000.00', '900.00', '0.00'],
      ])
      return {
        time: '2027-05-05T09:00:00Z',
        notification:
          'Sort the requests with Status "new" in the database Requests. `workspace/limits.md` says who approves which amount, and when several requests count as one; `workspace/leads.csv` has the team lead of each centre. Put the address of the approver into Approver and set Status to "asked". Then mail each approver concerned once, from your mailbox: the numbers of the requests that wait for this person with their amounts, and no others. Commit nothing in the sheet Budgets yet.',
      }
    },
    ({ services }) => {
      sheetRows(services, 'Budgets')![2]![1] = '2600.00'
      const mail = (from: string, body: string): void =>
        sendMail(services, { from, to: [users.buyer.email], date: '2027-05-06T11:00:00Z', subject: 'Requests', body })
      mail(users.ines.email, 'Approved: R-01, R-02, R-03, R-07')
      mail(users.head.email, 'Approved: R-04')
      mail(users.gus.email, 'Approved: R-05, R-06')
      mail(users.director.email, 'Approved: R-05')
      return {
        time: '2027-05-07T09:00:00Z',
        notification:
          'Approvals have come ("Approved: ..."). An approval counts only for requests whose Approver in Requests is the sender. Go through the approved requests in the order of their numbers: if the amount fits into what the centre has left (budget minus spent minus committed in the sheet Budgets, as it is this morning and with what you have just committed), set Status to "approved" and add the amount to committed; if not, set Status to "no budget" and commit nothing. What nobody entitled has approved stays "asked". Mail head.purchasing@marrowfield.example the numbers that found no budget, and only these.',
      }
    },
    ({ services }) => {
      const row = rowsOf(services, 'Requests').find(({ properties }) => properties.Request === 'R-07')!
      row.properties.Status = 'withdrawn'
      return {
        time: '2027-05-31T17:00:00Z',
        notification:
          'Close the month. `workspace/actuals.csv` says which requests were invoiced and at what price: take their approved Amount out of committed in the sheet Budgets, add the price to spent, and set Status to "closed". The requests that have become "withdrawn" in Requests were approved before: their Amount leaves committed, too. Whatever else was approved stays committed. Write `workspace/month_end.csv` with the columns centre, budget, spent, committed, left, one row a centre in the order of the sheet, two decimals, and mail each team lead of `workspace/leads.csv` what is left in the own centre, and nothing of the other.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'limits-applied',
        weight: 1.5,
        description: 'lead, head and director by amount',
        check: (seen) =>
          request(seen, 'R-01', 'Approver') === users.ines.email &&
          request(seen, 'R-04', 'Approver') === users.head.email &&
          request(seen, 'R-05', 'Approver') === users.director.email &&
          request(seen, 'R-06', 'Approver') === users.gus.email,
      },
      {
        id: 'split-seen',
        weight: 3,
        description: 'two requests of a person, supplier and day count as their sum, and another day does not',
        check: (seen) =>
          request(seen, 'R-02', 'Approver') === users.head.email &&
          request(seen, 'R-03', 'Approver') === users.head.email &&
          request(seen, 'R-07', 'Approver') === users.ines.email,
      },
      {
        id: 'head-asked',
        weight: 2,
        description: 'the head has the three requests with amounts, and no others',
        check: (seen) =>
          sent(seen, 'head').some(
            (mail) => /R-02[\s\S]*R-03[\s\S]*R-04/.test(mail) && /1[,']?200/.test(mail) && !/R-0[1567]/.test(mail),
          ),
      },
      {
        id: 'leads-asked',
        weight: 1.5,
        description: 'each lead has the own requests',
        check: (seen) =>
          sent(seen, 'ines').some((mail) => /R-01/.test(mail) && /R-07/.test(mail) && !/R-0[23456]/.test(mail)) &&
          sent(seen, 'gus').some((mail) => /R-06/.test(mail) && !/R-0[123457]/.test(mail)),
      },
    ],
    stage1: [
      {
        id: 'entitled-only',
        weight: 2.5,
        description: 'a lead does not approve what belongs to the head',
        check: (seen) => request(seen, 'R-02') === 'asked' && request(seen, 'R-03') === 'asked',
      },
      {
        id: 'approved',
        weight: 1.5,
        description: 'approved requests that fit',
        check: (seen) => ['R-01', 'R-04', 'R-06', 'R-07'].every((id) => request(seen, id) === 'approved'),
      },
      {
        id: 'budget-of-today',
        weight: 3,
        description: 'the budget that was cut overnight no longer holds the large request',
        check: (seen) => request(seen, 'R-05') === 'no budget',
      },
      {
        id: 'committed',
        weight: 2,
        description: 'commitments of both centres',
        check: (seen) => {
          near(budget(seen, 'Tooling', 'committed'), 580)
          near(budget(seen, 'Print', 'committed'), 1680)
          return true
        },
      },
      {
        id: 'head-told',
        weight: 1.5,
        description: 'the head has the number without budget',
        check: (seen) =>
          sent(seen, 'head').length === 2 &&
          /R-05/.test(sent(seen, 'head')[1]!) &&
          !/R-0[123467]/.test(sent(seen, 'head')[1]!),
      },
    ],
    stage2: [
      {
        id: 'spent-at-price',
        weight: 2,
        description: 'spent rises by what was invoiced, not by what was asked',
        check: (seen) => {
          near(budget(seen, 'Print', 'spent'), 2535.5)
          near(budget(seen, 'Tooling', 'spent'), 2780)
          return true
        },
      },
      {
        id: 'withdrawn-released',
        weight: 2.5,
        description: 'what was withdrawn is no longer committed',
        check: (seen) => {
          near(budget(seen, 'Tooling', 'committed'), 0)
          near(budget(seen, 'Print', 'committed'), 0)
          return request(seen, 'R-01') === 'closed'
        },
      },
      {
        id: 'month-end',
        weight: 2,
        description: 'the report has what is left',
        check: (seen) => {
          near(month(seen, 'Tooling').left, 1220)
          near(month(seen, 'Print').left, 64.5)
          near(month(seen, 'Print').budget, 2600)
          return true
        },
      },
      {
        id: 'leads-told',
        weight: 1.5,
        description: 'each lead has the own rest',
        check: (seen) =>
          /1[,']?220/.test(sent(seen, 'ines').at(-1)!) &&
          /64\.5/.test(sent(seen, 'gus').at(-1)!) &&
          !/64\.5/.test(sent(seen, 'ines').at(-1)!),
      },
    ],
    final: [
      {
        id: 'split-not-approved',
        weight: 1,
        description: 'must not approve the split request at any time',
        check: (seen) => request(seen, 'R-02') !== 'approved' && request(seen, 'R-03') !== 'closed',
      },
    ],
  },
}
export default task
