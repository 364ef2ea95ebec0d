import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  intervalRule,
  type Layer,
  localRouters,
  panel,
  panelLetter,
  points,
  series,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { byLibrary, withLimits } from './shared.ts'

const judged = (rows: readonly Row[], factor: number): Row[] =>
  rows.filter((row) => row.half === 'test' && row.skills === null && row.factor === factor)

/** Laws, the least error at the largest factor first; a law whose fits failed stands last. */
function lawNames(rows: readonly Row[], factor: number): Record<string, string> {
  const least = (law: string): number =>
    Math.min(
      ...judged(rows, factor)
        .filter((row) => row.law === law)
        .map(({ absolute }) => (absolute === null ? Number.POSITIVE_INFINITY : Number(absolute))),
    )
  const laws = [...new Set(rows.map(({ law }) => String(law)))]
  laws.sort((a, b) => (least(a) === least(b) ? 0 : least(a) - least(b)))
  return Object.fromEntries(
    laws.filter((law) => Number.isFinite(least(law))).map((law) => [law, law.replace(/-/g, ' ')]),
  )
}

/** Mean absolute error of forecasts by form, at each factor. */
export const errorByForm: Figure = {
  id: 'error-by-form',
  title: 'Error of forecasts by the form that extrapolates',
  width: 'full',
  tables: ['errors'],
  spec: ({ tables, theme }) => {
    const rows = tables.errors!
    const factors = factorsOf(rows)
    const names = lawNames(rows, factors.at(-1)!)
    const most = Math.max(...rows.filter(({ half }) => half === 'test').map(({ high }) => Number(high)))
    const by = series({ field: 'fitted', names: { near: 'last two octaves', all: 'all sizes' }, legend: true })
    const x = axis({ field: 'absolute', title: 'mean absolute error (points)', domain: [0, Math.ceil(most)] })
    return beside(
      ...factors.map((factor, k) => {
        const all = categoryAxis({ field: 'law', title: null, names })
        const y = k === 0 ? all : { ...all, axis: { ...all.axis, labels: false } }
        const offset = (layer: Layer): Layer =>
          ({
            ...layer,
            encoding: { ...layer.encoding, yOffset: { field: 'fitted', scale: { domain: ['near', 'all'] } } },
          }) as Layer
        return panel({
          width: theme.width / factors.length - 60,
          height: 20 * Object.keys(names).length,
          title: `${panelLetter(k)} ${factor} times today’s size`,
          rows: judged(rows, factor).filter((row) => row.absolute !== null),
          layers: [
            offset(intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' })),
            offset(points({ x, y, by })),
          ],
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const rows = tables.errors!
    const last = factorsOf(rows).at(-1)!
    const own = judged(rows, last)
    const chosen = own.find((row) => row.chosen === true)
    const said = (row: Row | undefined): string => withLimits(row?.absolute, row?.low, row?.high)
    const failed = [
      ...new Set(own.filter(({ absolute }) => absolute === null).map((row) => `${row.law} ${row.fitted}`)),
    ]
    const line = own
      .filter(({ law }) => law === 'log')
      .map((row) => `${row.fitted === 'all' ? 'all sizes' : 'last two octaves'} ${said(row)}`)
    const missing =
      failed.length === 0 ? '' : ` Not drawn, since some fit failed: ${failed.join(', ').replace(/-/g, ' ')}.`
    return {
      text: `How far forecasts from exact accuracy up to today’s size are off when the library has really grown, mean over held-out libraries of 35 to 280 skills and routers. A law is fitted to all sizes or to the last two octaves. Chosen on other libraries: ${String(chosen?.law ?? 'none')}, ${chosen?.fitted === 'all' ? 'all sizes' : 'last two octaves'}, off by ${said(chosen)} points at ${last} times the size. The log line: ${line.join(', ')}; it errs ${valueText(measures['less-error-than-log'], 1)} points more.${missing} ${localRouters}`,
      alt: `Dot plots of mean absolute errors, one row a law, at two factors of growth. Chosen form ${said(chosen)} points at ${last} times the size; log line ${line.join(', ')}.`,
      n: `${Number(chosen?.cells ?? 0)} held-out libraries by router`,
      ...byLibrary,
    }
  },
}

const factorsOf = (rows: readonly Row[]): number[] =>
  [...new Set(rows.map(({ factor }) => Number(factor)))].sort((a, b) => a - b)
