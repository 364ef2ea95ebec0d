import {
  above,
  axis,
  band,
  categoryAxis,
  defineFigures,
  type FigureInputs,
  greys,
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
} from '@lawbook/figures'
import { readPrinted } from './printed.ts'

const paper = 'skill-laws'
const arithmetic = {
  interval: 'what the rounding of the printed numbers allows',
  level: 'certain, not statistical',
  resampled: 'nothing (interval arithmetic)',
}

/** What a row of the first figure says, by the claim that it belongs to. */
const labels: Readonly<Record<string, string>> = {
  'doubling-from-slope': 'points per doubling, b ln 2',
  'gamma-from-rule': 'γ from 6.7 b + 1.09',
  'critical-coupling': 'critical coupling κ*',
  'law11-tight': 'law 11, tight pairs',
  'law11-loose': 'law 11, loose pairs',
  'law11-independent': 'law 11, independent at κ = 0',
  'figure-loose': 'Fig. 6(b), loose pairs',
  'gap-summaries-divide': 'multiple of 11 models',
  'gap-law-continuous': 'gap where branches meet',
  'small-gap-follows-law': 'gap law, small gaps',
  'large-gap-follows-law': 'gap law, large gaps',
  'scored-rows-fit-design': 'rows of the audit design',
  'figure-tight': 'Fig. 6(b), loss of tight pairs',
  'r2-needs-n': 'decisions for R² > 0.97, 15 models',
  'fourfold-needs-low-b': 'skills until fourfold is possible',
}

type Compared = { claim: string; label: string; side: 'above' | 'below' | null; x: number; lo: number; hi: number }

/** The rows whose claim has, or has not, a side; `place` puts a recomputed number on the axis of the panel. */
function compare(
  { measures, claims }: FigureInputs,
  bounds: boolean,
  place: (recomputed: number, printed: number, halfWidth: number) => number,
): Compared[] {
  return Object.entries(labels).flatMap(([slug, label]) => {
    const claim = claims[`${paper}/${slug}`]!
    const { value, i90 } = measures[claim.measure!]!
    if ((claim.side !== undefined) !== bounds || typeof claim.number !== 'string' || value === null || i90 === null)
      return []
    const { value: printed, halfWidth } = readPrinted({ symbol: slug, digits: claim.number, precision: 'rounded' })
    const [x, lo, hi] = [value, ...i90].map((number) => place(number as number, printed, halfWidth)) as [
      number,
      number,
      number,
    ]
    const line = claim.side === 'above' ? 'at least ' : claim.side === 'below' ? 'at most ' : 'printed '
    return [
      {
        claim: slug,
        label: `${label}: ${short(value)}, ${line}${claim.number.replace('-', '−')}`,
        side: claim.side ?? null,
        x,
        lo,
        hi,
      },
    ]
  })
}

/** Five significant digits at most: for a label, never for a number that is used. */
function short(x: number): string {
  return groupDigits(Number(x.toPrecision(5)))
}

const one = series({ field: 'kind', names: { recomputed: 'recomputed' } })

function forest(rows: readonly Compared[], x: Position, y: Position): Layer[] {
  const own = rows.map((row) => ({ ...row, kind: 'recomputed' }))
  return [
    intervalRule({ rows: own, x, y, lo: 'lo', hi: 'hi', by: one, along: 'x', weight: 'inner' }),
    points({ rows: own, x, y, by: one }),
  ]
}

function rowAxis(rows: readonly Compared[]): Position {
  return categoryAxis({
    field: 'claim',
    title: null,
    names: Object.fromEntries(rows.map(({ claim, label }) => [claim, label])),
  })
}

/** A bar over the side of 1 that each bound allows. */
function allowedSide(
  rows: readonly Compared[],
  x: Position,
  y: Position,
  [from, to]: readonly [number, number],
): Layer {
  const values = rows.map(({ claim, side }) => (side === 'above' ? { claim, x: 1, to } : { claim, x: from, to: 1 }))
  return { data: { values }, mark: { type: 'bar', color: greys.shade }, encoding: { x, x2: { field: 'to' }, y } }
}

const rowHeight = 1.55

