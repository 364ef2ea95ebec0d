import { readJson, readText, writeTable } from '../../../../../kit/solve.ts'

type Clock = { format: 'iso' | 'epoch_ms' | 'local'; zone?: string; ahead_ms: number }
type Event = { at: number; source: string; request: string; event: string }

function moment(text: string, { format, zone = 'Z', ahead_ms }: Clock): number {
  const [, day, month, year, time] = /^(\d\d)\.(\d\d)\.(\d{4}) (.*)$/.exec(text) ?? []
  const local = `${year}-${month}-${day}T${time?.replace(',', '.')}${zone}`
  const shown = format === 'epoch_ms' ? Number(text) : Date.parse(format === 'iso' ? text : local)
  return shown - ahead_ms
}

function measured(request: string, events: readonly Event[]): Record<string, string | number> {
  const start = events.find(({ event }) => event === 'received')
  const end = events.findLast(({ event }) => event === 'done')
  if (start === undefined || end === undefined) return { request, state: 'incomplete' }
  const step = (k: number): number => events[k]!.at - events[k - 1]!.at
  const longest = events.reduce((best, _, k) => (k > 1 && step(k) > step(best) ? k : best), 1)
  return { request, state: 'complete', duration_ms: end.at - start.at, slowest: events[longest]!.event }
}

/** Put the events of all machines on one true clock, and time every request. */
export default async function solve(): Promise<void> {
  const clocks = await readJson<Record<string, Clock>>('clocks.json')
  const events: Event[] = []
  for (const [file, clock] of Object.entries(clocks)) {
    if (!['iso', 'epoch_ms', 'local'].includes(clock.format)) throw new Error(`clocks.json: no format for ${file}`)
    for (const line of (await readText(file)).split('\n')) {
      const [time, request, event] = line.split(' | ').map((part) => part.trim())
      if (event === undefined) continue
      events.push({ at: moment(time!, clock), source: file.replace(/\.log$/, ''), request: request!, event })
    }
  }
  events.sort((a, b) => a.at - b.at)
  const rows = events.map((event) => ({ ...event, time: new Date(event.at).toISOString() }))
  await writeTable('timeline.csv', ['time', 'source', 'request', 'event'], rows)
  const requests = [...new Set(events.map(({ request }) => request))].sort()
  await writeTable(
    'requests.csv',
    ['request', 'state', 'duration_ms', 'slowest'],
    requests.map((id) =>
      measured(
        id,
        events.filter(({ request }) => request === id),
      ),
    ),
  )
}
