import { chartText, escapeXml, numbersOf, px, scaleOf, sheet, spaced, ticksOf } from '../../kit/charts.ts'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, readTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { numberText, outputName, required, writeBytes } from '../../kit/text.ts'

/** One bar a row, from zero. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const table = await readTable(await sourceOf(task, ['.csv']))
  if (table.rows.length === 0) throw new Error('the table has no rows to draw')
  const x = columnOf(table, String(required(input.x, 'x')))
  const y = String(required(input.y, 'y'))
  const values = numbersOf(table, y)
  const labels = table.rows.map((row) => row[x] ?? '')
  const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values))
  const scale = scaleOf([ticks[0]!, ticks.at(-1)!], [sheet.bottom, sheet.top])
  const slot = (sheet.right - sheet.left) / values.length
  const body = values.map((value, i) => {
    const place = `x="${px(sheet.left + slot * (i + 0.15))}" y="${px(Math.min(scale(value), scale(0)))}"`
    const size = `width="${px(slot * 0.7)}" height="${px(Math.abs(scale(value) - scale(0)))}"`
    const tip = `<title>${escapeXml(labels[i]!)}: ${numberText(value)}</title>`
    return `<rect ${place} ${size} fill="#1f77b4">${tip}</rect>`
  })
  const marks = spaced(labels.map((label, i) => ({ at: sheet.left + slot * (i + 0.5), label })))
  const title = input.title ?? `${y} by ${x}`
  const chart = chartText({ title, x: { name: x, marks }, y: { name: y, ticks, scale }, body })
  await writeBytes(outputName(input, 'bars.svg'), chart)
}
