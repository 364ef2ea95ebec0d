import {
  addEvent,
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
import { near, tableOf } from '../../../../kit/verify.ts'

const users = {
  buyer: { email: 'buyer@marrowfield.example' },
  finance: { email: 'finance@marrowfield.example' },
  warehouse: { email: 'warehouse@marrowfield.example' },
  ostrow: { email: 'accounts@ostrow.example' },
  quill: { email: 'accounts@quillpaper.example' },
  fennick: { email: 'info@fennick.example' },
}

const orders = [
  ['order', 'supplier', 'item', 'quantity', 'price', 'due', 'received', 'status'],
  ['5301', 'Ostrow Tools', 'press', '2', '4200.00', '2027-05-10', '', 'open'],
  ['5302', 'Quill Paper', 'label roll', '900', '2.10', '2027-05-11', '', 'open'],
  ['5303', 'Fennick Foils', 'foil', '40', '31.00', '2027-05-12', '', 'open'],
  ['5304', 'Ostrow Tools', 'guide rail', '10', '85.00', '2027-05-12', '', 'open'],
  ['5305', 'Fennick Foils', 'core tube', '100', '4.40', '2027-05-07', '2027-05-07', 'delivered'],
]

const order = ({ services }: Checked, number: string): string[] =>
  sheetRows(services, 'Orders')!.find((row) => row[0] === number)!
const dock = ({ services }: Checked, number: string): string =>
  eventsOf(services, 'Dock')
    .filter(({ summary }) => summary.includes(number))
    .map(({ dtstart, dtend }) => `${dtstart.slice(0, 16)} ${dtend.slice(11, 16)}`)
    .join()
const claim = ({ files }: Checked, number: string): Record<string, string> | undefined =>
  tableOf(files, 'claims.csv', ['order', 'days_late', 'claim']).find((row) => row.order === number)
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.buyer.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const rating = ({ services }: Checked, supplier: string): string =>
  String(rowsOf(services, 'Suppliers').find((row) => row.properties.Supplier === supplier)!.properties.Rating)

const task: MarkTask = {
  metadata: {
    id: 'procurement_task5',
    name: 'Late lorries and the dock',
    category: 'procurement',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Buyer at Marrowfield Works',
    tags: ['delivery-dates', 'penalties', 'calendar', 'silent-change'],
    users,
  },
  prompt: 'You buy for Marrowfield Works. Your mailbox is buyer@marrowfield.example.',
  stages: [
    ({ services }) => {
      createSheet(
        services,
        'Orders',
        orders.map((row) => [...row]),
      )
      const dock = createCalendar(services, 'Dock')
      for (const [summary, day, from, to] of [
        ['5301', '10', '08', '10'],
        ['5302', '11', '08', '09'],
        ['5303', '12', '08', '09'],
        ['5304', '12', '09', '10'],
        ['Lift inspection', '13', '08', '09'],
      ] as const)
        addEvent(dock, { summary, dtstart: `2027-05-${day}T${from}:00:00`, dtend: `2027-05-${day}T${to}:00:00` })
      const database = createDatabase(services, 'Suppliers', { Supplier: 'title', Mail: 'email', Rating: 'select' })
      addRow(database, { Supplier: 'Ostrow Tools', Mail: users.ostrow.email, Rating: 'reliable' })
      addRow(database, { Supplier: 'Quill Paper', Mail: users.quill.email, Rating: 'watch' })
      addRow(database, { Supplier: 'Fennick Foils', Mail: users.fennick.email, Rating: 'reliable' })
      const mail = (from: string, date: string, body: string): void =>
        sendMail(services, { from, to: [users.buyer.email], date, subject: 'Delivery', body })
      mail(users.ostrow.email, '2027-05-05T09:00:00Z', 'Order 5301 will arrive on 2027-05-13.')
      mail(users.quill.email, '2027-05-05T10:00:00Z', 'Order 5303 will arrive on 2027-05-21.')
      mail(users.ostrow.email, '2027-05-06T08:00:00Z', 'Order 5301 will arrive on 2027-05-14, not before. Sorry.')
      mail(users.fennick.email, '2027-05-06T09:00:00Z', 'Order 5303 will arrive on 2027-05-13.')
      return {
        time: '2027-05-06T12:00:00Z',
        notification:
          'Suppliers write that lorries will come later ("Order <number> will arrive on <day>"). A date counts when the sender is the supplier of that order: the sheet Orders names the supplier, the database Suppliers its Mail; the latest mail of a supplier on an order holds. Move the event of the order (its name is the number) in the calendar Dock to that day: same length, beginning at 08:00 or, when something stands there, at the next full hour at which the dock is free for the whole length. Due days in Orders stay. Mail warehouse@marrowfield.example, and nobody else, every order moved with its new day (YYYY-MM-DD) and hour (HH:MM).',
      }
    },
    ({ services }) => {
      const sheet = sheetRows(services, 'Orders')!
      const arrived: Record<string, string> = {
        '5301': '2027-05-18',
        '5302': '2027-05-13',
        '5303': '2027-05-13',
        '5304': '2027-05-27',
      }
      for (const row of sheet) {
        if (arrived[row[0]!] !== undefined) {
          row[6] = arrived[row[0]!]!
          row[7] = 'delivered'
        }
        if (row[0] === '5304') row[5] = '2027-05-19'
      }
      return {
        time: '2027-05-28T09:00:00Z',
        notification:
          'All five orders have arrived; the sheet Orders has the day in received, and due days as they were agreed in the end. Work out by `workspace/clause.md` what suppliers owe us for being late: a week begun counts whole, from the day after the due day. Write `workspace/claims.csv` with the columns order, days_late, claim (two decimals), one row an order for which something is owed, in the order of the sheet. Set status to "claimed" for these in Orders. Mail each supplier concerned (Mail in Suppliers) once: its orders and the claim for each. Who owes nothing hears nothing.',
      }
    },
    ({ services }) => {
      sendMail(services, {
        from: users.ostrow.email,
        to: [users.buyer.email],
        date: '2027-05-28T15:00:00Z',
        subject: 'Your claim',
        body: 'For order 5301 we had agreed by telephone on 2027-05-17 as the due day. Please drop the claim.',
      })
      sheetRows(services, 'Orders')!.find((row) => row[0] === '5302')![6] = '2027-05-11'
      return {
        time: '2027-05-31T09:00:00Z',
        notification:
          'Rate the suppliers. By the sheet Orders as it stands today (the warehouse has gone over the days of arrival), count for each supplier the delivered orders, claimed ones too, and how many of them came on or before the due day; `workspace/scores.md` makes a word of it. Put the word into Rating in Suppliers and write `workspace/ratings.csv` with the columns supplier, delivered, on_time, rating, in the order of Suppliers. Agreements by telephone are none: due days change only in the sheet. Answer the supplier who wrote about that, with number and due day (YYYY-MM-DD) of the order from the sheet.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'last-word-holds',
        weight: 2.5,
        description: 'the later of two mails on one order, with the length of the event',
        check: (seen) => dock(seen, '5301') === '2027-05-14T08:00 10:00',
      },
      {
        id: 'dock-free',
        weight: 2,
        description: 'the first free hour of a day on which the dock is taken at eight',
        check: (seen) => dock(seen, '5303') === '2027-05-13T09:00 10:00',
      },
      {
        id: 'others-stay',
        weight: 1,
        description: 'must not move deliveries that nobody put off',
        check: (seen) =>
          dock(seen, '5302') === '2027-05-11T08:00 09:00' && dock(seen, '5304') === '2027-05-12T09:00 10:00',
      },
      {
        id: 'warehouse-told',
        weight: 2,
        description: 'the warehouse has orders, days and hours',
        check: (seen) => {
          const mail = sent(seen, 'warehouse').join('\n')
          return (
            /5301/.test(mail) &&
            /05-14/.test(mail) &&
            /5303/.test(mail) &&
            /05-13/.test(mail) &&
            /\b0?8:00/.test(mail) &&
            /\b0?9:00/.test(mail) &&
            !/05-21/.test(mail)
          )
        },
      },
      {
        id: 'due-kept',
        weight: 1,
        description: 'must not change due days',
        check: (seen) => order(seen, '5301')[5] === '2027-05-10' && order(seen, '5303')[5] === '2027-05-12',
      },
    ],
    stage1: [
      {
        id: 'weeks-begun',
        weight: 2.5,
        description: 'eight days are two weeks begun',
        check: (seen) => {
          near(claim(seen, '5301')!.claim, 84)
          return Number(claim(seen, '5301')!.days_late) === 8
        },
      },
      {
        id: 'agreed-due',
        weight: 3,
        description: 'the due day that was agreed anew counts',
        check: (seen) => {
          near(claim(seen, '5304')!.claim, 8.5)
          return Number(claim(seen, '5304')!.days_late) === 8
        },
      },
      {
        id: 'small-delay-free',
        weight: 2,
        description: 'delays of two days and less cost nothing',
        check: (seen) =>
          tableOf(seen.files, 'claims.csv', ['order']).length === 2 &&
          claim(seen, '5302') === undefined &&
          claim(seen, '5303') === undefined,
      },
      {
        id: 'orders-claimed',
        weight: 1,
        description: 'both orders are marked, and only those',
        check: (seen) =>
          order(seen, '5301')[7] === 'claimed' &&
          order(seen, '5304')[7] === 'claimed' &&
          order(seen, '5303')[7] === 'delivered',
      },
      {
        id: 'supplier-told',
        weight: 2,
        description: 'the supplier has both claims in one mail, the others none',
        check: (seen) =>
          sent(seen, 'ostrow').length === 1 &&
          ['5301', '84', '5304', '8.5'].every((word) => sent(seen, 'ostrow')[0]!.includes(word)) &&
          sent(seen, 'quill').length === 0 &&
          sent(seen, 'fennick').length === 0,
      },
    ],
    stage2: [
      {
        id: 'rating-of-late',
        weight: 2,
        description: 'two late orders of two, whatever was said by telephone',
        check: (seen) => rating(seen, 'Ostrow Tools') === 'at risk',
      },
      {
        id: 'rating-corrected',
        weight: 3,
        description: 'the arrival that the warehouse corrected makes the supplier reliable',
        check: (seen) => rating(seen, 'Quill Paper') === 'reliable',
      },
      {
        id: 'rating-half',
        weight: 1.5,
        description: 'one of two on time',
        check: (seen) => rating(seen, 'Fennick Foils') === 'watch',
      },
      {
        id: 'ratings-listed',
        weight: 1.5,
        description: 'counts and words of each supplier, in order',
        check: ({ files }) =>
          tableOf(files, 'ratings.csv', ['supplier', 'delivered', 'on_time', 'rating'])
            .map((row) => `${row.supplier} ${Number(row.delivered)} ${Number(row.on_time)} ${row.rating}`)
            .join() === 'Ostrow Tools 2 0 at risk,Quill Paper 1 1 reliable,Fennick Foils 2 1 watch',
      },
      {
        id: 'telephone-answered',
        weight: 2,
        description: 'the supplier has the due day of the sheet',
        check: (seen) =>
          sent(seen, 'ostrow').length === 2 &&
          /5301/.test(sent(seen, 'ostrow')[1]!) &&
          /2027-05-10/.test(sent(seen, 'ostrow')[1]!),
      },
    ],
    final: [
      {
        id: 'due-not-talked-over',
        weight: 1,
        description: 'must not enter what was only said by telephone',
        check: (seen) => order(seen, '5301')[5] === '2027-05-10',
      },
    ],
  },
}
export default task
