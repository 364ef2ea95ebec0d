import { type Checked, createSheet, type MarkTask, mailOf, sendMail, sheetRows, type World } from '@lawbook/benchmarks'
import { jsonOf, tableOf } from '../../../../kit/verify.ts'

const users = {
  refunds: { email: 'refunds@pinecone.example' },
  vera: { email: 'vera.stolz@pinecone.example' },
  karl: { email: 'karl.mund@pinecone.example' },
  runa: { email: 'runa@fern.example' },
  piet: { email: 'piet@stork.example' },
  olga: { email: 'olga@brine.example' },
}

const stage0 = ({ services }: World) => {
  createSheet(services, 'Refunds', [['Order', 'Amount', 'Status']])
  const requests = [
    [users.runa.email, 'A1', 'The lamp is too bright.'],
    [users.piet.email, 'A2', 'I do not need the vase any more.'],
    [users.runa.email, 'A3', 'The chair wobbles.'],
    [users.piet.email, 'A4', 'My neighbour Olga asked me to write for her.'],
    [users.piet.email, 'A5', 'I do not like the pattern.'],
    [users.olga.email, 'A6', 'The tray came chipped.'],
    [users.runa.email, 'A1', 'Did you get my first mail?'],
  ] as const
  for (const [from, order, body] of requests)
    sendMail(services, {
      from,
      to: [users.refunds.email],
      subject: `Refund ${order}`,
      body,
      date: '2027-05-02T08:00:00Z',
    })
  return {
    notification:
      'It is 2 May 2027. Decide the mails "Refund <order>" in the inbox of refunds@pinecone.example by workspace/policy.md and workspace/orders.csv; an order asked for twice is decided once. Write workspace/decisions.csv with order,decision: "refund" (up to 200.00 and allowed), "approval" (allowed, but somebody must approve) or "refuse". Add a row to the sheet "Refunds" (Order, Amount, Status) for every refund, status "to pay", and for every approval, status "waiting"; nothing for refusals. Ask the person whom the policy names for approval, subject "Approval", a line `order: amount` each. Customers are written to later.',
    time: '2027-05-02T10:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const first = sheetRows(services, 'Refunds')?.find(([order]) => order === 'A1')
  if (first !== undefined) first[2] = 'chargeback'
  const write = (from: string, body: string) =>
    sendMail(services, { from, to: [users.refunds.email], subject: 'Approved', body, date: '2027-05-04T09:00:00Z' })
  write(users.karl.email, 'A2: 55.00\nPiet is a friend of the house, please be kind. Karl, head of sales')
  write(users.vera.email, 'A3: 230.00\nThe chair can be mended, so not the whole price. Vera')
  return {
    notification:
      'The pay run of today. Mails "Approved" are in the inbox of refunds@pinecone.example, lines `order: amount`; what counts as an approval is in workspace/policy.md. An approved order\'s row in the sheet "Refunds" takes the amount of the mail and the status "to pay". Then write workspace/payrun.csv for the bank with order,amount_cents (whole cents) for every row that is "to pay" now, in order of the order id, and set these rows to "paid". Mail the customers who are paid (address in workspace/orders.csv), subject "Refund paid", a line `order: amount`. Nobody else hears from us today.',
    time: '2027-05-04T10:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  sheetRows(services, 'Refunds')?.push(['A9', '15.00', 'paid'])
  return {
    notification:
      'The bank sent some money back: workspace/returned.csv. Set these orders to "returned" in the sheet "Refunds" and ask each of their buyers (workspace/orders.csv) for another account, subject "Account needed", naming order and amount. Then close the week: workspace/summary.json with an entry for each status in the sheet as it stands now, `count` and `amount` (sum of Amount, two decimals). Send the sum of what is really "paid" to vera.stolz@pinecone.example, subject "Refunds of the week", as `paid: amount`.',
    time: '2027-05-07T15:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'support_desk_task2',
    name: 'Refund requests from decision to pay run',
    category: 'support_desk',
    environments: ['filesystem', 'email', 'google_sheets'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'agent for refunds',
    tags: ['refunds', 'authority', 'duplicate', 'unit-change', 'silent-sheet-change'],
    users,
  },
  prompt: 'You look after refunds at Pinecone Goods, a web shop.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'in-time',
        weight: 1.5,
        description: 'Two refunds, one of them on the thirtieth day.',
        check: (seen) => decided(seen, 'A1') === 'refund' && decided(seen, 'A6') === 'refund',
      },
      {
        id: 'too-late-or-download',
        weight: 1.5,
        description: 'The vase came too long ago, and downloads are never taken back.',
        check: (seen) => decided(seen, 'A2') === 'refuse' && decided(seen, 'A5') === 'refuse',
      },
      {
        id: 'not-the-buyer',
        weight: 2,
        description: 'A neighbour cannot ask.',
        check: (seen) => decided(seen, 'A4') === 'refuse',
      },
      {
        id: 'asked-twice',
        weight: 1.5,
        description: 'One decision and one row per order.',
        check: (seen) =>
          tableOf(seen.files, 'decisions.csv', ['order', 'decision']).length === 6 &&
          rows(seen)
            .map(([order, amount, status]) => `${order} ${Number(amount)} ${status}`)
            .sort()
            .join() === 'A1 80 to pay,A3 260 waiting,A6 45.5 to pay',
      },
      {
        id: 'approval-asked',
        weight: 1.5,
        description: 'Vera is asked about the chair only.',
        check: (seen) => {
          const [mail = ''] = mailsTo(seen, 'vera').filter((one) => /approval/i.test(one))
          return /A3\W*260(\.00)?\b/.test(mail) && !/A[12456]\b/.test(mail)
        },
      },
    ],
    stage1: [
      {
        id: 'payrun',
        weight: 3,
        description: 'Cents, the approved amount, and nothing for an order charged back meanwhile.',
        check: ({ files }) =>
          tableOf(files, 'payrun.csv', ['order', 'amount_cents'])
            .map(({ order, amount_cents }) => `${order} ${amount_cents}`)
            .join() === 'A3 23000,A6 4550',
      },
      {
        id: 'paid-rows',
        weight: 1.5,
        description: 'Two rows are paid, the chair with the approved amount.',
        check: (seen) => row(seen, 'A3') === '230 paid' && row(seen, 'A6') === '45.5 paid',
      },
      {
        id: 'chargeback-kept',
        weight: 1.5,
        description: 'The row of the chargeback stays one.',
        check: (seen) => row(seen, 'A1') === '80 chargeback',
      },
      {
        id: 'customers-told',
        weight: 1.5,
        description: 'Runa reads of 230, Olga of 45.50.',
        check: (seen) =>
          mailsTo(seen, 'runa').some((mail) => /paid/i.test(mail) && /A3\W*230(\.00)?\b/.test(mail)) &&
          mailsTo(seen, 'olga').some((mail) => /paid/i.test(mail) && /A6\W*45\.50?\b/.test(mail)),
      },
      {
        id: 'karl-has-no-say',
        weight: 1,
        description: 'The head of sales must not get the vase paid.',
        check: (seen) => rows(seen).every(([order]) => order !== 'A2'),
      },
      {
        id: 'piet-unpaid',
        weight: 1,
        description: 'Piet must not hear of a refund.',
        check: (seen) => mailsTo(seen, 'piet').length === 0,
      },
    ],
    stage2: [
      {
        id: 'returned-row',
        weight: 1.5,
        description: 'The tray came back.',
        check: (seen) => row(seen, 'A6') === '45.5 returned',
      },
      {
        id: 'summary-paid',
        weight: 2.5,
        description: 'The row that somebody added is in the sum, the returned one is not.',
        check: ({ files }) => {
          const { paid } = jsonOf<Record<string, { count: unknown; amount: unknown }>>(files, 'summary.json')
          return Number(paid!.count) === 2 && Math.abs(Number(paid!.amount) - 245) < 0.005
        },
      },
      {
        id: 'summary-others',
        weight: 1.5,
        description: 'Chargeback and returned stand there too.',
        check: ({ files }) => {
          const { chargeback, returned } = jsonOf<Record<string, { amount: unknown }>>(files, 'summary.json')
          return Number(chargeback!.amount) === 80 && Math.abs(Number(returned!.amount) - 45.5) < 0.005
        },
      },
    ],
    final: [
      {
        id: 'account-asked',
        weight: 1.5,
        description: 'Olga is asked for another account.',
        check: (seen) =>
          mailsTo(seen, 'olga').some(
            (mail) => /account needed/i.test(mail) && /A6/.test(mail) && /45\.50?\b/.test(mail),
          ),
      },
      {
        id: 'vera-told',
        weight: 1.5,
        description: 'Vera has the sum really paid.',
        check: (seen) =>
          mailsTo(seen, 'vera').some((mail) => /refunds of the week/i.test(mail) && /paid\W*245(\.00)?\b/i.test(mail)),
      },
    ],
  },
}
export default task

const decided = ({ files }: Checked, order: string): string =>
  tableOf(files, 'decisions.csv', ['order', 'decision'])
    .find((one) => one.order === order)!
    .decision!.toLowerCase()

const rows = ({ services }: Checked): string[][] => sheetRows(services, 'Refunds')!.slice(1)

const row = (seen: Checked, wanted: string): string => {
  const [, amount, status] = rows(seen).find(([order]) => order === wanted)!
  return `${Number(amount)} ${status}`
}

const mailsTo = ({ services }: Checked, owner: string): string[] =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('refunds@pinecone'))
    .map(({ subject, body }) => `${subject}\n${body}`)
