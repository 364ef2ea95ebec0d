import {
  above,
  axis,
  band,
  beside,
  categoryAxis,
  defineFigures,
  groupDigits,
  intervalRule,
  type Layer,
  line,
  logAxis,
  type Position,
  panel,
  points,
  referenceLine,
  region,
  series,
  smallMultiples,
  unlabelled,
} from '@lawbook/figures'
import type { Cell, Measure, Row } from '@lawbook/schemas'
import { choices } from './choices.ts'

const wordingNames = { direct: '(a) direct requests', situated: '(b) situated requests' } as const
const formNames = { log: 'line in ln N', power: 'power', hill: 'Hill', 'signal-detection': 'signal detection' }
/** Names short enough for a legend; a router that is not listed goes by its id. */
const short: Readonly<Record<string, string>> = {
  bm25: 'BM25',
  'tf-idf': 'TF-IDF',
  'char-ngrams': 'character n-grams',
  minisearch: 'MiniSearch',
  'token-overlap': 'token overlap',
  random: 'random',
}
/** Where curves carry a mark: the authors' ladder and round sizes around it. */
const marked = [2, 5, 10, 20, 50, 100, 200, 500, 1000]
const { ladder, trainUpTo, heldOut } = choices
const [smallest, largest] = [Math.min(...ladder), Math.max(...ladder)]
const listed = (sizes: readonly number[]): string =>
  [sizes.slice(0, -1).map(groupDigits).join(', '), ...sizes.slice(-1).map(groupDigits)].filter(Boolean).join(' and ')
const localRouters = 'Local routers are retrieval programs, not the paper’s fifteen language models.'
/** The paper’s cross-model mean slope, a constant in its authors’ code (github.com/evolvent-ai/skill-laws, F02). */
const meanSlope = 0.042

const labels = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ router }) => [String(router), short[String(router)] ?? String(router)]))
const requestsIn = (rows: readonly Row[], wording: string): number =>
  Number(rows.find((row) => row.wording === wording)?.n ?? 0)
const judgedNames = (rows: readonly Row[]): string =>
  [
    ...new Set(
      rows.filter(({ judged, wording }) => judged === true && wording === 'direct').map(({ title }) => String(title)),
    ),
  ].join(', ') || 'none'
const show = (x: number | null | undefined, digits: number): string =>
  x === null || x === undefined ? 'unknown' : x.toFixed(digits)
const percent = (x: Cell | undefined): string => (typeof x === 'number' ? `${Math.round(100 * x)} %` : 'unknown')
const interval = (measure: Measure | undefined, digits: number): string =>
  measure?.i90 == null ? 'unknown' : `${measure.i90[0].toFixed(digits)} to ${measure.i90[1].toFixed(digits)}`

/** Accuracy of every router on direct requests at both ends of the ladder, in words. */
const atBothEnds = (rows: readonly Row[]): string =>
  Object.entries(labels(rows))
    .map(([router, name]) => {
      const [small, large] = [smallest, largest].map((size) =>
        rows.find((row) => row.router === router && row.wording === 'direct' && row.size === size),
      )
      return `${name} ${percent(small?.right)} and ${percent(large?.right)}`
    })
    .join(', ')

/** The name of the dashed line, at the foot of the panel, where no legend stands. */
const paperMean = (x: Position): Layer => ({
  data: { values: [{ [x.field]: meanSlope, label: `paper’s mean, ${meanSlope}` }] },
  mark: { type: 'text', style: 'reference-label', align: 'left', baseline: 'bottom', dx: 4, dy: -3, y: 'height' },
  encoding: { x, text: { field: 'label' } },
})

