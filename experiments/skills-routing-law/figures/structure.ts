import {
  axis,
  type Figure,
  fixed,
  groupDigits,
  intervalText,
  line,
  localRouters,
  logAxis,
  points,
  series,
  smallMultiples,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { judgedRows, labels, pick } from './shared.ts'

const arrangements = { far: 'farthest first', random: 'random', near: 'nearest first' }
const { similar, separated } = choices

/** The same router and the same number of skills, in libraries of strangers, of a random draw and of look-alikes. */
export const structure: Figure = {
  id: 'structure',
  title: 'Accuracy in libraries of look-alikes and of strangers',
  width: 'full',
  tables: ['structure'],
  spec: ({ tables, theme }) => {
    const rows = judgedRows(tables.structure!).filter(({ wording }) => wording === choices.wording)
    const names = labels(rows)
    const columns = Math.min(4, Math.max(1, Object.keys(names).length))
    const by = series({ field: 'arrangement', names: arrangements, legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [10, 1000], ticks: [10, 100, 1000] })
    const y = axis({ field: 'right', title: 'accuracy', domain: [0, 1], format: '.0%' })
    const drawn = pick(rows, 'router', 'arrangement', 'size', 'right')
    return smallMultiples({
      by: 'router',
      names,
      columns,
      width: theme.width - 10 * columns,
      height: 100,
      tables: { rows: drawn },
      layers: (only) => [only('rows', line({ x, y, by })), only('rows', points({ x, y, by }))],
    })
  },
  caption: ({ tables, measures }) => ({
    text: `Accuracy on ${choices.wording} requests in libraries that are no random draw: the right skill among its nearest or its farthest competitors by TF-IDF cosine of name and description, against the random libraries of the routing law. At ${similar} skills strangers are better than look-alikes by at least ${fixed(measures['near-far-gap']?.value, 1)} points (${intervalText(measures['near-far-gap'], 1)}) for every judged router; ${groupDigits(separated)} strangers against ${similar} look-alikes: ${fixed(measures['thousand-gap']?.value, 1)} points (${intervalText(measures['thousand-gap'], 1)}). Similarity changes along these curves, so their slope is no b. ${localRouters}`,
    alt: `Three curves for each of ${Object.keys(labels(judgedRows(tables.structure!))).length} judged routers: accuracy is highest among the farthest competitors and lowest among the nearest where structure matters.`,
    n: `${measures['near-far-gap']?.n ?? 0} ${choices.wording} requests`,
    interval: 'none drawn; intervals in the text: paired delete-one-package jackknife, smallest over routers',
    level: '90 %',
    resampled: 'packages of the right skills',
  }),
}