export default defineFigures('skills-paper-arithmetic', [
  {
    id: 'claimed-against-recomputed',
    title: "The paper's numbers against each other",
    width: 'full',
    tables: [],
    spec: (inputs) => {
      const { theme } = inputs
      const equal = compare(inputs, false, (x, printed, halfWidth) => (x - printed) / halfWidth)
      const ends = [-1000, 1000] as const
      const x = halfWidthAxis(ends)
      const bounds = compare(inputs, true, (recomputed, printed) => recomputed / printed)
      const domain = [0.2, 2000] as const
      const ratio = logAxis({ field: 'x', title: 'recomputed / printed bound', domain, ticks: [0.5, 1, 10, 100, 1000] })
      return above(
        panel({
          title: '(a) equal to the printed digits?',
          width: theme.width,
          height: theme.fontSize * rowHeight * equal.length,
          layers: [
            region({ x, from: -1, to: 1, label: '' }),
            referenceLine({ across: 'x', position: x, at: 0 }),
            ...forest(equal, x, rowAxis(equal)),
          ],
        }),
        panel({
          title: '(b) on the allowed side of the printed bound?',
          width: theme.width,
          height: theme.fontSize * rowHeight * bounds.length,
          layers: [
            allowedSide(bounds, ratio, rowAxis(bounds), domain),
            referenceLine({ across: 'x', position: ratio, at: 1 }),
            ...forest(bounds, ratio, rowAxis(bounds)),
          ],
        }),
      )
    },
    caption: () => ({
      text: 'Numbers of the skill paper recomputed from its other numbers. (a) Distance from the printed number in units of its rounding half-width, on a scale that is linear near 0 and logarithmic beyond; grey: what the printed digits allow. (b) Ratio to a printed bound; grey: the allowed side. Law 11 for independent pairs is read at no coupling, and Fig. 6(b) as the contrast of the audit: both readings are ours.',
      alt: 'Dot plot of 11 equalities and 4 bounds. Off the grey band: the compression exponent, law 11 for independent pairs, the gap law for small gaps. On the wrong side: the loss of tight pairs in Fig. 6(b), the decisions needed for R² above 0.97, the size at which a fourfold rescue is possible.',
      n: '15 comparisons',
      ...arithmetic,
    }),
  },
  {
    id: 'r2-needs-decisions',
    title: 'How many decisions the R² line needs',
    width: 'column',
    tables: ['r2'],
    spec: ({ tables, theme }) => {
      const rows = tables.r2!
      const x = logAxis({
        field: 'decisions',
        title: 'independent decisions a size',
        domain: [100, 20_000],
        ticks: [100, 500, 2500, 10_000],
      })
      const y = axis({ field: 'share', title: 'probability of R² > 0.97', domain: [0, 1], format: '.1f' })
      const by = series({ field: 'who', names: { all: 'all 15 models', one: 'one model' }, legend: true })
      const long = rows.flatMap((row) => [
        { who: 'one', decisions: row.decisions!, share: row.one_model!, lo: row.one_model!, hi: row.one_model! },
        {
          who: 'all',
          decisions: row.decisions!,
          share: row.all_models!,
          lo: row.all_models_lo90!,
          hi: row.all_models_hi90!,
        },
      ])
      return panel({
        width: theme.width,
        height: theme.fontSize * 15,
        rows: long,
        layers: [
          referenceLine({ across: 'x', position: x, at: 500 }),
          note({ decisions: 500, share: 0.62, label: 'stated: 500' }, x, y),
          referenceLine({ across: 'y', position: y, at: 0.5 }),
          band({ x, y, lo: 'lo', hi: 'hi', by }),
          line({ x, y, by }),
          points({ x, y, by }),
        ],
      })
    },
    caption: ({ measures }) => {
      const needed = measures['r2-decisions-needed']!
      return {
        text: `Probability that the least-squares line on ln N has R² above 0.97 when accuracy follows the paper's mean law exactly, decisions are independent, and N = 10, 20, 50, 100, 200, 500. Fifteen such models probably all pass from ${short(needed.value!)} decisions a size on; 500 tasks per condition are reported by a third party.`,
        alt: 'Two rising curves over a logarithmic axis of decisions a size. At 500 one model passes in one case of seven and fifteen practically never do; fifteen reach one half near 3,800.',
        n: `${needed.n} simulated models an n`,
        interval: 'simulation error',
        level: '90 %',
        resampled: 'simulated models',
      }
    },
  },
  {
    id: 'fourfold-rescue',
    title: 'Where a fourfold rescue becomes possible',
    width: 'column',
    tables: ['rescue'],
    spec: ({ tables, theme }) => {
      const rows = tables.rescue!.map((row) => ({ ...row, law: 'mean' }))
      const x = logAxis({
        field: 'size',
        title: 'library size N',
        domain: [1, 1e9],
        label: 'power',
        ticks: [1, 1e3, 1e6, 1e9],
      })
      const y = axis({
        field: 'accuracy',
        title: 'accuracy',
        domain: [0, 1],
        format: '.2f',
        ticks: [0, 0.25, 0.5, 0.75, 1],
      })
      const by = series({ field: 'law', names: { mean: "the paper's mean law" } })
      return panel({
        width: theme.width,
        height: theme.fontSize * 15,
        layers: [
          {
            data: { values: [{ size: 1, to: 1e9, accuracy: 0, top: 0.25 }] },
            mark: { type: 'rect', style: 'region' },
            encoding: { x, x2: { field: 'to' }, y, y2: { field: 'top' } },
          },
          note({ size: 1141, accuracy: 0.04, label: 'room for a fourfold rescue' }, x, y),
          referenceLine({ across: 'x', position: x, at: 1141, label: 'the library: 1,141' }),
          band({ rows, x, y, lo: 'lo', hi: 'hi', by }),
          line({ rows, x, y, by }),
        ],
      })
    },
    caption: ({ measures }) => {
      const [lo, hi] = measures['fourfold-size']!.i90 as [number, number]
      return {
        text: `The paper's mean law 0.834 − 0.042 ln N. A probability can be multiplied by four only where it is at most 1/4 (grey). The mean law gets there between ${short(lo)} and ${short(hi)} skills; at 1,141 skills it leaves room for a factor of ${short(measures['largest-rescue']!.value!)}. Difficult decisions may lie below the mean.`,
        alt: 'A line that falls slowly over nine decades of library size. It is at 0.54 at 1,141 skills and enters the grey region below 0.25 near one million.',
        n: 'one printed law',
        ...arithmetic,
      }
    },
  },
])

/** A few words inside a panel, to the right of a place. */
function note(row: Readonly<Record<string, string | number>>, x: Position, y: Position): Layer {
  return {
    data: { values: [row] },
    mark: { type: 'text', style: 'region-label', align: 'left', dx: 3 },
    encoding: { x, y, text: { field: 'label' } },
  }
}

/** An axis in rounding half-widths: linear near 0, logarithmic beyond. */
function halfWidthAxis(domain: readonly [number, number]): Position {
  const ticks = [-100, -10, -1, 0, 1, 10, 100]
  const plain = axis({ field: 'x', title: 'recomputed − printed, in rounding half-widths', domain, ticks })
  return { ...plain, scale: { ...plain.scale, type: 'symlog', constant: 1 } }
}
