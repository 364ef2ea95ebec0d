import { sayWhole } from '../counted.ts'
import type { ForecastReport, Outcome } from '../report.ts'
import { sayPercent, visible } from './say.ts'

/** A text that can stand in HTML, in an attribute too. */
export const escaped = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const parts = ['right', 'acceptable', 'wrong', 'missed'] as const
const [barHeight, barGap, barLeft, barWidth] = [18, 8, 150, 480]

/** Outcomes as bars whose parts are right, acceptable, wrong skill and missed, in that order; every part is written out. */
export function outcomeBars(rows: readonly { readonly name: string; readonly outcome: Outcome }[]): string {
  const total = ({ outcome }: (typeof rows)[number]): number =>
    parts.reduce((sum, part) => sum + outcome[part].value, 0)
  const bars = rows.map((row, i) => {
    const top = i * (barHeight + barGap)
    const scale = total(row) === 0 ? 0 : barWidth / total(row)
    let left = barLeft
    const pieces = parts.map((part) => {
      const { value } = row.outcome[part]
      const wide = value * scale
      const rect = `<rect class="${part}" x="${at(left)}" y="${top}" width="${at(wide)}" height="${barHeight}"><title>${part} ${sayPercent(value)}</title></rect>`
      left += wide
      return rect
    })
    const label = `<text x="${barLeft - 8}" y="${top + 13}" text-anchor="end">${escaped(row.name)}</text>`
    return label + pieces.join('')
  })
  const height = rows.length * (barHeight + barGap)
  const key = parts.map(
    (part, i) =>
      `<rect class="${part}" x="${barLeft + 120 * i}" y="${height + 4}" width="12" height="12"/><text x="${barLeft + 120 * i + 18}" y="${height + 14}">${part === 'wrong' ? 'wrong skill' : part}</text>`,
  )
  return figure(`Outcomes by ${rows.length === 1 ? 'agent' : 'router'}`, 640, height + 24, bars.join('') + key.join(''))
}

const [plotLeft, plotTop, plotWidth, plotHeight, keyTop] = [48, 12, 560, 220, 292]

/** Accuracy against library size, logarithmic: the curve so far, forecasts with 90 % intervals, references dashed. */
export function forecastPlot({ curve, points, references }: ForecastReport): string {
  const sizes = [...curve, ...points].map(({ size }) => size)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  if (points.length === 0 || least === most) return ''
  const x = (size: number): number => plotLeft + (plotWidth * Math.log(size / least)) / Math.log(most / least)
  const y = (share: number): number => plotTop + plotHeight * (1 - share)
  const path = (line: readonly { readonly size: number; readonly accuracy: number }[]): string =>
    line.map(({ size, accuracy }) => `${at(x(size))},${at(y(accuracy))}`).join(' ')
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line class="grid" x1="${plotLeft}" x2="${plotLeft + plotWidth}" y1="${at(y(share))}" y2="${at(y(share))}"/><text x="${plotLeft - 6}" y="${at(y(share) + 4)}" text-anchor="end">${Math.round(100 * share)} %</text>`,
  )
  const others = references.map(({ library, points: line }) => {
    const inside = line.filter(({ size }) => size >= least && size <= most)
    return `<polyline class="reference" points="${path(inside)}"><title>${escaped(library)}</title></polyline>`
  })
  const marks = points.map(({ size, accuracy: { value, low, high } }) => {
    const bar = `<line class="interval" x1="${at(x(size))}" x2="${at(x(size))}" y1="${at(y(low))}" y2="${at(y(high))}"/>`
    const name = `<text x="${at(x(size))}" y="${plotTop + plotHeight + 18}" text-anchor="middle">${sayWhole(size)}</text>`
    return `${bar}<circle class="point" cx="${at(x(size))}" cy="${at(y(value))}" r="4"/>${name}`
  })
  const ahead = points.map(({ size, accuracy }) => ({ size, accuracy: accuracy.value }))
  const key = [
    ['curve', 'expected so far'],
    ['ahead', 'forecast, 90 % intervals'],
    ['reference', 'reference libraries'],
  ].map(([kind, words], i) => {
    const left = plotLeft + 190 * i
    return `<line class="${kind}" x1="${left}" x2="${left + 24}" y1="${keyTop - 4}" y2="${keyTop - 4}"/><text x="${left + 30}" y="${keyTop}">${words}</text>`
  })
  const axis = `<text x="${plotLeft}" y="${plotTop + plotHeight + 18}" text-anchor="middle">${sayWhole(least)}</text><text x="${plotLeft + plotWidth}" y="${plotTop + plotHeight + 36}" text-anchor="end">skills in the library</text>`
  const lines = `<polyline class="curve" points="${path(curve)}"/><polyline class="ahead" points="${path(ahead)}"/>`
  const drawn = [...grid, ...others, lines, ...marks, axis, ...key].join('')
  return figure('Accuracy against the number of skills', 640, keyTop + 8, drawn)
}

/** Coordinates with two decimals: the same text on every machine. */
const at = (x: number): string => String(Math.round(100 * x) / 100)

const figure = (title: string, width: number, height: number, content: string): string =>
  `<svg role="img" aria-label="${escaped(title)}" viewBox="0 0 ${width} ${height}" width="${width}">${content}</svg>`
