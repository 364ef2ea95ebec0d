import { columnOf, numberOf, type Table } from './tables.ts'
import { numberText } from './text.ts'

/** The sheet and the plot on it, in pixels. */
export const sheet = { width: 640, height: 400, left: 72, right: 624, top: 48, bottom: 336 } as const

/** Every cell of a column as a number; a cell that is none throws, since a gap is not a zero. */
export function numbersOf(table: Table, column: string): number[] {
  columnOf(table, column)
  return table.rows.map((row, i) => {
    const value = numberOf(row[column])
    if (value === null) throw new Error(`row ${i + 1} has no number in "${column}" but "${row[column]}"`)
    return value
  })
}

/** Round numbers that enclose lo to hi, four to eight of them. */
export function ticksOf(lo: number, hi: number): number[] {
  const raw = (hi > lo ? hi - lo : Math.abs(hi) || 1) / 5
  let unit = 1
  while (unit > raw) unit /= 10
  while (unit * 10 <= raw) unit *= 10
  const step = [1, 2, 5, 10].map((part) => part * unit).find((size) => size >= raw * (1 - 1e-9))!
  const [first, last] = [Math.floor(lo / step + 1e-9), Math.ceil(hi / step - 1e-9)]
  const end = last > first ? last : first + 1
  return Array.from({ length: end - first + 1 }, (_, i) => Number(numberText((first + i) * step)))
}

/** From values to pixels, in proportion. */
export function scaleOf(
  values: readonly [number, number],
  pixels: readonly [number, number],
): (value: number) => number {
  const span = values[1] - values[0]
  return (value) =>
    span === 0 ? (pixels[0] + pixels[1]) / 2 : pixels[0] + ((value - values[0]) / span) * (pixels[1] - pixels[0])
}

/** A coordinate as text, two decimals at most. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A mark of the x axis: where, and what is written below it. */
export type Mark = { readonly at: number; readonly label: string }

/** So many of the marks, the first and the last among them and the others evenly chosen, that their labels do not touch. */
export function spaced(marks: readonly Mark[]): Mark[] {
  const longest = Math.max(...marks.map(({ label }) => label.length)) * 6.5 + 8
  const room = Math.max(2, Math.floor((sheet.right - sheet.left) / longest))
  if (marks.length <= room) return [...marks]
  return Array.from({ length: room }, (_, i) => marks[Math.round((i * (marks.length - 1)) / (room - 1))]!)
}

export type Chart = {
  readonly title: string
  readonly x: { readonly name: string; readonly marks: readonly Mark[] }
  readonly y: { readonly name: string; readonly ticks: readonly number[]; readonly scale: (value: number) => number }
  /** The elements of the plot itself. */
  readonly body: readonly string[]
}

/** The chart as SVG text: title, grid, axes with their names, and the body between grid and labels. */
export function chartText({ title, x, y, body }: Chart): string {
  const { width, height, left, right, top, bottom } = sheet
  const grid = y.ticks.map((tick) => `<path d="M${left} ${px(y.scale(tick))}H${right}" stroke="#dddddd"/>`)
  const steps = y.ticks.map((tick) => label(left - 8, y.scale(tick) + 4, 'end', numberText(tick)))
  const marks = x.marks.map((mark) => label(mark.at, bottom + 18, 'middle', mark.label))
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${width / 2}" y="26" text-anchor="middle" font-family="sans-serif" font-size="16">${escapeXml(title)}</text>`,
    ...grid,
    ...body,
    ...steps,
    ...marks,
    label((left + right) / 2, bottom + 46, 'middle', x.name),
    label(12, top - 16, 'start', y.name),
    '</svg>',
  ].join('\n')}\n`
}

function label(x: number, y: number, anchor: 'start' | 'middle' | 'end', text: string): string {
  const style = `text-anchor="${anchor}" font-family="sans-serif" font-size="11"`
  return `<text x="${px(x)}" y="${px(y)}" ${style}>${escapeXml(text)}</text>`
}
