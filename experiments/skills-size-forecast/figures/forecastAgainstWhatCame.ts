import {
  axis,
  beside,
  type Figure,
  intervalRule,
  type Layer,
  localRouters,
  panel,
  panelLetter,
  percentText,
  points,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { byLibrary } from './shared.ts'

const shown = 'bm25'

const identity = (domain: readonly [number, number]): Layer => ({
  data: { values: domain.map((at) => ({ at })) },
  mark: { type: 'line', style: 'reference', clip: true },
  encoding: { x: { field: 'at', type: 'quantitative' }, y: { field: 'at', type: 'quantitative' } },
})

/** The tenths that hold every mark and interval. */
function tenths(rows: readonly Row[]): readonly [number, number] {
  const ends = rows.flatMap(({ low, high, came }) => [low, high, came].map(Number))
  return [Math.floor(10 * Math.min(...ends)) / 10, Math.ceil(10 * Math.max(...ends)) / 10]
}

/** Forecasts with their intervals against what came, for one router. */
export const forecastAgainstWhatCame: Figure = {
  id: 'forecast-against-what-came',
  title: 'Forecast accuracy against what came when libraries grew',
  width: 'full',
  tables: ['forecasts', 'spreads'],
  spec: ({ tables, theme }) => {
    const rows = tables.forecasts!.filter(({ router }) => router === shown)
    const sizes = [...new Set(rows.map(({ skills }) => Number(skills)))].sort((a, b) => a - b)
    const names = Object.fromEntries(sizes.map((n) => [String(n), `n = ${n}`]))
    const by = series({ field: 'today', names, legend: true })
    const domain = tenths(rows)
    const x = axis({ field: 'came', title: 'accuracy that came', domain, format: '.0%' })
    const forecast = axis({ field: 'forecast', title: 'forecast', domain, format: '.0%' })
    return beside(
      ...factorsOf(tables.spreads!).map((factor, k) => {
        const y = k === 0 ? forecast : { ...forecast, axis: { ...forecast.axis, title: null } }
        return panel({
          width: theme.width / 2 - 40,
          height: 190,
          title: `${panelLetter(k)} ${factor} times today’s size`,
          rows: rows.filter((row) => row.factor === factor).map((row): Row => ({ ...row, today: String(row.skills) })),
          layers: [
            identity(domain),
            intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'y', weight: 'outer' }),
            points({ x, y, by }),
          ],
        })
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const spreads = tables.spreads!
    const held = spreads
      .map(
        (row) =>
          `${percentText(row.held)} (${percentText(row.heldLow)} to ${percentText(row.heldHigh)}) at ${row.factor} times the size`,
      )
      .join(' and ')
    const libraries = new Set(tables.forecasts!.map(({ draw }) => draw)).size
    return {
      text: `Accuracy that the chosen form forecasts from a library of n skills, against what came when it had grown: one mark a held-out library, BM25. Bars: 90 % intervals of what comes, from errors on other libraries. Over all routers they hold what came in ${held}. Dashed: forecast = what came. ${localRouters}`,
      alt: `Two scatter plots of forecast against real accuracy with interval bars, near the diagonal. Intervals hold what came in ${held}.`,
      n: `${libraries} held-out libraries, ${measures.coverage?.n ?? 0} libraries by router in all`,
      ...byLibrary,
    }
  },
}

const factorsOf = (rows: readonly Row[]): number[] => rows.map(({ factor }) => Number(factor))
