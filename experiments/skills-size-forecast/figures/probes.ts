import {
  axis,
  band,
  type Figure,
  line,
  localRouters,
  logAxis,
  points,
  referenceLine,
  series,
  smallMultiples,
  valueText,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { routerNames, withLimits } from './shared.ts'

const kinds = { direct: 'direct requests', situated: 'situated requests', probes: 'probes from bodies' } as const
const sizeAxis = () => logAxis({ field: 'size', title: 'library size N', domain: [10, 1000], ticks: [10, 100, 1000] })
const columns = 3

const atJudgedSize = (rows: readonly Row[]): Row[] => rows.filter(({ size }) => size === choices.probeSize)

/** How much better probes from bodies fare than written requests, by router and N. */
export const optimismOfProbes: Figure = {
  id: 'optimism-of-probes',
  title: 'Accuracy of probes from bodies less that of written requests',
  width: 'full',
  tables: ['optimism'],
  spec: ({ tables, theme }) => {
    const rows = tables.optimism!
    const by = series({ field: 'all', names: { all: 'all' } })
    const x = sizeAxis()
    const ends = rows.flatMap(({ low, high }) => [Number(low), Number(high)])
    const domain = [Math.floor(Math.min(...ends) / 5) * 5, Math.ceil(Math.max(...ends) / 5) * 5] as const
    const y = axis({ field: 'optimism', title: 'points', domain })
    return smallMultiples({
      by: 'router',
      names: routerNames(rows),
      columns,
      width: theme.width - 30 * columns,
      height: 90,
      tables: { all: rows.map((row): Row => ({ ...row, all: 'all' })) },
      layers: (only) => [
        referenceLine({ across: 'y', position: y, at: 0 }),
        only('all', band({ x, y, lo: 'low', hi: 'high', by })),
        only('all', line({ x, y, by })),
        only('all', points({ x, y, by })),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = atJudgedSize(tables.optimism!)
    const said = rows.map((row) => `${row.short} ${withLimits(row.optimism, row.low, row.high)}`).join(', ')
    return {
      text: `Exact accuracy of probes made from the bodies of skills less that of written requests for the same skills (mean of direct and situated), in points, by router. Among ${choices.probeSize} skills: ${said}; mean over routers ${valueText(measures.optimism, 1)}. Above the line probes are optimistic. ${localRouters}`,
      alt: `One panel a router with a line against library size and a band. Among ${choices.probeSize} skills: ${said}.`,
      n: `${measures.optimism?.n ?? 0} requests and probes`,
      interval: 'delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
      level: '90 %',
      resampled: 'packages of the right skills',
    }
  },
}

/** The accuracies behind it: probes lie between the two wordings. */
export const probesAndRequests: Figure = {
  id: 'probes-and-requests',
  title: 'Accuracy against library size of requests and of probes from bodies',
  width: 'full',
  tables: ['optimism'],
  spec: ({ tables, theme }) => {
    const rows = tables.optimism!.flatMap((row) =>
      Object.keys(kinds).map((kind): Row => ({ ...row, asked: kind, right: row[kind]! })),
    )
    const by = series({ field: 'asked', names: kinds, legend: true })
    const x = sizeAxis()
    const y = axis({ field: 'right', title: 'accuracy', domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format: '.0%' })
    return smallMultiples({
      by: 'router',
      names: routerNames(rows),
      columns,
      width: theme.width - 30 * columns,
      height: 90,
      tables: { all: rows },
      layers: (only) => [only('all', line({ x, y, by })), only('all', points({ x, y, by }))],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = atJudgedSize(tables.optimism!)
    const percent = (share: Row[string] | undefined): string => `${Math.round(100 * Number(share))} %`
    const said = rows
      .map(
        (row) =>
          `${row.short} ${percent(row.direct)} direct, ${percent(row.situated)} situated, ${percent(row.probes)} probes`,
      )
      .join('; ')
    return {
      text: `Exact accuracy over random libraries of N skills for written requests in two wordings and for probes made from the bodies of the same skills. Among ${choices.probeSize} skills: ${said}. ${localRouters}`,
      alt: `One panel a router, three falling lines each; probes lie between the wordings. Among ${choices.probeSize} skills: ${said}.`,
      n: `${measures.optimism?.n ?? 0} requests and probes`,
      interval: 'none drawn',
      level: 'none',
      resampled: 'nothing',
    }
  },
}