export default defineFigures('skills-routing-law', [
  {
    id: 'accuracy-by-size',
    title: 'Routing accuracy against library size',
    width: 'full',
    tables: ['curves'],
    spec: ({ tables, theme }) => {
      const rows = tables.curves!
      const by = series({ field: 'router', names: labels(rows), legend: true })
      const x = logAxis({ field: 'size', title: 'library size N', domain: [2, 1141], ticks: [2, 10, 100, 1000] })
      const bare = unlabelled(x)
      const width = theme.width / 2 - 24
      const column = (wording: keyof typeof wordingNames) => {
        const own = rows.filter((row) => row.wording === wording)
        const y = axis({
          field: 'right',
          title: wording === 'direct' ? 'accuracy' : null,
          domain: [0, 1],
          format: '.0%',
        })
        const ladder = own.filter(({ onLadder }) => onLadder === true)
        const deviation = axis({
          field: 'deviation',
          title: wording === 'direct' ? 'deviation (points)' : null,
          domain: [-6, 6],
          ticks: [-4, -2, 0, 2, 4],
        })
        return above(
          panel({
            width,
            height: 170,
            title: wordingNames[wording],
            layers: [
              band({ x: bare, y, lo: 'low', hi: 'high', by, rows: own.filter(({ floor }) => floor === false) }),
              line({ x: bare, y: { ...y, field: 'fitted' }, by, rows: ladder }),
              points({ x: bare, y, by, rows: own.filter(({ size }) => marked.includes(Number(size))) }),
            ],
          }),
          panel({
            width,
            height: 76,
            rows: ladder.filter(({ floor }) => floor === false),
            layers: [referenceLine({ across: 'y', position: deviation, at: 0 }), points({ x, y: deviation, by })],
          }),
        )
      }
      return beside(column('direct'), column('situated'))
    },
    caption: ({ tables, measures }) => {
      const rows = tables.curves!
      const r2 = measures.r2
      return {
        text: `Exact expected accuracy of choosing the right skill among N real skills, for ${requestsIn(rows, 'direct')} direct and ${requestsIn(rows, 'situated')} situated requests of the judged half. Lines: a − b ln N fitted to the authors’ ladder of ${smallest} to ${largest} skills; below, deviations from it there. Judged on direct requests: ${judgedNames(rows)}; the others, and all routers on situated requests, are shown only. ${localRouters} Of wrong picks in the full library ${percent(measures['errors-nearby']?.value)} fall in the right skill’s own similarity family and may be defensible.`,
        alt: `Accuracy against library size on a logarithmic axis. On direct requests, at ${smallest} and at ${largest} skills: ${atBothEnds(rows)}. The smallest R squared of a straight line among judged routers is ${show(r2?.value, 3)}.`,
        n: `${requestsIn(rows, 'direct')} direct and ${requestsIn(rows, 'situated')} situated requests`,
        interval: 'bands: delete-one-package jackknife, t with G_eff − 1 degrees of freedom; none for the random floor',
        level: '90 %',
        resampled: 'packages of the right skills',
      }
    },
  },
  {
    id: 'slope-by-router',
    title: 'Slope of the routing law by router',
    width: 'column',
    tables: ['slopes'],
    spec: ({ tables, theme }) => {
      const rows = tables.slopes!
      const by = series({ field: 'wording', names: { direct: 'direct', situated: 'situated' }, legend: true })
      const highest = Math.max(...rows.map(({ bOuterHigh }) => Number(bOuterHigh)), 0.1)
      const x = axis({
        field: 'b',
        title: 'slope b (accuracy lost per e-fold of N)',
        domain: [0, Math.ceil(highest * 50) / 50],
      })
      const names = labels(rows)
      const y = { ...categoryAxis({ field: 'router', title: null, names }) }
      const offset = { yOffset: { field: 'wording' } } as const
      const layers = [
        intervalRule({ x, y, lo: 'bOuterLow', hi: 'bOuterHigh', by, along: 'x', weight: 'outer' }),
        intervalRule({ x, y, lo: 'bLow', hi: 'bHigh', by, along: 'x', weight: 'inner' }),
        points({ x, y, by }),
      ].map((layer) => ({ ...layer, encoding: { ...layer.encoding, ...offset } }) as Layer)
      return panel({
        width: theme.width - 40,
        height: 22 * Object.keys(names).length,
        rows,
        layers: [referenceLine({ across: 'x', position: x, at: meanSlope }), paperMean(x), ...layers],
      })
    },
    caption: ({ tables, measures }) => ({
      text: `Slope b of accuracy in ln N over ${smallest} to ${largest} skills. Thick: 90 %, thin: 99 % interval of each router alone. The paper’s mean over its models is a constant of its authors’ code and belongs to another library and other models. Over judged routers (${judgedNames(tables.slopes!)}) the mean cost of a doubling is ${show(measures['points-per-doubling']?.value, 2)} points (${interval(measures['points-per-doubling'], 2)}). ${localRouters}`,
      alt: `Forest plot of slopes for ${Object.keys(labels(tables.slopes!)).length} routers and two wordings, against the paper’s mean slope of ${meanSlope}. ${tables.slopes!.filter(({ bOuterLow }) => Number(bOuterLow) > 0).length} of ${tables.slopes!.length} intervals lie above zero; the slope of a router that scores each skill by itself cannot be negative.`,
      n: `${requestsIn(tables.slopes!, 'direct')} direct and ${requestsIn(tables.slopes!, 'situated')} situated requests`,
      interval: 'delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
      level: '90 % and 99 %',
      resampled: 'packages of the right skills',
    }),
  },
  {
    id: 'rival-forms',
    title: `Forms fitted up to ${trainUpTo} skills, compared beyond`,
    width: 'full',
    tables: ['forms'],
    spec: ({ tables, theme }) => {
      const rows = tables.forms!.filter(({ wording }) => wording === 'direct')
      const names = labels(rows)
      const count = Math.max(1, Object.keys(names).length)
      const by = series({ field: 'form', names: formNames, legend: true })
      const x = logAxis({ field: 'size', title: 'library size N', domain: [10, 1141], ticks: [10, 100, 1000] })
      const reach = Math.max(2, ...rows.map(({ error }) => Math.abs(Number(error)))) * 1.05
      const y = axis({ field: 'error', title: 'predicted − measured (points)', domain: [-reach, reach] })
      return smallMultiples({
        by: 'router',
        names,
        columns: count,
        width: theme.width - 10 * count,
        height: 120,
        tables: { lines: rows, points: rows.filter(({ judgedAt }) => judgedAt === true) },
        layers: (only) => [
          region({ x, from: trainUpTo, to: 1141, label: 'held out' }),
          referenceLine({ across: 'y', position: y, at: 0 }),
          only('lines', line({ x, y, by })),
          only('points', points({ x, y, by })),
        ],
      })
    },
    caption: ({ tables, measures }) => ({
      text: `Four forms with two parameters each, fitted to exact accuracy at ${listed(ladder.filter((size) => size <= trainUpTo))} skills (direct requests) and compared beyond; marks at ${listed(heldOut)}, where they are judged. In the mean signed error over these, the line in ln N is worse than the best rival by ${show(measures['extrapolation-gap']?.value, 2)} points where it is worst (${interval(measures['extrapolation-gap'], 2)}). ${localRouters}`,
      alt: `Prediction errors of four forms for ${Object.keys(labels(tables.forms!)).length} judged routers; the region that no form was fitted to is shaded.`,
      n: `${measures['extrapolation-gap']?.n ?? 0} direct requests`,
      interval: 'none drawn; the interval in the text is a paired delete-one-package jackknife',
      level: '90 %',
      resampled: 'packages of the right skills',
    }),
  },
])
