import {
  above,
  axis,
  band,
  type Figure,
  fixed,
  line,
  localRouters,
  logAxis,
  points as marks,
  panel,
  referenceLine,
  series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { countText, jackknifed } from './words.ts'

const names = { large: 'large gap', small: 'small gap', slope: 'rise of the share' }

/** The judged measures against library size. */
export const bySize: Figure = {
  id: 'by-size',
  title: 'Synergy by regime, and the rise of the share, against library size',
  width: 'column',
  tables: ['ladder', 'points'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'measure', names, legend: true })
    const own = (keys: readonly string[]): Row[] =>
      tables.ladder!.filter(({ measure, value }) => keys.includes(String(measure)) && value !== null)
    const [means, slopes] = [own(['large', 'small']), own(['slope'])]
    const x = logAxis({
      field: 'size',
      title: 'library size N',
      domain: [10, 1000],
      ticks: [10, 20, 50, 100, 200, 500, 1000],
    })
    const reach = (rows: readonly Row[], step: number): [number, number] => {
      const ends = rows.flatMap(({ value, lo90, hi90 }) => [Number(value), Number(lo90 ?? 0), Number(hi90 ?? 0)])
      return [Math.floor(Math.min(0, ...ends) / step) * step, Math.ceil(Math.max(step, ...ends) / step) * step]
    }
    const part = (rows: readonly Row[], title: string, step: number, bottom: boolean) => {
      const y = axis({ field: 'value', title, domain: reach(rows, step) })
      const along = bottom ? x : unlabelled(x)
      return panel({
        width: theme.width,
        height: 90,
        rows,
        layers: [
          referenceLine({ across: 'y', position: y, at: 0 }),
          band({ x: along, y, lo: 'lo90', hi: 'hi90', by }),
          line({ x: along, y, by }),
          marks({ x: along, y, by }),
        ],
      })
    }
    return above(part(means, 'mean synergy (points)', 10, false), part(slopes, 'rise per unit of gap', 0.5, true))
  },
  caption: ({ tables }) => {
    const at = (measure: string, size: number, digits: number): string =>
      fixed(tables.ladder!.find((row) => row.measure === measure && row.size === size)?.value, digits)
    const [first, last] = [Math.min(...choices.ladder), Math.max(...choices.ladder)]
    const run = (measure: string, digits: number): string =>
      `${at(measure, first, digits)} at N = ${first}, ${at(measure, choices.size, digits)} at ${choices.size}, ${at(measure, last, digits)} at ${last}`
    return {
      text: `Mean synergy of pairs with a large and with a small gap, and the slope on the gap of the share of P(A) (1 − P(B)) that is won. Regimes are made anew at every size, so that lines are not the same pairs all along. Large: ${run('large', 1)} points. Small: ${run('small', 1)}. Slope: ${run('slope', 2)}. ${localRouters}`,
      alt: `Two panels over library size. Mean synergy at large gaps ${run('large', 1)} points, at small ones ${run('small', 1)}; slope ${run('slope', 2)}.`,
      n: countText(tables.points!),
      ...jackknifed,
      level: '90 %',
    }
  },
}
