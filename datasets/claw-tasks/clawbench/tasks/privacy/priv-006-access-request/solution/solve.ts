import { readJson, readTable, writeJson } from '../../../../../kit/solve.ts'

type Request = { name: string; email: string; born: string }
type Message = { from: string; text: string }
type Ticket = { id: string; person_id: string; messages: Message[] }

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Everything of the accounts that two of three marks make the requester's, without what concerns others. */
export default async function solve(): Promise<void> {
  const request = await readJson<Request>('request.json')
  const people = await readTable('people.csv', ['person_id', 'name', 'email', 'born'])
  const orders = await readTable('orders.csv', ['order_id', 'person_id', 'placed', 'total'])
  const tickets = await readJson<Ticket[]>('tickets.json')
  const marks = (row: Record<string, string>): number =>
    [same(row.name!, request.name), same(row.email!, request.email), row.born === request.born].filter(Boolean).length
  const own = people.filter((row) => marks(row) >= 2)
  const ids = own.map((row) => row.person_id!)
  const ownWords = own.flatMap((row) => [row.name!, row.email!])
  const others = people
    .filter((row) => !own.includes(row))
    .flatMap((row) => [row.email!, row.name!])
    .filter((word) => !ownWords.some((mine) => same(mine, word)))
  const hide = (text: string): string =>
    others.reduce(
      (left, word) => left.replace(new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), '[other person]'),
      text,
    )
  const hers = orders
    .filter((row) => ids.includes(row.person_id!))
    .sort((a, b) => (a.placed! < b.placed! ? -1 : a.placed! > b.placed! ? 1 : 0))
  const herTickets = tickets.filter((one) => ids.includes(one.person_id))
  const open = (one: Ticket): Message[] => one.messages.filter(({ from }) => from !== 'internal')
  const names = [request.name, request.email].map((word) => word.toLowerCase())
  const mentioned = tickets.filter(
    (one) =>
      !herTickets.includes(one) &&
      open(one).some(({ text }) => names.some((word) => text.toLowerCase().includes(word))),
  )
  await writeJson('answer.json', {
    accounts: ids.sort(),
    orders: hers.map((row) => ({ order_id: row.order_id!, placed: row.placed!, total: Number(row.total) })),
    orders_total: hers.reduce((sum, row) => sum + Math.round(Number(row.total) * 100), 0) / 100,
    tickets: herTickets.map((one) => ({
      id: one.id,
      messages: open(one).map(({ from, text }) => ({ from, text: hide(text) })),
    })),
    withheld: herTickets.reduce((sum, one) => sum + one.messages.length - open(one).length, 0),
    mentioned_in: mentioned.map((one) => one.id).sort(),
  })
}
