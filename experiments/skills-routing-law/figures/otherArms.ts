import {
  axis,
  band,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  type Layer,
  line,
  listNames,
  localRouters,
  logAxis,
  panel,
  percentText,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { judgedRequests, judgedRows, labels, pick, skillsIn } from './shared.ts'

const parts = ['bm25', 'use']
const of = choices.wording
const packages = {
  interval: 'delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
  level: '90 %',
  resampled: 'packages of the right skills',
}

/** Routers that see the whole list, beside those that they are made of. */
export const listwise: Figure = {
  id: 'listwise',
  title: 'Routers that are shown the whole list',
  width: 'full',
  tables: ['curves', 'listwise'],
  spec: ({ tables, theme }) => {
    const sizes = choices.listwiseDraws.map(({ size }) => size)
    const alone = tables.curves!.filter(
      ({ router, wording, size }) => parts.includes(String(router)) && wording === of && sizes.includes(Number(size)),
    )
    const shown = [...alone, ...tables.listwise!.filter(({ wording }) => wording === of)]
    const by = series({ field: 'router', names: labels(shown), legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [10, 1000], ticks: [10, 100, 1000] })
    const y = axis({ field: 'right', title: 'accuracy', domain: [0, 1], format: '.0%' })
    return panel({
      width: theme.width,
      height: 150,
      rows: pick(shown, 'router', 'size', 'right', 'low', 'high'),
      layers: [band({ x, y, lo: 'low', hi: 'high', by }), line({ x, y, by }), points({ x, y, by })],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = [...tables.curves!, ...tables.listwise!].filter(({ wording, size }) => wording === of && size === 500)
    const at = (id: string): string => percentText(rows.find(({ router }) => router === id)?.right)
    const fused = [...new Map(tables.listwise!.map(({ router, short }) => [String(router), String(short)]))]
    return {
      text: `Two listwise local routers that fuse BM25 and a sentence encoder (USE) among the candidates shown, in drawn libraries, beside the exact curves of their parts; ${of} requests. At 500 skills: BM25 ${at('bm25')}, USE ${at('use')}, ${listNames(fused.map(([id, short]) => `${short} ${at(id)}`))}. A fusion is shown, never judged: it is no representation of its own. ${localRouters}`,
      alt: `Accuracy of ${fused.length} fused routers and their two parts against library size on a logarithmic axis.`,
      n: judgedRequests(measures),
      ...packages,
    }
  },
}

/** Statistics of the library shown against statistics of all skills. */
export const refits: Figure = {
  id: 'refits',
  title: 'Word statistics fitted to the library shown',
  width: 'column',
  tables: ['refits'],
  spec: ({ tables, theme }) => {
    const rows = tables.refits!
    const by = series({ field: 'router', names: labels(rows), legend: true })
    const y = categoryAxis({
      field: 'size',
      title: 'library size N',
      names: Object.fromEntries(rows.map(({ size }) => [String(size), String(size)])),
    })
    const reach =
      Math.max(2, ...rows.flatMap(({ low, high }) => [Math.abs(Number(low)), Math.abs(Number(high))])) * 1.05
    const x = axis({ field: 'difference', title: 'fitted anew − fixed (points)', domain: [-reach, reach] })
    const offset = { yOffset: { field: 'router' } } as const
    const layers = [
      intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
      points({ x, y, by }),
    ].map((layer) => ({ ...layer, encoding: { ...layer.encoding, ...offset } }) as Layer)
    return panel({
      width: theme.width - 30,
      height: 110,
      rows: pick(rows, 'router', 'size', 'difference', 'low', 'high').map((row) => ({
        ...row,
        size: String(row.size),
      })),
      layers: [referenceLine({ across: 'x', position: x, at: 0 }), ...layers],
    })
  },
  caption: ({ tables, measures }) => {
    const refits = tables.refits!.map(({ difference }) => Number(difference))
    return {
      text: `The same drawn libraries decided twice: by a router whose document frequencies and lengths are those of the library shown, and by one fitted to all ${skillsIn(measures)}, as everywhere else here. Differences run from ${fixed(Math.min(...refits), 1)} to ${fixed(Math.max(...refits), 1)} points; ${of} requests. ${localRouters}`,
      alt: `Paired differences in accuracy with intervals, for ${Object.keys(labels(tables.refits!)).length} routers at ${choices.refit.draws.length} library sizes.`,
      n: `${judgedRequests(measures)}; drawn libraries a request: ${choices.refit.draws.map(({ size, draws }) => `${draws} of ${size}`).join(', ')}`,
      ...packages,
    }
  },
}

/** Strict accuracy, and accuracy if a twin counts as right. */
export const twins: Figure = {
  id: 'twins',
  title: 'Strict and twin-tolerant accuracy',
  width: 'column',
  tables: ['tolerance'],
  spec: ({ tables, theme }) => {
    const size = Math.max(...choices.ladder)
    const rows = judgedRows(tables.tolerance!).filter((row) => row.wording === of && row.size === size)
    const by = series({ field: 'kind', names: { strict: 'strict', tolerant: 'twins accepted' }, legend: true })
    const x = axis({ field: 'right', title: `accuracy at N = ${size}`, domain: [0, 1], format: '.0%' })
    const y = categoryAxis({ field: 'router', title: null, names: labels(rows) })
    const both = rows.flatMap(({ router, strict, tolerant }) => [
      { router: router!, kind: 'strict', right: strict!, strict: strict!, tolerant: tolerant! },
      { router: router!, kind: 'tolerant', right: tolerant!, strict: strict!, tolerant: tolerant! },
    ])
    return panel({
      width: theme.width - 90,
      height: 16 * rows.length,
      rows: both,
      layers: [
        intervalRule({ x, y, lo: 'strict', hi: 'tolerant', by, along: 'x', weight: 'outer' }),
        points({ x, y, by }),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const size = Math.max(...choices.ladder)
    const gains = judgedRows(tables.tolerance!)
      .filter((row) => row.wording === of && row.size === size)
      .map(({ strict, tolerant }) => 100 * (Number(tolerant) - Number(strict)))
    return {
      text: `Accuracy at ${size} skills if only the right skill counts, and if any skill of its similarity family is accepted as well, by judged local router: ${fixed(Math.min(...gains), 1)} to ${fixed(Math.max(...gains), 1)} points more. Requests have one writer and no second judge, so the truth lies between; ${of} requests. ${localRouters}`,
      alt: `Two marks for each of ${gains.length} judged routers: strict accuracy and the accuracy with twins accepted.`,
      n: judgedRequests(measures),
      interval: 'none: both are exact expectations for these requests',
      level: 'none',
      resampled: 'nothing',
    }
  },
}
