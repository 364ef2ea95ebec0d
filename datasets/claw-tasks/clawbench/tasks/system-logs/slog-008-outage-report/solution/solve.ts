import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const minute = 60_000
const name = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`
const request = /\[(\d+)\/(\w+)\/(\d+):([\d:]+) ([+-]\d\d)(\d\d)\] "(?:[^"\\]|\\.)*" (\d{3}) /

type Minute = { start: number; requests: number; failed: number }
const sum = (minutes: readonly Minute[], what: 'requests' | 'failed'): number =>
  minutes.reduce((total, one) => total + one[what], 0)
const bad = ({ requests, failed }: Minute): boolean => requests >= 4 && failed * 4 >= requests

/** Requests and failures per minute outside maintenance. */
function traffic(log: string, closed: (ms: number) => boolean): Minute[] {
  const minutes = new Map<number, Minute>()
  for (const line of log.split('\n')) {
    const [, day, month, year, time, hours, rest, status] = request.exec(line) ?? []
    if (day === undefined) continue
    const date = `${year}-${String(months.indexOf(month!) + 1).padStart(2, '0')}-${day}`
    const ms = Date.parse(`${date}T${time}${hours}:${rest}`)
    if (closed(ms)) continue
    const start = ms - (ms % minute)
    const one = minutes.get(start) ?? { start, requests: 0, failed: 0 }
    const failed = one.failed + (status!.startsWith('5') ? 1 : 0)
    minutes.set(start, { start, requests: one.requests + 1, failed })
  }
  return [...minutes.values()].sort((a, b) => a.start - b.start)
}

/** Find outages in the traffic, and say which release and which component they go with. */
export default async function solve(): Promise<void> {
  const windows = await readTable('windows.csv', ['from', 'until'])
  const deploys = await readTable('deploys.csv', ['deployed', 'service', 'version', 'result'])
  const closed = (ms: number): boolean =>
    windows.some(({ from, until }) => ms >= Date.parse(from!) && ms < Date.parse(until!))
  const minutes = traffic(await readText('access.log'), closed)
  if (minutes.length === 0) throw new Error('access.log has no request')
  const errors = [...(await readText('app.log')).matchAll(/^(\d{4}-\S+)\s+ERROR\s+\[([^\]]+)\]/gm)]
  const runs: Minute[][] = []
  for (const one of minutes.filter(bad)) {
    const last = runs.at(-1)?.at(-1)?.start ?? -Infinity
    const near = one.start - last <= 2 * minute && !closed(one.start - minute)
    if (near) runs.at(-1)!.push(one)
    else runs.push([one])
  }
  const rows = runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const [start, end] = [run[0]!.start, run.at(-1)!.start]
      const inside = minutes.filter((one) => one.start >= start && one.start <= end)
      const release = deploys
        .map((row) => ({ row, ago: start - Date.parse(row.deployed!) }))
        .filter(({ row, ago }) => ago >= 0 && ago <= 5 * minute && row.result === 'done')
        .sort((a, b) => a.ago - b.ago)[0]?.row
      const error = errors.find(([, time]) => Date.parse(time!) >= start && Date.parse(time!) < end + minute)
      return {
        start: name(start),
        end: name(end),
        requests: sum(inside, 'requests'),
        failed: sum(inside, 'failed'),
        release: release === undefined ? '-' : `${release.service} ${release.version}`,
        component: error?.[2] ?? '-',
      }
    })
  await writeTable('incidents.csv', ['start', 'end', 'requests', 'failed', 'release', 'component'], rows)
  const [requests, failed] = [sum(minutes, 'requests'), sum(minutes, 'failed')]
  const availability = ((100 * (requests - failed)) / requests).toFixed(3)
  const bad_minutes = minutes.filter(bad).length
  await writeTable(
    'summary.csv',
    ['requests', 'failed', 'availability', 'bad_minutes'],
    [{ requests, failed, availability, bad_minutes }],
  )
}
