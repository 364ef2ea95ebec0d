import { byCodeUnit } from '@lawbook/base'
import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  type Panel,
  panel,
  panelLetter,
  points,
  referenceLine,
  series,
  unlabelled,
  valueText,
} from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'
import { apart, assignmentNames, clustersResampled, pairName } from './words.ts'

const speedRows = (rows: readonly Row[]): Row[] =>
  rows.filter(({ of, data }) => of === 'speed-up' && data === 'LLM Teams')

/** Exponents of cooperative work: every series, with the mean of each assignment and parallel share. */
export const exponents: Figure = {
  id: 'exponents',
  title: 'Exponents of speed-up, series by series',
  width: 'full',
  tables: ['exponents'],
  spec: ({ tables, theme }) => {
    const rows = speedRows(tables.exponents!)
    const by = series({ field: 'assignment', names: assignmentNames, legend: true })
    const ends = rows
      .flatMap(({ exponent, outer_low, outer_high }) => [exponent, outer_low, outer_high])
      .filter((end) => typeof end === 'number')
    const x = axis({
      field: 'exponent',
      title: 'exponent of S in n',
      domain: [Math.min(0, ...ends) - 0.05, Math.max(1.2, ...ends) + 0.05],
    })
    const labels = Object.fromEntries(
      [...new Set(rows.map(({ series: one }) => String(one)))]
        .sort((a, b) => Number(a === 'mean') - Number(b === 'mean') || byCodeUnit(a, b))
        .map((one) => [one, one === 'mean' ? 'mean' : pairName(one)]),
    )
    const shares = [...new Set(rows.map(({ p }) => Number(p)))].sort((a, b) => b - a)
    const one = (p: number, column: number): Panel => {
      const category = categoryAxis({ field: 'series', title: null, names: labels })
      const y = column === 0 ? category : unlabelled(category)
      const layers = [
        intervalRule({ x, y, lo: 'outer_low', hi: 'outer_high', by, along: 'x', weight: 'outer' }),
        intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
        points({ x, y, by }),
      ]
      return panel({
        width: (theme.width - 130) / shares.length - 8,
        height: 19 * Object.keys(labels).length,
        rows: rows.filter((each) => each.p === p),
        title: `${panelLetter(column)} p = ${p}`,
        layers: [referenceLine({ across: 'x', position: x, at: 1 }), ...apart(layers, 'assignment')],
      })
    }
    return beside(...shares.map(one))
  },
  caption: ({ tables, measures }) => {
    const main = measures['exponent-cooperative']
    const over = speedRows(tables.exponents!).filter(
      ({ series: name, exponent }) => name !== 'mean' && Number(exponent) > 1,
    )
    const all = speedRows(tables.exponents!).filter(({ series: name }) => name !== 'mean').length
    const pairs = main?.alternatives?.find(({ option }) => option.startsWith('pairs'))
    const outer = (one: Pick<Measure, 'i995'> | undefined): string =>
      one?.i995?.map((end) => fixed(end, 2)).join(' to ') ?? 'unknown'
    return {
      text: `Slope of ln S on ln n, S a ratio of geometric mean times, one agent included; dashed: linear speed-up, beyond which the claim begins. Thick and thin rules: 90 % and 99.5 % intervals of the mean of pairs, each limit the farthest of clustering by pair, by model and by suite. Judged: assigned in advance, p = 0.9, ${valueText(main, 2)}. Models share suites: its 99.5 % interval is ${outer(main)}, by pair alone ${outer(pairs)}. Single series above 1: ${over.length} of ${all}${over.length === 0 ? '' : ` (${over.map(({ series: name }) => pairName(String(name))).join('; ')})`}.`,
      alt: `Forest plots of exponents, three panels. The mean for work assigned in advance and p = 0.9 is ${valueText(main, 2)}; ${over.length} of ${all} series are above 1.`,
      n: `${all} series of suite, model, assignment and p`,
      interval: 'CR2 and t, one-sided in the outer tail',
      level: '90 % and 99.5 %',
      resampled: clustersResampled,
    }
  },
}
