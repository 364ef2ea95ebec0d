import { readText, writeTable } from '../../../../../kit/solve.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const request = /^(\S+) \S+ \S+ \[([^\]]+)\] "GET (\S+)(?:[^"\\]|\\.)*" 2\d\d \S+ "[^"]*" "([^"]*)"/

/** Seconds of a time like 05/Jul/2026:10:00:00 +0200. */
function seconds(time: string): number {
  const [day, month, year, h, m, s, zone] = time.split(/[/: ]/)
  const local = Date.UTC(Number(year), months.indexOf(month!), Number(day), Number(h), Number(m), Number(s)) / 1000
  const minutes = Number(zone!.slice(1, 3)) * 60 + Number(zone!.slice(3))
  return local - minutes * 60 * (zone!.startsWith('-') ? -1 : 1)
}

/** Put together who viewed which pages in how many sessions. */
export default async function solve(): Promise<void> {
  const log = await readText('access.log')
  if (!/ "[A-Z]+ \S+/.test(log)) throw new Error('access.log has no request')
  const views = new Map<string, { address: string; agent: string; times: number[] }>()
  for (const line of log.split('\n')) {
    const [, address, time, path, agent] = request.exec(line) ?? []
    if (address === undefined || /bot|crawler|spider/i.test(agent!)) continue
    if (/\.(css|js|png|svg|ico)$/i.test(path!.split('?')[0]!)) continue
    const key = `${address} ${agent}`
    const visitor = views.get(key) ?? { address, agent: agent!, times: [] }
    visitor.times.push(seconds(time!))
    views.set(key, visitor)
  }
  const rows = [...views.values()].map(({ address, agent, times }) => {
    times.sort((a, b) => a - b)
    const starts = times.filter((time, k) => k === 0 || time - times[k - 1]! > 1800)
    const lengths = starts.map((start, k) => times.findLast((time) => time < (starts[k + 1] ?? Infinity))! - start)
    return { address, agent, sessions: starts.length, pages: times.length, longest: Math.max(...lengths) }
  })
  rows.sort((a, b) => b.pages - a.pages || (`${a.address} ${a.agent}` < `${b.address} ${b.agent}` ? -1 : 1))
  await writeTable('summary.csv', ['address', 'agent', 'sessions', 'pages', 'longest'], rows)
}
