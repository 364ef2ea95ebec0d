import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  intervalText,
  type Layer,
  listNames,
  localRouters,
  type Position,
  panel,
  points,
  referenceLine,
  series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { judgedRows, labels, requestsIn, wordingNames } from './shared.ts'

/** The paper’s cross-model mean slope, a constant in its authors’ code (github.com/evolvent-ai/skill-laws, F02). */
const meanSlope = 0.042

/** The name of the dashed line, at the foot of the panel, where no legend stands. */
const paperMean = (x: Position): Layer => ({
  data: { values: [{ [x.field]: meanSlope, label: `paper’s mean, ${meanSlope}` }] },
  mark: { type: 'text', style: 'reference-label', align: 'left', baseline: 'bottom', dx: 4, dy: -3, y: 'height' },
  encoding: { x, text: { field: 'label' } },
})

const highest = (rows: readonly Row[], column: string): number =>
  Math.ceil(Math.max(...rows.map((row) => Number(row[column] ?? 0)), 0.1) * 50) / 50

/** The slope of every router, kin by kin. */
export const slopeByRouter: Figure = {
  id: 'slope-by-router',
  title: 'Slope of the routing law by router',
  width: 'full',
  tables: ['slopes'],
  spec: ({ tables, theme }) => {
    const rows = tables.slopes!
    const by = series({ field: 'judgedAs', names: { judged: 'judged, one a kin', shown: 'shown' }, legend: true })
    const x = axis({
      field: 'b',
      title: 'slope b (accuracy lost per e-fold of N)',
      domain: [0, highest(rows, 'bOuterHigh')],
    })
    const names = Object.fromEntries(rows.map((row) => [String(row.router), `${row.short} · ${row.kin}`]))
    const column = (wording: keyof typeof wordingNames) => {
      const y = categoryAxis({ field: 'router', title: null, names })
      const bare = { ...y, axis: { ...y.axis, labels: wording === 'direct' } } as Position
      const own = rows
        .filter((row) => row.wording === wording)
        .map(({ router, judged, b, bLow, bHigh, bOuterLow, bOuterHigh }) => ({
          ...{ router: router!, b: b!, bLow: bLow!, bHigh: bHigh!, bOuterLow: bOuterLow!, bOuterHigh: bOuterHigh! },
          judgedAs: judged === true ? 'judged' : 'shown',
        }))
      return panel({
        width: theme.width / 2 - 84,
        height: 13 * Object.keys(names).length,
        title: wordingNames[wording],
        rows: own,
        layers: [
          referenceLine({ across: 'x', position: x, at: meanSlope }),
          paperMean(x),
          intervalRule({ x, y: bare, lo: 'bOuterLow', hi: 'bOuterHigh', by, along: 'x', weight: 'outer' }),
          intervalRule({ x, y: bare, lo: 'bLow', hi: 'bHigh', by, along: 'x', weight: 'inner' }),
          points({ x, y: bare, by }),
        ],
      })
    }
    return beside(column('direct'), column('situated'))
  },
  caption: ({ tables, measures }) => {
    const rows = tables.slopes!
    const judged = Object.values(labels(judgedRows(rows)))
    return {
      text: `Slope b of accuracy in ln N over ${Math.min(...choices.ladder)} to ${Math.max(...choices.ladder)} skills for each local router, kin by kin. Thick: 90 %, thin: 99 % interval of each router alone. The paper’s mean over its models is a constant of its authors’ code and belongs to another library and other models. Over the judged routers (${listNames(judged)}; n = ${judged.length} kins) the mean cost of a doubling is ${fixed(measures['points-per-doubling']?.value, 2)} points (${intervalText(measures['points-per-doubling'], 2)}). ${localRouters}`,
      alt: `Forest plot of slopes for ${Object.keys(labels(rows)).length} routers and two wordings, against the paper’s mean slope of ${meanSlope}. ${rows.filter(({ bOuterLow }) => Number(bOuterLow) > meanSlope).length} of ${rows.length} intervals lie wholly above that mean; the slope of a router that scores each skill by itself cannot be negative.`,
      n: `${requestsIn(rows, 'direct')} direct and ${requestsIn(rows, 'situated')} situated requests`,
      interval: 'delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
      level: '90 % and 99 %',
      resampled: 'packages of the right skills',
    }
  },
}

const kinds = ['length of the description', 'domain', 'package'] as const

/** The slope by what is known of the right skill. */
export const slopeByStratum: Figure = {
  id: 'slope-by-stratum',
  title: 'Slope of the routing law by stratum',
  width: 'full',
  tables: ['strata'],
  spec: ({ tables, theme }) => {
    const rows = tables.strata!.filter(({ wording }) => wording === choices.wording)
    const by = series({ field: 'kind', names: Object.fromEntries(kinds.map((kind) => [kind, kind])), legend: true })
    const names = Object.fromEntries(rows.map((row) => [`${row.kind}: ${row.stratum}`, `${row.stratum} (${row.n})`]))
    const x = axis({ field: 'b', title: 'slope b (accuracy lost per e-fold of N)', domain: [0, highest(rows, 'high')] })
    const y = categoryAxis({ field: 'name', title: null, names })
    return panel({
      width: theme.width - 190,
      height: 12 * Object.keys(names).length,
      rows: rows.map(({ kind, stratum, b, low, high }) => ({
        ...{ kind: kind!, b: b!, low: low!, high: high! },
        name: `${kind}: ${stratum}`,
      })),
      layers: [
        referenceLine({ across: 'x', position: x, at: meanSlope }),
        intervalRule({ x, y, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
        points({ x, y, by }),
      ],
    })
  },
  caption: ({ tables }) => {
    const rows = tables.strata!.filter(({ wording }) => wording === choices.wording)
    const packages = rows.filter(({ kind }) => kind === 'package').map(({ b }) => Number(b))
    return {
      text: `Slope b over the ladder, averaged over the judged routers (one a kin), for ${choices.wording} requests grouped by what is known of the right skill; in brackets the number of requests. The strata are confounded with each other: a package has one writer, few domains and one habit of describing. No interval where a stratum’s clusters are worth fewer than three equal ones. Dashed: the paper’s mean slope, ${meanSlope}, of other models on another library. ${localRouters}`,
      alt: `Forest plot of slopes for ${rows.length} strata. Over packages with at least twenty requests the slope runs from ${fixed(Math.min(...packages), 3)} to ${fixed(Math.max(...packages), 3)}.`,
      n: `${rows.filter(({ kind }) => kind === kinds[0]).reduce((sum, { n }) => sum + Number(n), 0)} ${choices.wording} requests`,
      interval: 'CR2 standard error, t with G_eff − 1 degrees of freedom',
      level: '90 %',
      resampled: 'packages; inside one package similarity families',
    }
  },
}
