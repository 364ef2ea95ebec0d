import { chartText, numbersOf, px, scaleOf, sheet, spaced, ticksOf } from '../../kit/charts.ts'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, numberOf, readTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, required, writeBytes } from '../../kit/text.ts'

/** One line through the rows in their order. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const table = await readTable(await sourceOf(task, ['.csv']))
  if (table.rows.length < 2) throw new Error('a line needs at least two rows')
  const x = columnOf(table, String(required(input.x, 'x')))
  const y = String(required(input.y, 'y'))
  const values = numbersOf(table, y)
  const labels = table.rows.map((row) => row[x] ?? '')
  const places = placesOf(labels)
  const across = scaleOf([Math.min(...places), Math.max(...places)], [sheet.left + 8, sheet.right - 8])
  const ticks = ticksOf(Math.min(...values), Math.max(...values))
  const scale = scaleOf([ticks[0]!, ticks.at(-1)!], [sheet.bottom, sheet.top])
  const points = values.map((value, i) => `${px(across(places[i]!))},${px(scale(value))}`)
  const marks = labels.map((label, i) => ({ at: across(places[i]!), label })).sort((a, b) => a.at - b.at)
  const chart = chartText({
    title: input.title ?? `${y} by ${x}`,
    x: { name: x, marks: spaced(marks) },
    y: { name: y, ticks, scale },
    body: [`<polyline points="${points.join(' ')}" fill="none" stroke="#1f77b4" stroke-width="2"/>`],
  })
  await writeBytes(outputName(input, 'line.svg'), chart)
}

/** Numbers by their size, dates by their day and time, anything else by its row. */
function placesOf(labels: readonly string[]): number[] {
  const numbers = labels.map(numberOf)
  if (numbers.every((number) => number !== null)) return numbers
  const times = labels.map(timeOf)
  return times.every((time) => time !== null) ? times : labels.map((_, i) => i)
}

/** Milliseconds of an ISO month, day or minute, read as UTC. */
function timeOf(text: string): number | null {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?Z?)?)?$/.exec(text.trim())
  if (match === null) return null
  const [year, month, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => part && Number(part))
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}
