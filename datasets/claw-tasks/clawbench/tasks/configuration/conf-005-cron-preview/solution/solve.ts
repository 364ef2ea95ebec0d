import { readJson, readText, writeTable } from '../../../../../kit/solve.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const short: Record<string, string> = { '@daily': '0 0 * * *', '@midnight': '0 0 * * *', '@hourly': '0 * * * *' }

/** The numbers that one field allows between its bounds. */
function allowed(field: string, low: number, high: number, names: readonly string[] = []): Set<number> {
  const number = (text: string): number => {
    const at = names.indexOf(text.toLowerCase())
    return at < 0 ? Number(text) : at + low
  }
  return new Set(
    field.split(',').flatMap((part) => {
      const [range, step = '1'] = part.split('/')
      const [from, to = part.includes('/') ? String(high) : from] =
        range === '*' ? [String(low), String(high)] : range!.split('-')
      const [first, last] = [number(from!), number(to!)]
      return Array.from({ length: Math.floor((last - first) / Number(step)) + 1 }, (_, k) => first + k * Number(step))
    }),
  )
}

function fits(fields: readonly string[]): (time: Date) => boolean {
  const [minute, hour, date, month] = [
    allowed(fields[0]!, 0, 59),
    allowed(fields[1]!, 0, 23),
    allowed(fields[2]!, 1, 31),
    allowed(fields[3]!, 1, 12, months),
  ]
  const week = new Set([...allowed(fields[4]!, 0, 7, days)].map((day) => day % 7))
  const both = fields[2] !== '*' && fields[4] !== '*'
  return (time) => {
    const [onDate, onWeek] = [date.has(time.getUTCDate()), week.has(time.getUTCDay())]
    const day = both ? onDate || onWeek : onDate && onWeek
    return minute.has(time.getUTCMinutes()) && hour.has(time.getUTCHours()) && month.has(time.getUTCMonth() + 1) && day
  }
}

/** List what a crontab starts within a window of time. */
export default async function solve(): Promise<void> {
  const { from, until } = await readJson<{ from: string; until: string }>('window.json')
  if (from === undefined || until === undefined) throw new Error('window.json needs from and until')
  const jobs = (await readText('crontab.txt')).split('\n').flatMap((line) => {
    const text = line.trim().replace(/^@\w+/, (name) => short[name] ?? name)
    const job = /^((?:\S+\s+){5})(\S.*)$/.exec(text)
    return job === null || /^(#|\w+\s*=)/.test(text)
      ? []
      : [{ due: fits(job[1]!.trim().split(/\s+/)), command: job[2]! }]
  })
  const rows: { time: string; command: string }[] = []
  for (let ms = Date.parse(`${from}Z`); ms < Date.parse(`${until}Z`); ms += 60_000) {
    const time = new Date(ms)
    for (const { due, command } of jobs) if (due(time)) rows.push({ time: time.toISOString().slice(0, 16), command })
  }
  await writeTable('runs.csv', ['time', 'command'], rows)
}
