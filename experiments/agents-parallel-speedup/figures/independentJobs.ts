import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  greys,
  intervalRule,
  line,
  panel,
  points,
  referenceLine,
  series,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

const ofJobs = (rows: readonly Row[]): Row[] => rows.filter(({ data }) => data === 'independent jobs')

/** Independent jobs: speed-up of each series, and the exponents. */
export const independentJobs: Figure = {
  id: 'independent-jobs',
  title: 'Speed-up of independent jobs',
  width: 'full',
  tables: ['speedups', 'exponents', 'shares'],
  spec: ({ tables, theme }) => {
    const rows = tables.speedups!.filter(({ work }) => work === 'independent')
    const forest = ofJobs(tables.exponents!)
    const named = rows.map((row): Row => ({ ...row, series: row.curve === 'mean' ? 'mean' : row.unit! }))
    const drawn = named.filter(({ curve }) => curve === 'unit' || curve === 'mean')
    const names = Object.fromEntries(forest.map(({ series: one }) => [String(one), String(one)]))
    const by = series({ field: 'series', names, legend: true })
    const most = Math.max(...drawn.map(({ agents, speedup }) => Math.max(Number(agents), Number(speedup))))
    const x = axis({ field: 'agents', title: 'agents', domain: [0.9, 5.1], ticks: [1, 2, 3, 4, 5] })
    const y = axis({ field: 'speedup', title: 'speed-up', domain: [0.8, most + 0.2] })
    const linear = rows.filter(({ curve }) => curve === 'linear')
    const ends = forest.flatMap((row) => [row.exponent, row.outer_low, row.outer_high]).filter((end) => end !== null)
    const e = axis({
      field: 'exponent',
      title: 'exponent of S in n',
      domain: [Math.min(...ends.map(Number)) - 0.05, Math.max(1, ...ends.map(Number)) + 0.05],
    })
    const one = categoryAxis({ field: 'series', title: null, names })
    return beside(
      panel({
        width: theme.width / 2 - 40,
        height: 136,
        rows: drawn,
        title: '(a) speed-up; dashed: linear',
        layers: [
          {
            data: { values: linear },
            mark: { type: 'line', strokeDash: [3, 2], strokeWidth: 1, color: greys.axis },
            encoding: { x, y },
          },
          intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'y', weight: 'outer' }),
          line({ x, y, by }),
          points({ x, y, by }),
        ],
      }),
      panel({
        width: theme.width / 2 - 104,
        height: 136,
        rows: forest,
        title: '(b) exponents',
        layers: [
          referenceLine({ across: 'x', position: e, at: 1 }),
          intervalRule({ x: e, y: one, lo: 'outer_low', hi: 'outer_high', by, along: 'x', weight: 'outer' }),
          intervalRule({ x: e, y: one, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
          points({ x: e, y: one, by }),
        ],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const share = tables.shares!.find(
      ({ data, event }) => String(data).startsWith('independent') && event === 'above-linear',
    )
    const cells = Math.round(Number(share?.share) * Number(share?.teams))
    const main = measures['exponent-independent-jobs']
    return {
      text: `One to five jobs at once that have nothing to do with one another, behind one gateway (a personal benchmark: three repetitions, their spread not reported). (a) Speed-up as published, and the geometric mean with its interval; (b) slope of ln S on ln n of each series, and the mean with its 90 % (thick) and 99.5 % (thin) interval; dashed: linear. Mean ${valueText(main, 2)}. ${cells} of ${share?.teams ?? 0} cells are faster than linear; if all were exactly linear, about half would be.`,
      alt: `Lines of speed-up against 1 to 5 agents beside the diagonal, and a forest plot of exponents with mean ${valueText(main, 2)}; linear would be 1.`,
      n: `${main?.n ?? 0} series of 1 to 5 agents`,
      interval: 'Student',
      level: '(a) 90 %; (b) 90 % and 99.5 %',
      resampled: 'series, taken as independent',
    }
  },
}
