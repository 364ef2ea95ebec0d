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
  type World,
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  house: { email: 'house@ashgrove.example' },
  first: { email: 'marta.sol@mailbox.example' },
  jori: { email: 'jori@falk.example' },
  agnes: { email: 'agnes@wirth.example' },
  passer: { email: 'curious@passerby.example' },
  volk: { email: 'volk@pipes.example' },
  ponto: { email: 'office@ponto.example' },
  spark: { email: 'hello@sparkwell.example' },
  nadir: { email: 'service@nadir.example' },
}

const stage0 = ({ services }: World) => {
  const leases = createDatabase(services, 'Leases', { Unit: 'title', Tenant: 'rich_text', Email: 'rich_text' })
  addRow(leases, { Unit: 'U-11', Tenant: 'Marta Sol', Email: users.first.email })
  addRow(leases, { Unit: 'U-13', Tenant: 'Jori Falk', Email: users.jori.email })
  addRow(leases, { Unit: 'U-14', Tenant: 'Agnes Wirth', Email: users.agnes.email })
  createDatabase(services, 'Work orders', {
    Order: 'title',
    Unit: 'rich_text',
    Trade: 'select',
    Priority: 'select',
    Contractor: 'rich_text',
    Status: 'select',
  })
  const write = (from: string, body: string) =>
    sendMail(services, { from, to: [users.house.email], subject: 'Repair', body, date: '2027-09-06T07:00:00Z' })
  write(users.first.email, 'There is a leak under the kitchen sink, the lamp there is wet too.')
  write(users.jori.email, 'One socket in the hall gives no power.')
  write(users.passer.email, 'From the street I can smell gas at number 9!')
  write(users.agnes.email, 'The radiator in the bedroom stays cold.')
  write(users.first.email, 'The leak is getting worse, please hurry.')
  return {
    notification:
      'Tenants have reported damage: mails "Repair" in the inbox of house@ashgrove.example. Open a row in the Notion database "Work orders" for each, in order of arrival: Order (W1, W2, ...), Unit (of the sender\'s row in "Leases"), Trade and Priority of the first row of workspace/trades.csv whose word stands in the mail, Status "new", no contractor yet. A second mail of a unit about a trade that already has an order opens none. Who is no tenant gets no order: answer with the subject "Not our tenant". Tenants get a mail "Received" with a line `order: id` for each order opened.',
    time: '2027-09-06T08:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  createSheet(services, 'Contractors', [
    ['Name', 'Email', 'Trade', 'Call-out', 'Rate per hour', 'Insured until'],
    ['Ponto Plumbing', users.ponto.email, 'plumbing', '40', '48', '2027-08-31'],
    ['Volk Pipes', users.volk.email, 'plumbing', '25', '60', '2028-01-31'],
    ['Sparkwell', users.spark.email, 'electric', '40', '60', '2027-12-31'],
    ['Nadir Heating', users.nadir.email, 'heating', '60', '70', '2027-10-15'],
  ])
  const works = createCalendar(services, 'Works')
  addEvent(works, { summary: 'Lift inspection', dtstart: '2027-09-07T09:00:00', dtend: '2027-09-07T11:00:00' })
  const radiator = rowsOf(services, 'Work orders').find(({ properties }) => properties.Unit === 'U-14')
  if (radiator !== undefined) radiator.properties.Priority = 'today'
  return {
    notification:
      'Give out the work orders that are "new" in the Notion database "Work orders". For each take, from the sheet "Contractors", the cheapest of its trade for two hours of work (call-out plus rate), leaving out whoever is not insured on 7 September 2027. Appointments are on that day in the calendar "Works", two hours from 09:00, 11:00, 13:00 or 15:00; one thing at a time in the house. Orders with the priority "today" choose first, then "week", then "month"; of equals the lower number. The event is "<order> <contractor>". Set Contractor and Status "ordered", and mail the contractor, subject "Work order", the lines `order: id`, `unit: id` and `start: time`.',
    time: '2027-09-06T12:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const pipes = eventsOf(services, 'Works').find(({ summary }) => summary.startsWith('W1'))
  if (pipes !== undefined) pipes.dtend = '2027-09-07T13:30:00'
  const nadir = sheetRows(services, 'Contractors')?.find(([name]) => name === 'Nadir Heating')
  if (nadir !== undefined) nadir[4] = '80'
  return {
    notification:
      'The invoices for the repairs are in workspace/invoices.csv. An invoice is right if its minutes are not more than its event in the calendar "Works" lasted, and its total is the call-out plus the rate for those minutes, both from the sheet "Contractors" (to the cent). One that came twice is looked at once. Write workspace/checked.csv with order,contractor,right_total,verdict: "pay", "too long" (more minutes than the event) or "wrong total"; right_total is what the minutes that count would cost, at most those of the event. Set the order in "Work orders" to "paid" or "disputed", and mail the contractor of a disputed one, subject "Invoice", `right total: amount`.',
    time: '2027-09-10T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'property_manager_task2',
    name: 'Repairs: orders, appointments, invoices',
    category: 'property_manager',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'caretaker of repairs',
    tags: ['repairs', 'duplicate', 'silent-row-change', 'silent-event-change', 'silent-sheet-change'],
    users,
  },
  prompt: 'You look after repairs in the house Ashgrove.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'three-orders',
        weight: 2,
        description: 'Three orders: the second mail about the leak opens none.',
        check: ({ services }) => rowsOf(services, 'Work orders').length === 3,
      },
      {
        id: 'trades',
        weight: 2,
        description: 'The first word of the list decides: the leak, not the lamp.',
        check: (seen) =>
          opened(seen, 'W1') === 'U-11 plumbing today' &&
          opened(seen, 'W2') === 'U-13 electric week' &&
          opened(seen, 'W3') === 'U-14 heating week',
      },
      {
        id: 'passer-by-answered',
        weight: 1.5,
        description: 'The passer-by is told, and has no order.',
        check: (seen) =>
          /not our tenant/i.test(mailsTo(seen, 'passer')) && !/order\W*W\d/i.test(mailsTo(seen, 'passer')),
      },
      {
        id: 'receipts',
        weight: 1,
        description: 'Each tenant has the number of the order, once.',
        check: (seen) =>
          (mailsTo(seen, 'first').match(/order\W*W1\b/gi) ?? []).length === 1 &&
          /order\W*W2\b/i.test(mailsTo(seen, 'jori')) &&
          /order\W*W3\b/i.test(mailsTo(seen, 'agnes')),
      },
    ],
    stage1: [
      {
        id: 'insured-plumber',
        weight: 2,
        description: 'The cheaper plumber is not insured any more.',
        check: (seen) => order(seen, 'W1').Contractor === 'Volk Pipes',
      },
      {
        id: 'ordered',
        weight: 1,
        description: 'All three are ordered.',
        check: (seen) => ['W1', 'W2', 'W3'].every((id) => order(seen, id).Status === 'ordered'),
      },
      {
        id: 'first-slot',
        weight: 1.5,
        description: 'The leak comes after the lift inspection.',
        check: (seen) => booked(seen, 'W1') === '11:00-13:00',
      },
      {
        id: 'raised-priority',
        weight: 2.5,
        description: 'The radiator has become urgent and comes before the socket.',
        check: (seen) => booked(seen, 'W3') === '13:00-15:00' && booked(seen, 'W2') === '15:00-17:00',
      },
      {
        id: 'contractors-told',
        weight: 1.5,
        description: 'Each contractor has order, unit and time.',
        check: (seen) =>
          /order\W*W1\b/i.test(mailsTo(seen, 'volk')) &&
          /order\W*W3\b/i.test(mailsTo(seen, 'nadir')) &&
          /start\W*(2027-09-07T)?13:00/i.test(mailsTo(seen, 'nadir')) &&
          /unit\W*U-13\b/i.test(mailsTo(seen, 'spark')),
      },
      {
        id: 'uninsured-not-ordered',
        weight: 1,
        description: 'Ponto Plumbing must not get an order.',
        check: (seen) => mailsTo(seen, 'ponto') === '',
      },
    ],
    stage2: [
      {
        id: 'longer-work-paid',
        weight: 2.5,
        description: 'The work on the leak was prolonged in the calendar: the invoice is right.',
        check: (seen) => checked(seen, 'W1') === 'pay 175',
      },
      {
        id: 'socket-paid',
        weight: 1,
        description: 'The socket is paid.',
        check: (seen) => checked(seen, 'W2') === 'pay 160',
      },
      {
        id: 'new-rate',
        weight: 2.5,
        description: 'The total of the radiator is wrong, and the right one follows the present rate.',
        check: (seen) => checked(seen, 'W3') === 'wrong total 180',
      },
      {
        id: 'invoice-twice',
        weight: 1,
        description: 'Three lines, though one invoice came twice.',
        check: ({ files }) => tableOf(files, 'checked.csv', ['order', 'verdict']).length === 3,
      },
      {
        id: 'order-states',
        weight: 1.5,
        description: 'Two paid, one disputed.',
        check: (seen) => ['W1', 'W2', 'W3'].map((id) => order(seen, id).Status).join() === 'paid,paid,disputed',
      },
    ],
    final: [
      {
        id: 'dispute-mailed',
        weight: 1.5,
        description: 'Nadir Heating reads the right total.',
        check: (seen) => /right total\W*180(\.00)?\b/i.test(mailsTo(seen, 'nadir')),
      },
      {
        id: 'no-other-dispute',
        weight: 1,
        description: 'The contractors who are paid must not get a dispute.',
        check: (seen) => !/right total/i.test(mailsTo(seen, 'volk') + mailsTo(seen, 'spark')),
      },
    ],
  },
}
export default task

const order = ({ services }: Checked, id: string) =>
  rowsOf(services, 'Work orders').find(({ properties }) => properties.Order === id)!.properties

const opened = (seen: Checked, id: string): string => {
  const { Unit, Trade, Priority } = order(seen, id)
  return `${Unit} ${Trade} ${Priority}`
}

const booked = ({ services }: Checked, id: string): string =>
  eventsOf(services, 'Works')
    .filter(({ summary, dtstart }) => summary.startsWith(`${id} `) && dtstart.startsWith('2027-09-07'))
    .map(({ dtstart, dtend }) => `${dtstart.slice(11, 16)}-${dtend.slice(11, 16)}`)
    .join()

const checked = ({ files }: Checked, id: string): string => {
  const rows = tableOf(files, 'checked.csv', ['order', 'contractor', 'right_total', 'verdict'])
  const row = rows.find((one) => one.order === id)!
  return `${row.verdict} ${Number(row.right_total)}`
}

/** Subjects and bodies of all our mails to a user, joined. */
const mailsTo = ({ services }: Checked, owner: string): string =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('house@ashgrove'))
    .map(({ subject, body }) => `${subject}\n${body}`)
    .join('\n')
