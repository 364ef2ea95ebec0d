import {
  axis,
  type Figure,
  groupDigits,
  line,
  localRouters,
  logAxis,
  percentText,
  points,
  series,
  smallMultiples,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { classNames, judgedList, largest, meanRow, smallest } from './words.ts'

const names = { realised: 'closed loop', common: 'no state', product: 'product' } as const
const panels = { all: 'all pairs', ...classNames }

/** Mean chances of a right end by library size. */
export const loopBySize: Figure = {
  id: 'loop-by-size',
  title: 'Both steps right against library size',
  width: 'full',
  tables: ['contrasts', 'routers'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'what', names, legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [smallest, largest], ticks: [10, 100, 1000] })
    const y = axis({ field: 'chance', title: 'both steps right', domain: [0, 1], ticks: [0, 0.5, 1], format: '.0%' })
    const columns = Object.keys(panels).length
    return smallMultiples({
      by: 'class',
      names: panels,
      columns,
      width: theme.width - 14 * columns,
      height: 110,
      tables: { levels: levels(tables.contrasts!) },
      layers: (only) => [only('levels', line({ x, y, by })), only('levels', points({ x, y, by }))],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = tables.contrasts!
    const at = (size: number, only = 'all'): string => {
      const row = meanRow(rows, 'contrast', 'realised over product', size, only)
      return `${percentText(row?.above)} against ${percentText(row?.below)} at N = ${groupDigits(size)}`
    }
    return {
      text: `Mean chance that a pair comes to a right end in random libraries of N skills, exact, over the judged routers (${judgedList(tables.routers!)}): in the closed loop of choosing and executing, and the product of the chances of the steps alone. ${at(smallest)}, ${at(largest)}; tight ${at(choices.size, 'tight')}, loose ${at(choices.size, 'loose')}, independent ${at(choices.size, 'independent')}. Where the line “no state” (both steps alone in one library) leaves the product is arithmetic; where the loop leaves that line is the state, and tolerance for other skills. Closed loop less product at N = ${choices.size}: ${valueText(measures['realised-above-product'], 2)} points. ${localRouters}`,
      alt: `Falling lines against library size in four panels, all pairs and each class. Closed loop against product: ${at(smallest)}, ${at(largest)}.`,
      n: `${measures['realised-above-product']?.n ?? 0} pairs`,
      interval: 'none drawn: exact expectations; intervals of ratios are in the table',
      level: 'none',
      resampled: 'nothing',
    }
  },
}

/** One row a line and size, from the contrasts that hold them. */
function levels(rows: readonly Row[]): Row[] {
  const of = (what: string, contrast: string, side: 'above' | 'below'): Row[] =>
    rows
      .filter((row) => row.router === 'mean' && row.contrast === contrast)
      .map((row): Row => ({ what, class: row.class!, size: row.size!, chance: row[side]! }))
  return [
    ...of('realised', 'realised over product', 'above'),
    ...of('common', 'alone over product', 'above'),
    ...of('product', 'realised over product', 'below'),
  ]
}
