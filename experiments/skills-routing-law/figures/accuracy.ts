import {
  above,
  axis,
  band,
  beside,
  contextLines,
  type Figure,
  fixed,
  line,
  listNames,
  localRouters,
  logAxis,
  panel,
  percentText,
  points,
  referenceLine,
  series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { judgedRows, labels, pick, requestsIn, wordingNames } from './shared.ts'

const { ladder } = choices
const [smallest, largest] = [Math.min(...ladder), Math.max(...ladder)]

/** Accuracy of the judged routers on direct requests at both ends of the ladder, in words. */
const atBothEnds = (rows: readonly Row[]): string =>
  Object.entries(labels(rows))
    .map(([router, name]) => {
      const [small, large] = [smallest, largest].map((size) =>
        rows.find((row) => row.router === router && row.wording === 'direct' && row.size === size),
      )
      return `${name} ${percentText(small?.right)} and ${percentText(large?.right)}`
    })
    .join(', ')

export const accuracyBySize: Figure = {
  id: 'accuracy-by-size',
  title: 'Routing accuracy against library size',
  width: 'full',
  tables: ['curves'],
  spec: ({ tables, theme }) => {
    const judged = judgedRows(tables.curves!)
    const by = series({ field: 'router', names: labels(judged), legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [2, 1141], ticks: [2, 10, 100, 1000] })
    const bare = unlabelled(x)
    const width = theme.width / 2 - 24
    const column = (wording: keyof typeof wordingNames) => {
      const of = (rows: readonly Row[]): Row[] => rows.filter((row) => row.wording === wording)
      const own = of(judged)
      const first = wording === 'direct'
      const y = axis({ field: 'right', title: first ? 'accuracy' : null, domain: [0, 1], format: '.0%' })
      const onLadder = own.filter((row) => row.onLadder === true)
      const deviation = axis({
        field: 'deviation',
        title: first ? 'deviation (points)' : null,
        domain: [-6, 6],
        ticks: [-4, -2, 0, 2, 4],
      })
      return above(
        panel({
          width,
          height: 190,
          title: wordingNames[wording],
          layers: [
            contextLines({ x: bare, y, group: 'router', rows: pick(of(tables.curves!), 'router', 'size', 'right') }),
            band({ x: bare, y, lo: 'low', hi: 'high', by, rows: pick(own, 'router', 'size', 'low', 'high') }),
            line({ x: bare, y: { ...y, field: 'fitted' }, by, rows: pick(onLadder, 'router', 'size', 'fitted') }),
            points({ x: bare, y, by, rows: pick(onLadder, 'router', 'size', 'right') }),
          ],
        }),
        panel({
          width,
          height: 76,
          rows: pick(onLadder, 'router', 'size', 'deviation'),
          layers: [referenceLine({ across: 'y', position: deviation, at: 0 }), points({ x, y: deviation, by })],
        }),
      )
    }
    return beside(column('direct'), column('situated'))
  },
  caption: ({ tables, measures }) => {
    const rows = tables.curves!
    const judged = judgedRows(rows)
    const routers = new Set(rows.map(({ router }) => router)).size
    return {
      text: `Exact expected accuracy of choosing the right skill among N real skills, for ${requestsIn(rows, 'direct')} direct and ${requestsIn(rows, 'situated')} situated requests of the judged half. Colours: one router a kin, those judged on direct requests (${listNames(Object.values(labels(judged)))}); lines: a − b ln N fitted to the authors’ ladder of ${smallest} to ${largest} skills; below, deviations from it there. Grey: all ${routers} local routers with exact curves. ${localRouters} Of wrong picks in the full library ${percentText(measures['errors-nearby']?.value)} fall in the right skill’s own similarity family and may be defensible.`,
      alt: `Accuracy against library size on a logarithmic axis. On direct requests, at ${smallest} and at ${largest} skills: ${atBothEnds(judged)}. The smallest R squared of a straight line among judged routers is ${fixed(measures.r2?.value, 3)}.`,
      n: `${requestsIn(rows, 'direct')} direct and ${requestsIn(rows, 'situated')} situated requests`,
      interval: 'bands: delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
      level: '90 %',
      resampled: 'packages of the right skills',
    }
  },
}
