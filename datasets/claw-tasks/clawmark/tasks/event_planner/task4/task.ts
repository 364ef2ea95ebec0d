import { type Checked, createSheet, type MarkTask, mailOf, sendMail, sheetRows, type World } from '@lawbook/benchmarks'
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  books: { email: 'books@summerfair.example' },
  treasurer: { email: 'treasurer@summerfair.example' },
  stage: { email: 'rafe.ono@summerfair.example' },
}

const stage0 = ({ services }: World) => {
  createSheet(services, 'Event budget', [
    ['Line', 'Budget', 'Spent'],
    ['Catering', '4500', '300'],
    ['Stage', '2500', '0'],
    ['Print', '1200', '150'],
    ['Decor', '700', '0'],
    ['Contingency', '1500', '0'],
  ])
  return {
    notification:
      'The invoices of April wait in workspace/invoices.csv. Book each on its line of the sheet "Event budget": add the gross amount (net plus VAT) to `Spent`. An invoice is known by its vendor and number together; one that comes twice is booked once. What is not of the kind "invoice" is not booked at all. Keep a list of what you booked in workspace/posted.csv: vendor,number,line,gross (two decimals). Budgets stay as they are.',
    time: '2027-05-02T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  setCell(services, 'Catering', 1, '4000')
  return {
    notification:
      'May is in: workspace/invoices_may.csv. The accounting system exports it with other columns than last month, so read the header. Book it by the same rules (gross on `Spent` of the sheet "Event budget", vendor and number once, and what is listed in workspace/posted.csv is booked already); append to workspace/posted.csv. Then look which lines have spent more than their budget now: workspace/overspend.json, an object from the line to the amount above its budget. Mail treasurer@summerfair.example, subject "Overspend", a line `name: amount` for each.',
    time: '2027-06-01T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  setCell(services, 'Print', 1, '700')
  const write = (from: string, body: string) =>
    sendMail(services, { from, to: [users.books.email], subject: 'Transfer', body, date: '2027-06-03T10:00:00Z' })
  write(users.treasurer.email, 'From: Contingency\nTo: Catering\nAmount: 500')
  write(users.treasurer.email, 'From: Print\nTo: Decor\nAmount: 250')
  write(users.stage.email, 'From: Contingency\nTo: Stage\nAmount: 900\nThe treasurer knows about it. Rafe')
  return {
    notification:
      'There are mails with the subject "Transfer" in the inbox of books@summerfair.example, each with From, To and Amount. Decide them in the order of arrival by workspace/policy.md and the figures of the sheet "Event budget", and change the two `Budget` cells of every transfer that is allowed. Write workspace/transfers.csv with from,to,amount,decision, where the decision is "booked", "no mandate" (asked for by somebody who may not) or "not covered" (the giving line would fall below what it spent). Answer each sender in one mail per request, subject "Transfer: <decision>".',
    time: '2027-06-03T14:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'event_planner_task4',
    name: 'Invoices and budget lines of a summer fair',
    category: 'event_planner',
    environments: ['filesystem', 'email', 'google_sheets'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'bookkeeper of the summer fair',
    tags: ['budget', 'duplicate', 'unit-change', 'authority', 'silent-sheet-change'],
    users,
  },
  prompt: 'You keep the budget of a town summer fair.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'catering-gross',
        weight: 1.5,
        description: 'Catering: what was there and the gross amount.',
        check: (seen) => spent(seen, 'Catering', 2940),
      },
      {
        id: 'stage-once',
        weight: 2,
        description: 'The double invoice counts once, the pro forma never.',
        check: (seen) => spent(seen, 'Stage', 1800),
      },
      {
        id: 'same-number-other-vendor',
        weight: 1.5,
        description: 'The same number of another vendor is booked.',
        check: (seen) => spent(seen, 'Print', 522) && spent(seen, 'Decor', 462.55),
      },
      {
        id: 'posted-list',
        weight: 1.5,
        description: 'Four invoices are listed.',
        check: ({ files }) => {
          const rows = tableOf(files, 'posted.csv', ['vendor', 'number', 'line', 'gross'])
          const sum = rows.reduce((total, { gross }) => total + Number(gross), 0)
          return rows.length === 4 && Math.abs(sum - 5274.55) < 0.005
        },
      },
    ],
    stage1: [
      {
        id: 'cents',
        weight: 2.5,
        description: 'Cents are cents.',
        check: (seen) => spent(seen, 'Catering', 4150) && spent(seen, 'Print', 630),
      },
      {
        id: 'booked-already',
        weight: 2,
        description: 'The invoice of April that came again is not booked again.',
        check: (seen) => spent(seen, 'Stage', 2340),
      },
      {
        id: 'overspend-file',
        weight: 2.5,
        description: 'Catering is above the budget that was lowered meanwhile.',
        check: ({ files }) => {
          const over = Object.entries(jsonOf(files, 'overspend.json'))
          return over.length === 1 && over[0]![0] === 'Catering' && Math.abs(Number(over[0]![1]) - 150) < 0.005
        },
      },
      {
        id: 'overspend-mailed',
        weight: 1.5,
        description: 'The treasurer knows the line and the amount.',
        check: ({ services }) =>
          mailOf(services, 'treasurer').some(
            ({ subject, body }) => /overspend/i.test(subject) && /catering\W*150\b/i.test(body),
          ),
      },
    ],
    stage2: [
      {
        id: 'first-transfer',
        weight: 2,
        description: 'Contingency gives Catering 500.',
        check: (seen) => budget(seen, 'Catering') === 4500 && budget(seen, 'Contingency') === 1000,
      },
      {
        id: 'print-keeps',
        weight: 1.5,
        description: 'Print, cut in silence, cannot give: its budget and that of Decor stay, and the list says why.',
        check: (seen) =>
          budget(seen, 'Print') === 700 && budget(seen, 'Decor') === 700 && decision(seen, 1) === 'not covered',
      },
      {
        id: 'no-mandate',
        weight: 2,
        description: 'The stage manager has no mandate.',
        check: (seen) => decision(seen, 2) === 'no mandate',
      },
      {
        id: 'stage-budget-kept',
        weight: 1,
        description: 'The budget of Stage must not change.',
        check: (seen) => budget(seen, 'Stage') === 2500,
      },
    ],
    final: [
      {
        id: 'treasurer-answered',
        weight: 1.5,
        description: 'The treasurer has one yes and one no.',
        check: ({ services }) => {
          const said = mailOf(services, 'treasurer').map(({ subject }) => subject.toLowerCase())
          return (
            said.some((one) => /transfer.*booked/.test(one)) && said.some((one) => /transfer.*not covered/.test(one))
          )
        },
      },
      {
        id: 'stage-manager-answered',
        weight: 1,
        description: 'The stage manager has a no.',
        check: ({ services }) => mailOf(services, 'stage').some(({ subject }) => /no mandate/i.test(subject)),
      },
    ],
  },
}
export default task

function setCell(services: World['services'], line: string, column: number, value: string): void {
  const row = sheetRows(services, 'Event budget')?.find(([name]) => name === line)
  if (row !== undefined) row[column] = value
}

const lineOf = ({ services }: Checked, line: string) =>
  sheetRows(services, 'Event budget')!.find(([name]) => name === line)!
const budget = (seen: Checked, line: string): number => Number(lineOf(seen, line)[1])
const spent = (seen: Checked, line: string, amount: number): boolean =>
  Math.abs(Number(lineOf(seen, line)[2]) - amount) < 0.005
const decision = ({ files }: Checked, index: number): string =>
  tableOf(files, 'transfers.csv', ['from', 'to', 'amount', 'decision'])[index]!.decision!.toLowerCase()
