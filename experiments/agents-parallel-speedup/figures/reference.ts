import { axis, beside, type Figure, line, type Panel, panel, panelLetter, points, series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

const curveNames = { measured: 'measured', fitted: 'universal scalability, fitted' }

/** The check of the code: universal scalability on data whose parameters are printed elsewhere. */
export const reference: Figure = {
  id: 'scalability-reference',
  title: 'Universal scalability on reference data',
  width: 'full',
  tables: ['reference'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'curve', names: curveNames, legend: true })
    const sets = [...new Set(tables.reference!.map(({ data }) => String(data)))]
    const one = (id: string, k: number): Panel => {
      const rows = tables.reference!.filter(({ data }) => data === id)
      const most = (field: string): number => Math.max(...rows.map((row) => Number(row[field])))
      const x = axis({ field: 'workers', title: 'workers', domain: [0, most('workers') * 1.03] })
      const y = axis({
        field: 'throughput',
        title: k === 0 ? 'throughput' : null,
        domain: [0, most('throughput') * 1.08],
      })
      const own = (curve: string): Row[] => rows.filter((row) => row.curve === curve)
      return panel({
        width: theme.width / sets.length - 40,
        height: 120,
        rows,
        title: `${panelLetter(k)} ${id}`,
        layers: [line({ x, y, by, rows: own('fitted') }), points({ x, y, by, rows: own('measured') })],
      })
    }
    return beside(...sets.map(one))
  },
  caption: ({ tables, measures }) => ({
    text: `Throughput of two reference data sets of the R package usl (Gunther 2007) and the law fitted here by least squares. Throughput of one worker, contention and coherency agree with what the package prints within ${measures['reference-departure']?.value?.toExponential(1) ?? 'unknown'} (relative), the rounding of the printed digits. The ray tracer has no best size: its coherency is zero.`,
    alt: 'Two rising curves through measured points; one levels off, the other turns down.',
    n: `${tables.reference!.filter(({ curve }) => curve === 'measured').length} points of two data sets`,
    interval: 'none drawn',
    level: 'none',
    resampled: 'nothing',
  }),
}
