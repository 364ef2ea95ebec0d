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
  type World,
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  charges: { email: 'charges@ashgrove.example' },
  u41: { email: 'pia.norr@mailbox.example' },
  u42: { email: 'sam.tull@mailbox.example' },
  u43: { email: 'iva.kole@mailbox.example' },
  neighbour: { email: 'busy@birchgrove.example' },
}

const stage0 = ({ services }: World) => {
  const units = createDatabase(services, 'Units', {
    Unit: 'title',
    Email: 'rich_text',
    Area: 'rich_text',
    Persons: 'number',
    'Months let': 'number',
  })
  addRow(units, { Unit: 'U-41', Email: users.u41.email, Area: '60 m2', Persons: 2, 'Months let': 6 })
  addRow(units, { Unit: 'U-42', Email: users.u42.email, Area: '861 sqft', Persons: 1, 'Months let': 12 })
  addRow(units, { Unit: 'U-43', Email: users.u43.email, Area: '60 m2', Persons: 2, 'Months let': 12 })
  return {
    notification:
      'Share out the running costs of 2026. workspace/costs.csv says by which key each receipt is shared: "area", "persons" or "unit" (equal parts); "owner" is not for the tenants. A receipt that was entered twice counts once; credit notes are negative. The units, their areas and persons are in the Notion database "Units". One area is in square feet: one sqft is 0.0929 m2, and areas are rounded to whole m2. Write workspace/charges.csv with unit,by_area,by_persons,by_unit,total for a whole year (two decimals), in order of unit. Months and prepayments come next week.',
    time: '2027-04-02T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const unit = rowsOf(services, 'Units').find(({ properties }) => properties.Unit === 'U-43')
  if (unit !== undefined) unit.properties.Persons = 3
  createSheet(services, 'Prepayments', [
    ['Unit', 'Amount', 'Every'],
    ['U-41', '70', 'month'],
    ['U-42', '180', 'quarter'],
    ['U-43', '65', 'month'],
  ])
  return {
    notification:
      'Now the statements. Work the shares of workspace/costs.csv out for the Notion database "Units" as it stands today (last week\'s keys and rules) and write workspace/charges.csv anew. A tenant bears the total times `Months let` out of twelve. The sheet "Prepayments" has what each paid in advance, by month or by quarter, for the months let. Write workspace/statements.csv with unit,charge,prepaid,balance (prepaid less charge, so that a credit is positive; two decimals), and mail each tenant at the `Email` of the unit, subject "Statement 2026", the line `balance: amount` of their own unit only.',
    time: '2027-04-09T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const iva = sheetRows(services, 'Prepayments')?.find(([unit]) => unit === 'U-43')
  if (iva !== undefined) iva[1] = '60'
  createCalendar(services, 'Deadlines')
  const write = (from: string, body: string) =>
    sendMail(services, { from, to: [users.charges.email], subject: 'Objection', body, date: '2027-05-08T10:00:00Z' })
  write(users.u42.email, 'Receipt: R-6\nThis insurance is not for our house. Sam Tull')
  write(users.u43.email, 'Receipt: R-2\nI never use the lift. Iva Kole')
  write(users.neighbour.email, 'Receipt: R-1\nFar too much! A concerned neighbour')
  return {
    notification:
      'Three objections ("Objection" in the inbox of charges@ashgrove.example) name a receipt. Only a tenant, by the `Email` in the Notion database "Units", can object; an objection is "accepted" if workspace/receipts.csv has the receipt for another house than Ashgrove, otherwise "rejected", or "not entitled". Write workspace/objections.csv (receipt,sender,decision). Leave accepted receipts out of the costs and write workspace/statements.csv anew by the known rules ("Units", sheet "Prepayments", workspace/costs.csv). For every unit with a credit put "Pay <unit> <balance>" into the calendar "Deadlines", 9 June 2027, 09:00 to 09:30. Mail each objecting tenant, and nobody else, subject "Your objection", `decision: word` and the new `balance: amount`.',
    time: '2027-05-10T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'property_manager_task5',
    name: 'Service charges: shares, statements, objections',
    category: 'property_manager',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'accountant for service charges',
    tags: ['service-charges', 'unit-change', 'duplicate', 'authority', 'silent-row-change', 'silent-sheet-change'],
    users,
  },
  prompt: 'You share out the running costs of the house Ashgrove.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'by-area',
        weight: 2,
        description: 'Square feet made square metres, the credit note taken off, the roof left out.',
        check: (seen) => column(seen, 'by_area') === '420 560 420',
      },
      {
        id: 'by-persons',
        weight: 2,
        description: 'The water bill counts once.',
        check: (seen) => column(seen, 'by_persons') === '240 120 240',
      },
      {
        id: 'by-unit',
        weight: 1,
        description: 'The lift in equal parts.',
        check: (seen) => column(seen, 'by_unit') === '100 100 100',
      },
      {
        id: 'totals',
        weight: 1,
        description: 'The totals of the year.',
        check: (seen) => column(seen, 'total') === '760 780 760',
      },
    ],
    stage1: [
      {
        id: 'charges-anew',
        weight: 2.5,
        description: 'Three people live in U-43 by now.',
        check: (seen) => column(seen, 'total') === '720 760 820',
      },
      {
        id: 'half-year',
        weight: 2,
        description: 'Six months of charge and of prepayments.',
        check: (seen) => statement(seen, 'U-41') === '360 420 60',
      },
      {
        id: 'quarters',
        weight: 2,
        description: 'Four quarters are a year.',
        check: (seen) => statement(seen, 'U-42') === '760 720 -40',
      },
      {
        id: 'statements-mailed',
        weight: 1.5,
        description: 'Each tenant has the own balance.',
        check: (seen) =>
          balances(mailsTo(seen, 'u41')).includes(60) &&
          balances(mailsTo(seen, 'u42')).includes(-40) &&
          balances(mailsTo(seen, 'u43')).includes(-40),
      },
      {
        id: 'own-unit-only',
        weight: 1,
        description: 'Nobody must read of another unit.',
        check: (seen) =>
          !/U-4[23]/.test(mailsTo(seen, 'u41')) &&
          !/U-4[13]/.test(mailsTo(seen, 'u42')) &&
          !/U-4[12]/.test(mailsTo(seen, 'u43')),
      },
    ],
    stage2: [
      {
        id: 'decisions',
        weight: 2.5,
        description: 'One accepted, one rejected, one from somebody who may not object, each with its sender.',
        check: ({ files }) =>
          tableOf(files, 'objections.csv', ['receipt', 'sender', 'decision'])
            .map(({ receipt, sender, decision }) =>
              `${receipt} ${/[^\s<]+@[^\s>]+/.exec(sender!)} ${decision}`.toLowerCase(),
            )
            .sort()
            .join() ===
          [
            `r-1 ${users.neighbour.email} not entitled`,
            `r-2 ${users.u43.email} rejected`,
            `r-6 ${users.u42.email} accepted`,
          ].join(),
      },
      {
        id: 'new-statements',
        weight: 2,
        description: 'Without the insurance.',
        check: (seen) => statement(seen, 'U-41') === '300 420 120' && statement(seen, 'U-42') === '600 720 120',
      },
      {
        id: 'corrected-prepayment',
        weight: 2.5,
        description: 'The prepayment of U-43 was corrected in the sheet.',
        check: (seen) => statement(seen, 'U-43') === '700 720 20',
      },
      {
        id: 'deadlines',
        weight: 1.5,
        description: 'Three credits, three payments.',
        check: ({ services }) =>
          eventsOf(services, 'Deadlines')
            .filter(({ dtstart }) => /^2027-06-09[T ]09:00/.test(dtstart))
            .map(({ summary }) => summary.replace(/\.00$/, ''))
            .sort()
            .join() === 'Pay U-41 120,Pay U-42 120,Pay U-43 20',
      },
    ],
    final: [
      {
        id: 'objectors-told',
        weight: 1.5,
        description: 'Both tenants know decision and balance.',
        check: (seen) =>
          /decision\W*accepted/i.test(mailsTo(seen, 'u42')) &&
          balances(mailsTo(seen, 'u42')).includes(120) &&
          /decision\W*rejected/i.test(mailsTo(seen, 'u43')) &&
          balances(mailsTo(seen, 'u43')).includes(20),
      },
      {
        id: 'neighbour-learns-nothing',
        weight: 1,
        description: 'The neighbour must not get a mail.',
        check: (seen) => mailsTo(seen, 'neighbour') === '',
      },
    ],
  },
}
export default task

const column = ({ files }: Checked, name: string): string =>
  tableOf(files, 'charges.csv', ['unit', 'by_area', 'by_persons', 'by_unit', 'total'])
    .map((row) => Number(row[name]))
    .join(' ')

const statement = ({ files }: Checked, unit: string): string => {
  const rows = tableOf(files, 'statements.csv', ['unit', 'charge', 'prepaid', 'balance'])
  const row = rows.find((one) => one.unit === unit)!
  return [row.charge, row.prepaid, row.balance].map(Number).join(' ')
}

/** The amounts that stand after "balance:". */
const balances = (mails: string): number[] =>
  [...mails.matchAll(/balance\W*?:([^\d\n]*)(\d+(?:[.,]\d+)?)/gi)].map(
    ([, before, amount]) => Number(amount!.replace(',', '.')) * (/[-\u2013\u2212]/.test(before!) ? -1 : 1),
  )

const mailsTo = ({ services }: Checked, owner: string): string =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('charges@ashgrove'))
    .map(({ subject, body }) => `${subject}\n${body}`)
    .join('\n')
