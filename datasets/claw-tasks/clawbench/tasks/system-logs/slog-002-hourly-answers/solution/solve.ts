import { readText, writeTable } from '../../../../../kit/solve.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const hour = 3_600_000
const request =
  /^\S+ \S+ \S+ \[(\d\d)\/(\w{3})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\] "(?:[^"\\]|\\.)*" (\d{3}) /

/** Count a web server's answers per hour (UTC) and class of status. */
export default async function solve(): Promise<void> {
  const counts = new Map<number, number[]>()
  for (const line of (await readText('access.log')).split('\n')) {
    const found = request.exec(line)
    if (found === null) continue
    const [, day, month, year, h, m, s, sign, zoneHours, zoneMinutes, status] = found
    const local = Date.UTC(Number(year), months.indexOf(month!), Number(day), Number(h), Number(m), Number(s))
    const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000 * (sign === '-' ? -1 : 1)
    const slot = Math.floor((local - zone) / hour)
    const classes = counts.get(slot) ?? [0, 0, 0, 0]
    const kind = Number(status![0]) - 2
    if (kind >= 0 && kind < 4) classes[kind]!++
    counts.set(slot, classes)
  }
  if (counts.size === 0) throw new Error('access.log has no request')
  const first = Math.min(...counts.keys())
  const rows = Array.from({ length: Math.max(...counts.keys()) - first + 1 }, (_, k) => {
    const [a, b, c, d] = counts.get(first + k) ?? [0, 0, 0, 0]
    const name = `${new Date((first + k) * hour).toISOString().slice(0, 16)}Z`
    return { hour: name, '2xx': a!, '3xx': b!, '4xx': c!, '5xx': d! }
  })
  await writeTable('summary.csv', ['hour', '2xx', '3xx', '4xx', '5xx'], rows)
}
