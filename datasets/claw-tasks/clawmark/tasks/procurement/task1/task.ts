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
  workshop: { email: 'workshop@marrowfield.example' },
  head: { email: 'head.purchasing@marrowfield.example' },
  halden: { email: 'bids@halden.example' },
  norvik: { email: 'sales@norvik.example' },
  pemberly: { email: 'office@pemberly.example' },
}

const orders = [
  ['order', 'supplier', 'item', 'quantity', 'price', 'due', 'received', 'status'],
  ['5101', 'Ostrow Tools', 'vice', '12', '61.00', '2027-02-20', '12', 'closed'],
  ['5102', 'Quill Paper', 'label roll', '300', '2.10', '2027-03-19', '', 'open'],
]

const totals = ({ files }: Checked): Record<string, string>[] =>
  tableOf(files, 'comparison.csv', ['bidder', 'total_eur', 'weeks'])
/** "bidder weeks" of each row. */
const ranked = (seen: Checked): string =>
  totals(seen)
    .map(({ bidder, weeks }) => `${bidder} ${Number.parseFloat(weeks!)}`)
    .join()
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.buyer.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
const says = (mail: string, figure: number): boolean =>
  (mail.replace(/(?<=\d)[,'](?=\d{3}\b)/g, '').match(/\d+(\.\d+)?/g) ?? []).some((text) => Number(text) === figure)
const bid = ({ services }: Checked, bidder: string, property: string): string =>
  String(rowsOf(services, 'Tenders').find((row) => row.properties.Bidder === bidder)!.properties[property] ?? '')
/** A price or a total, not a date such as 12.03.2027. */
const money = /9[,' ]?734|9[,' ]?758|9[,' ]?831|EUR|GBP|CHF|(?<![\d.])\d+[.,]\d\d(?![\d.]\d|\d)/
const newOrders = ({ services }: Checked): string[][] =>
  (sheetRows(services, 'Orders') ?? []).filter((row) => /stool/i.test(row[2] ?? ''))

const task: MarkTask = {
  metadata: {
    id: 'procurement_task1',
    name: 'Four hundred stools, three bidders',
    category: 'procurement',
    environments: ['filesystem', 'email', 'notion', 'google_sheets'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Buyer at Marrowfield Works',
    tags: ['quotes', 'currencies', 'replaced-quote', 'deadline', 'silent-change'],
    users,
  },
  prompt: 'You buy for Marrowfield Works. Your mailbox is buyer@marrowfield.example.',
  stages: [
    ({ services }) => {
      const tenders = createDatabase(services, 'Tenders', { Bidder: 'title', Total: 'number', Standing: 'select' })
      for (const Bidder of ['Halden Seating', 'Norvik', 'Pemberly & Co'])
        addRow(tenders, { Bidder, Total: null, Standing: 'open' })
      createSheet(
        services,
        'Orders',
        orders.map((row) => [...row]),
      )
      return {
        time: '2027-03-05T09:00:00Z',
        notification:
          'Quotes for the stools are in. `workspace/request.md` says what we want, the files in `workspace/quotes/` are the bids (where a bidder sent several, the one with the latest date holds), `workspace/rates.csv` has the value of each currency in EUR. Mind what a price is for: one piece or a hundred. Write `workspace/comparison.csv` with the columns bidder, total_eur, weeks, one row a bidder, cheapest first; the total is goods and freight for the whole quantity in EUR, two decimals. Mail workshop@marrowfield.example the cheapest bidder and its total. Nothing goes to bidders or into the database yet.',
      }
    },
    ({ services, files }) => {
      files.set('rates.csv', new TextEncoder().encode('currency,eur\nEUR,1.00\nGBP,1.19\nCHF,1.09\n'))
      const mail = (from: string, date: string, body: string): void =>
        sendMail(services, { from, to: [users.buyer.email], date, subject: 'RQ-88', body })
      mail(
        users.pemberly.email,
        '2027-03-08T09:30:00Z',
        'We forgot: pallets cost 0.90 GBP per piece on top of the price.',
      )
      mail(users.halden.email, '2027-03-09T15:00:00Z', 'We grant you 5 % off the price of the goods.')
      mail(
        'sales@norvik-trading.example',
        '2027-03-09T16:00:00Z',
        'Norvik here: we grant you 15 % off the price of the goods.',
      )
      mail(users.halden.email, '2027-03-10T14:05:00Z', 'One more word: we grant you 12 % off the price of the goods.')
      return {
        time: '2027-03-11T09:00:00Z',
        notification:
          'Bidding is closed. Some bidders changed their bids by mail ("... % off the price of the goods", or an amount "per piece on top of the price"). By `workspace/request.md` a change counts only from the contact address of the quote and only when it was sent in time. Work out the totals again, with `workspace/rates.csv` as it is today, and write `workspace/comparison.csv` anew in the same shape. Enter each Total into the database Tenders and set Standing: "proposed" for the cheapest, "second", "third". Mail head.purchasing@marrowfield.example the bidder you propose and its total.',
      }
    },
    ({ services }) => {
      const sheet = sheetRows(services, 'Orders')!
      sheet.push(['5103', 'Ostrow Tools', 'bench lamp', '30', '18.40', '2027-04-02', '', 'open'])
      sendMail(services, {
        from: users.head.email,
        to: [users.buyer.email],
        date: '2027-03-11T17:00:00Z',
        subject: 'Re: RQ-88',
        body: 'Agreed, award it as proposed.',
      })
      return {
        time: '2027-03-12T09:00:00Z',
        notification:
          'Your head has agreed, see your mailbox. Place the order with whoever is "proposed" in Tenders: add a row to the sheet Orders with the next number after the highest that is there now, supplier, item "workshop stool", quantity, price (Total divided by the quantity, two decimals), due (today plus the weeks of delivery in `workspace/comparison.csv`, YYYY-MM-DD), received empty, status "open". Mail the bidder that number, the quantity and the total. Set Standing to "awarded" and "declined". Write to each of the others, too, that the order went elsewhere: no price, no total and no name of another bidder. Addresses are in the quotes.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'totals-in-euro',
        weight: 2,
        description: 'totals of both foreign bids in EUR with freight',
        check: (seen) => {
          near(totals(seen).find(({ bidder }) => bidder === 'Pemberly & Co')!.total_eur, 9172.8, 0.02)
          near(totals(seen).find(({ bidder }) => bidder === 'Halden Seating')!.total_eur, 10230, 0.02)
          return true
        },
      },
      {
        id: 'latest-quote',
        weight: 2.5,
        description: 'the replaced quote is out, and its price is for a hundred',
        check: (seen) => {
          near(totals(seen).find(({ bidder }) => bidder === 'Norvik')!.total_eur, 9471, 0.02)
          return true
        },
      },
      {
        id: 'cheapest-first',
        weight: 1,
        description: 'three rows with their weeks, cheapest first',
        check: (seen) => ranked(seen) === 'Pemberly & Co 5,Norvik 6,Halden Seating 4',
      },
      {
        id: 'workshop-told',
        weight: 1.5,
        description: 'the workshop knows the cheapest bidder and total',
        check: (seen) => sent(seen, 'workshop').some((mail) => mail.includes('Pemberly') && says(mail, 9172.8)),
      },
    ],
    stage1: [
      {
        id: 'rates-of-today',
        weight: 2.5,
        description: 'rates that changed meanwhile were read again',
        check: (seen) => {
          near(totals(seen).find(({ bidder }) => bidder === 'Norvik')!.total_eur, 9831.8, 0.02)
          return true
        },
      },
      {
        id: 'late-change-out',
        weight: 2,
        description: 'the rebate sent in time counts, the later one does not',
        check: (seen) => {
          near(totals(seen).find(({ bidder }) => bidder === 'Halden Seating')!.total_eur, 9734, 0.02)
          return true
        },
      },
      {
        id: 'pallets-in',
        weight: 1.5,
        description: 'the charge per piece is part of the total',
        check: (seen) => {
          near(totals(seen).find(({ bidder }) => bidder === 'Pemberly & Co')!.total_eur, 9758, 0.02)
          return true
        },
      },
      {
        id: 'tenders-ranked',
        weight: 2,
        description: 'the database has totals and standings, the file the same order',
        check: (seen) => {
          near(bid(seen, 'Halden Seating', 'Total'), 9734, 0.02)
          near(bid(seen, 'Pemberly & Co', 'Total'), 9758, 0.02)
          near(bid(seen, 'Norvik', 'Total'), 9831.8, 0.02)
          return (
            ranked(seen) === 'Halden Seating 4,Pemberly & Co 5,Norvik 6' &&
            bid(seen, 'Halden Seating', 'Standing') === 'proposed' &&
            bid(seen, 'Pemberly & Co', 'Standing') === 'second' &&
            bid(seen, 'Norvik', 'Standing') === 'third'
          )
        },
      },
      {
        id: 'proposal-sent',
        weight: 1.5,
        description: 'the head has the proposal with its total',
        check: (seen) => sent(seen, 'head').some((mail) => mail.includes('Halden') && says(mail, 9734)),
      },
      {
        id: 'bidders-left-alone',
        weight: 1,
        description: 'must not write to bidders before the award',
        check: (seen) => ['halden', 'norvik', 'pemberly'].every((user) => sent(seen, user).length === 0),
      },
    ],
    stage2: [
      {
        id: 'next-number',
        weight: 2.5,
        description: 'one new order under a number that nobody took meanwhile',
        check: (seen) => newOrders(seen).length === 1 && newOrders(seen)[0]![0] === '5104',
      },
      {
        id: 'order-terms',
        weight: 2,
        description: 'supplier, quantity, price a piece and due day',
        check: (seen) => {
          const [row] = newOrders(seen)
          near(row![4], 24.335, 0.006)
          return (
            row![1] === 'Halden Seating' && Number(row![3]) === 400 && row![5] === '2027-04-09' && row![7] === 'open'
          )
        },
      },
      {
        id: 'winner-told',
        weight: 2,
        description: 'the winner has number, quantity and total',
        check: (seen) => sent(seen, 'halden').some((mail) => says(mail, 5104) && says(mail, 400) && says(mail, 9734)),
      },
      {
        id: 'others-declined',
        weight: 1.5,
        description: 'both others had one mail each, without figures or names of rivals',
        check: (seen) =>
          [
            ['norvik', /Halden|Pemberly/],
            ['pemberly', /Halden|Norvik/],
          ].every(([user, rivals]) => {
            const mails = sent(seen, user as string)
            return mails.length === 1 && !(rivals as RegExp).test(mails[0]!) && !money.test(mails[0]!)
          }),
      },
      {
        id: 'standings-closed',
        weight: 1,
        description: 'awarded and declined',
        check: (seen) =>
          bid(seen, 'Halden Seating', 'Standing') === 'awarded' &&
          bid(seen, 'Norvik', 'Standing') === 'declined' &&
          bid(seen, 'Pemberly & Co', 'Standing') === 'declined',
      },
    ],
    final: [
      {
        id: 'old-orders-kept',
        weight: 1,
        description: 'must not change orders of others',
        check: ({ services }) =>
          sheetRows(services, 'Orders')!.some((row) => row[0] === '5103' && row[1] === 'Ostrow Tools'),
      },
    ],
  },
}
export default task
