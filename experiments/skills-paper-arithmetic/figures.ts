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
import experiment from './experiment.ts'
import { type Compared, digits, equalities, numberOf, outside, paper, ratios, short } from './figures/compared.ts'

const arithmetic = {
  interval: 'what the rounding of the printed numbers allows',
  level: 'certain, not statistical',
  resampled: 'nothing (interval arithmetic)',
}

const fourfoldAt = 1 / numberOf('rescue')

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
      const equal = equalities(inputs)
      const ends = [-1000, 1000] as const
      const x = halfWidthAxis(ends)
      const bounds = ratios(inputs)
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
    caption: (inputs) => {
      const [equal, bounds] = [equalities(inputs), ratios(inputs)]
      const side = ({ side: allowed }: Compared) =>
        allowed === 'above' ? ([1, Number.POSITIVE_INFINITY] as const) : ([0, 1] as const)
      return {
        text: 'Numbers of the skill paper recomputed from its other numbers. (a) Distance from the printed number in units of its rounding half-width, on a scale that is linear near 0 and logarithmic beyond; grey: what the printed digits allow. (b) Ratio to a printed bound; grey: the allowed side. That Fig. 6(b) shows the contrast of the audit is our reading.',
        alt: `Dot plot of ${equal.length} equalities and ${bounds.length} bounds. Off the grey band: ${outside(equal, () => [-1, 1])}. On the wrong side: ${outside(bounds, side)}.`,
        n: `${equal.length + bounds.length} comparisons`,
        ...arithmetic,
      }
    },
  },
  {
    id: 'r2-needs-decisions',
    title: 'How many decisions the R² line needs',
    width: 'column',
    tables: ['r2'],
    spec: ({ tables, claims, theme }) => {
      const rows = tables.r2!
      const stated = statedDecisions(claims)
      const x = logAxis({
        field: 'decisions',
        title: 'independent decisions a size',
        domain: [100, 20_000],
        ticks: [100, 500, 2500, 10_000],
      })
      const y = axis({
        field: 'share',
        title: `probability of R² > ${digits('r2-line')}`,
        domain: [0, 1],
        format: '.1f',
      })
      const by = series({
        field: 'who',
        names: { all: `all ${digits('models')} models`, one: 'one model' },
        legend: true,
      })
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
          referenceLine({ across: 'x', position: x, at: stated }),
          note({ decisions: stated, share: 0.62, label: `stated: ${groupDigits(stated)}` }, x, y),
          referenceLine({ across: 'y', position: y, at: experiment.choices.likely }),
          band({ x, y, lo: 'lo', hi: 'hi', by }),
          line({ x, y, by }),
          points({ x, y, by }),
        ],
      })
    },
    caption: ({ tables, measures, claims }) => {
      const needed = measures['r2-decisions-needed']!
      const stated = statedDecisions(claims)
      const there = tables.r2!.find(({ decisions }) => decisions === stated)
      const models = digits('models')
      const reached = needed.value === null ? 'at no size tried' : `from ${short(needed.value)} decisions a size on`
      return {
        text: `Probability that the least-squares line on ln N has R² above ${digits('r2-line')} when accuracy follows the paper's mean law exactly, decisions are independent, and N = ${experiment.choices.ladder.join(', ')}. All of ${models} such models probably pass ${reached}; ${groupDigits(stated)} tasks per condition are reported by a third party.`,
        alt: `Two rising curves over a logarithmic axis of decisions a size. At ${groupDigits(stated)} one model passes with probability ${percent(there?.one_model)} and all ${models} with ${percent(there?.all_models)}; all ${models} reach ${percent(experiment.choices.likely)} ${reached}.`,
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
            data: { values: [{ size: 1, to: 1e9, accuracy: 0, top: fourfoldAt }] },
            mark: { type: 'rect', style: 'region' },
            encoding: { x, x2: { field: 'to' }, y, y2: { field: 'top' } },
          },
          note({ size: numberOf('skills'), accuracy: 0.04, label: 'room for a fourfold rescue' }, x, y),
          referenceLine({
            across: 'x',
            position: x,
            at: numberOf('skills'),
            label: `the library: ${digits('skills')}`,
          }),
          band({ rows, x, y, lo: 'lo', hi: 'hi', by }),
          line({ rows, x, y, by }),
        ],
      })
    },
    caption: ({ measures }) => {
      const { value, i90 } = measures['fourfold-size']!
      const [lo, hi] = i90 as [number, number]
      const room = measures['largest-rescue']!.value!
      return {
        text: `The paper's mean law ${digits('a')} − ${digits('b')} ln N. A probability can be multiplied by ${digits('rescue')} only where it is at most ${fourfoldAt} (grey). The mean law gets there between ${short(lo)} and ${short(hi)} skills; at ${digits('skills')} skills it leaves room for a factor of ${short(room)}. Difficult decisions may lie below the mean.`,
        alt: `A line that falls slowly over ${experiment.choices.decades} decades of library size. It is at ${(1 / room).toFixed(2)} at ${digits('skills')} skills and enters the grey region below ${fourfoldAt} at ${short(value!)}.`,
        n: 'one printed law',
        ...arithmetic,
      }
    },
  },
])

/** The decisions a size that the claim about the R² line is held against. */
function statedDecisions(claims: FigureInputs['claims']): number {
  return Number(claims[`${paper}/r2-needs-n`]!.number)
}

function percent(share: unknown): string {
  if (typeof share !== 'number') return 'an unknown probability'
  return share < 0.001 ? 'less than 0.1 %' : `${Number((100 * share).toPrecision(2))} %`
}

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
