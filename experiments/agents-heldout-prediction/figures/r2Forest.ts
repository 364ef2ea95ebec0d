import {
  above,
  axis,
  beside,
  categoryAxis,
  type FigureInputs,
  greys,
  intervalRule,
  type Layer,
  type Panel,
  type Position,
  panel,
  points,
  referenceLine,
  series,
  type Theme,
  unlabelled,
} from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'
import { claimIds, crossNames, rowNames } from './words.ts'

const one = series({ field: 'kind', names: { r2: 'R²', mark: 'without a law' } })

/** R² of every predictor with its intervals, the line of the claims, and the number that the closest paper prints. */
export function r2Forest({ tables, measures, claims, theme }: FigureInputs & { readonly theme: Theme }): Panel {
  const line = claims[claimIds.change]!.tolerance.value!
  const printed = Number(claims[claimIds.printed]!.number)
  const all = tables.r2!.map((row): Row => ({ ...row, kind: 'r2', row: `${row.rows} ${row.predictor}` }))
  const crossed = all.map((row): Row => ({ ...row, row: `${row.data} ${row.predictor}` }))
  const swept = (target: string) => all.filter((row) => row.data === 'edgebench' && row.target === target)
  const marks = (ids: readonly string[]) => ids.map((id): Row => markOf(id, measures[id]))
  const cross = (target: string) => crossed.filter((row) => row.data !== 'edgebench' && row.target === target)
  const forest = (title: string, rows: readonly Row[], names: Readonly<Record<string, string>>, options: Options) =>
    forestPanel({ title, rows, names, line, theme, ...options })
  const near = { domain: [-0.1, 1], ticks: [0, 0.5, 1] } as const
  const far = { domain: [-0.6, 1], ticks: [-0.5, 0, 0.5, 1] } as const
  return above(
    beside(
      forest('(a) change on a task', [...swept('change'), ...marks(['change-in-random-order'])], rowNames, {
        ...near,
        first: true,
        labelled: true,
      }),
      forest('(b) score on a task', [...swept('level'), ...marks(baselines)], rowNames, {
        ...near,
        first: false,
        labelled: true,
      }),
    ),
    beside(
      forest('(c) success on a benchmark', cross('level'), crossNames, { ...far, first: true, printed }),
      forest('(d) success less its mean', cross('within'), crossNames, { ...far, first: false, labelled: true }),
    ),
  )
}

const baselines = ['first-score-unchanged', 'first-score-and-mean-gain'] as const

/** A measure that no fit stands behind, as a row of the forest. */
function markOf(id: string, measure: Measure | undefined): Row {
  const [lo90, hi90] = measure?.i90 ?? [null, null]
  const [lo995, hi995] = measure?.i995 ?? [null, null]
  return { row: id, kind: 'mark', r2: measure?.value ?? null, lo90, hi90, lo995, hi995 }
}

/** The number of the closest paper: dotted, so that it is not taken for the line of the claim. */
function printedLine(position: Position, at: number): Layer[] {
  const data = { values: [{ [position.field]: at }] }
  const mark = { type: 'rule' as const, color: greys.quiet, strokeDash: [1, 2], strokeWidth: 1.2 }
  return [{ data, mark, encoding: { x: position } }, sideLabel(position, at, `Kim et al. ${at}`, 'left')]
}

/** A label above the panel that ends (`right`) or begins (`left`) at its line, where two lines stand close together. */
function sideLabel(position: Position, at: number, label: string, align: 'left' | 'right'): Layer {
  const dx = align === 'right' ? 6 : -2
  const mark = { type: 'text', style: 'reference-label', align, baseline: 'bottom', y: 0, dy: -2, dx } as const
  return {
    data: { values: [{ [position.field]: at, label }] },
    mark,
    encoding: { x: position, text: { field: 'label' } },
  }
}

type Options = {
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
  /** Whether the panel stands at the left and names its rows. */
  readonly first: boolean
  /** Whether the line of the claim carries its number. */
  readonly labelled?: boolean
  readonly printed?: number
}

function forestPanel(
  options: Options & {
    readonly title: string
    readonly rows: readonly Row[]
    readonly names: Readonly<Record<string, string>>
    readonly line: number
    readonly theme: Theme
  },
): Panel {
  const { title, rows, names, line, theme, domain, ticks, first, labelled, printed } = options
  const x = axis({ field: 'r2', title: 'out-of-sample R²', domain, ticks, format: '.1f' })
  const named = categoryAxis({ field: 'row', title: null, names })
  const y = first ? named : unlabelled(named)
  const claimed = referenceLine({
    across: 'x',
    position: x,
    at: line,
    ...(labelled ? { label: `claim: above ${line}` } : {}),
  })
  return panel({
    title,
    width: theme.width / 2,
    height: theme.fontSize * 1.9 * Object.keys(names).length,
    rows,
    layers: [
      ...(printed === undefined
        ? [claimed]
        : [sideLabel(x, line, `claim: above ${line}`, 'right'), claimed, ...printedLine(x, printed)]),
      intervalRule({ x, y, lo: 'lo995', hi: 'hi995', by: one, along: 'x', weight: 'outer' }),
      intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by: one, along: 'x', weight: 'inner' }),
      points({ x, y, by: one }),
    ],
  })
}
