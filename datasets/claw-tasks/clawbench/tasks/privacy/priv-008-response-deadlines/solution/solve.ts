import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The same day so many months later, or the last day of that month. */
function later(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Due date, status and days of every request. */
export default async function solve(): Promise<void> {
  const columns = ['request_id', 'received', 'identity_asked', 'identity_confirmed', 'extended_on', 'answered']
  const requests = await readTable('requests.csv', columns)
  const off = new Set((await readTable('holidays.csv', ['date'])).map((row) => row.date!))
  const today = (await readText('as_of.txt')).trim()
  const workday = (iso: string): string => {
    let day = dayOf(iso)
    while ([0, 6].includes(new Date(day * 86_400_000).getUTCDay()) || off.has(isoOf(day))) day++
    return isoOf(day)
  }
  const rows = requests.map((row) => {
    const request_id = row.request_id!
    const start = row.identity_asked === '' ? row.received! : row.identity_confirmed!
    if (start === '') return { request_id, due: '', status: 'waiting', days: '' }
    const first = workday(later(start, 1))
    const extends_ = row.extended_on !== '' && row.extended_on! <= first
    const due = extends_ ? workday(later(start, 3)) : first
    const answered = row.answered!
    if (answered !== '') {
      const days = dayOf(answered) - dayOf(due)
      return { request_id, due, status: days <= 0 ? 'in-time' : 'late', days }
    }
    const left = dayOf(due) - dayOf(today)
    return { request_id, due, status: left >= 0 ? 'open' : 'overdue', days: Math.abs(left) }
  })
  await writeTable('deadlines.csv', ['request_id', 'due', 'status', 'days'], rows)
}
