import {
  axis,
  type Figure,
  fixed,
  intervalText,
  line,
  localRouters,
  logAxis,
  points,
  referenceLine,
  region,
  series,
  smallMultiples,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { labels, listSizes, pick } from './shared.ts'

const formNames = { log: 'line in ln N', power: 'power', hill: 'Hill', 'signal-detection': 'signal detection' }
const { ladder, trainUpTo, heldOut } = choices

/** Forms with two parameters, fitted to small libraries and held against large ones. */
export const rivalForms: Figure = {
  id: 'rival-forms',
  title: `Forms fitted up to ${trainUpTo} skills, compared beyond`,
  width: 'full',
  tables: ['forms'],
  spec: ({ tables, theme }) => {
    const rows = tables.forms!.filter(({ wording }) => wording === choices.wording)
    const names = labels(rows)
    const columns = Math.min(4, Math.max(1, Object.keys(names).length))
    const by = series({ field: 'form', names: formNames, legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [10, 1141], ticks: [10, 100, 1000] })
    const reach = Math.max(2, ...rows.map(({ error }) => Math.abs(Number(error)))) * 1.05
    const y = axis({ field: 'error', title: 'predicted − measured (points)', domain: [-reach, reach] })
    const drawn = pick(rows, 'router', 'form', 'size', 'error')
    return smallMultiples({
      by: 'router',
      names,
      columns,
      width: theme.width - 10 * columns,
      height: 110,
      tables: { lines: drawn, points: drawn.filter(({ size }) => heldOut.includes(Number(size))) },
      layers: (only) => [
        region({ x, from: trainUpTo, to: 1141, label: 'held out' }),
        referenceLine({ across: 'y', position: y, at: 0 }),
        only('lines', line({ x, y, by })),
        only('points', points({ x, y, by })),
      ],
    })
  },
  caption: ({ tables, measures }) => ({
    text: `Four forms with two parameters each, fitted to exact accuracy at ${listSizes(ladder.filter((size) => size <= trainUpTo))} skills (${choices.wording} requests) and compared beyond; marks at ${listSizes(heldOut)}, where they are judged. In the mean signed error over these, the line in ln N is worse than the best rival by ${fixed(measures['extrapolation-gap']?.value, 2)} points where it is worst (${intervalText(measures['extrapolation-gap'], 2)}). ${localRouters}`,
    alt: `Prediction errors of four forms for ${Object.keys(labels(tables.forms!)).length} judged routers, one a kin; the region that no form was fitted to is shaded.`,
    n: `${measures['extrapolation-gap']?.n ?? 0} ${choices.wording} requests`,
    interval: 'none drawn; the interval in the text is a paired delete-one-package jackknife',
    level: '90 %',
    resampled: 'packages of the right skills',
  }),
}
