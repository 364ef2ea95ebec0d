import { readJson, readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Request = { name: string; email: string; born: string; received: string }
type Ticket = { id: string; person_id: string; closed: string; messages: { from: string; text: string }[] }
type Row = Record<string, string>

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Erase what may go, anonymise what has to be kept, leave what is not settled, and say so. */
export default async function solve(): Promise<void> {
  const request = await readJson<Request>('request.json')
  const people = await readTable('people.csv', ['person_id', 'name', 'email', 'born'])
  const orders = await readTable('orders.csv', ['order_id', 'person_id', 'placed', 'total', 'paid_on'])
  const tickets = await readJson<Ticket[]>('tickets.json')
  const marks = (row: Row): number =>
    [same(row.name!, request.name), same(row.email!, request.email), row.born === request.born].filter(Boolean).length
  const his = people.filter((row) => marks(row) >= 2)
  const ids = new Set(his.map((row) => row.person_id!))

  const until = (row: Row): string => `${Number(row.placed!.slice(0, 4)) + 6}-12-31`
  const fate = (row: Row): string => {
    if (!ids.has(row.person_id!)) return 'foreign'
    if (row.paid_on === '') return 'kept'
    return request.received <= until(row) ? 'anonymised' : 'deleted'
  }
  const unsettled = new Set([
    ...orders.filter((row) => fate(row) === 'kept').map((row) => row.person_id!),
    ...tickets.filter((one) => one.closed === '').map((one) => one.person_id),
  ])
  const words = his.flatMap((row) => [row.email!, row.name!]).sort((a, b) => b.length - a.length)
  const mask = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '$^', 'gi')
  const masked = tickets.filter(
    (one) => !ids.has(one.person_id) && one.messages.some(({ text }) => text.search(mask) >= 0),
  )
  const hidden = (one: Ticket): Ticket => ({
    ...one,
    messages: one.messages.map((message) => ({ ...message, text: message.text.replace(mask, '[erased]') })),
  })
  const hisTickets = tickets.filter((one) => ids.has(one.person_id))
  const deletedTickets = hisTickets.filter((one) => one.closed !== '')
  const deleted = (row: Row): boolean => ids.has(row.person_id!) && !unsettled.has(row.person_id!)

  const left = orders
    .filter((row) => fate(row) !== 'deleted')
    .map((row) => (fate(row) === 'anonymised' ? { ...row, person_id: 'erased' } : row))
  await writeTable(
    'after/people.csv',
    Object.keys(people[0]!),
    people.filter((row) => !deleted(row)),
  )
  await writeTable('after/orders.csv', Object.keys(orders[0]!), left)
  const leftTickets = tickets.filter((one) => !deletedTickets.includes(one))
  await writeJson(
    'after/tickets.json',
    leftTickets.map((one) => (masked.includes(one) ? hidden(one) : one)),
  )
  const ordersOf = (wanted: string): Row[] => orders.filter((row) => fate(row) === wanted)
  await writeJson('answer.json', {
    accounts: {
      deleted: his.filter(deleted).map((row) => row.person_id!),
      kept: his.filter((row) => !deleted(row)).map((row) => row.person_id!),
    },
    orders: {
      deleted: ordersOf('deleted').map((row) => row.order_id!),
      kept: ordersOf('kept').map((row) => row.order_id!),
      anonymised: ordersOf('anonymised').map((row) => ({ order_id: row.order_id!, until: until(row) })),
    },
    tickets: {
      deleted: deletedTickets.map((one) => one.id),
      kept: hisTickets.filter((one) => one.closed === '').map((one) => one.id),
      masked: masked.map((one) => one.id),
    },
  })
}
