import { readText, writeTable } from '../../../../../kit/solve.ts'

type Bug = { type: string; place: string; count: number; first: string; last: string }
const frame = /^\s+at (\S+)/

/** The innermost exception of an entry and the first frame of our own below it; null without a trace. */
function root(lines: readonly string[]): { type: string; place: string } | null {
  const start = lines.findIndex((line) => frame.test(line))
  if (start < 0) return null
  const cause = lines.findLastIndex((line) => line.startsWith('Caused by:'))
  const at = cause < 0 ? start - 1 : cause
  const type = (lines[at] ?? '')
    .replace(/^Caused by:\s*/, '')
    .split(':')[0]!
    .trim()
  const own = lines.slice(at + 1).find((line) => frame.exec(line)?.[1]?.startsWith('app.'))
  return { type, place: own === undefined ? '-' : frame.exec(own)![1]! }
}

/** Group the traces of a log by root exception and place. */
export default async function solve(): Promise<void> {
  const entries = (await readText('app.log')).split(/^(?=\d{4}-\d\d-\d\dT)/m).filter((entry) => /^\d/.test(entry))
  if (entries.length === 0) throw new Error('app.log has no entry')
  const bugs = new Map<string, Bug>()
  for (const entry of entries) {
    const [head, ...lines] = entry.trimEnd().split('\n')
    const found = root(lines)
    if (found === null) continue
    const time = head!.split(' ')[0]!
    const key = `${found.type} ${found.place}`
    const bug = bugs.get(key) ?? { ...found, count: 0, first: time, last: time }
    const times = [bug.first, bug.last, time].sort()
    bugs.set(key, { ...bug, count: bug.count + 1, first: times[0]!, last: times[2]! })
  }
  const rows = [...bugs.values()].sort((a, b) => b.count - a.count || (a.first < b.first ? -1 : 1))
  await writeTable('errors.csv', ['type', 'place', 'count', 'first', 'last'], rows)
}
