import {
  axis,
  beside,
  categoryAxis,
  greys,
  intervalRule,
  type Layer,
  type Panel,
  type Position,
  panel,
  panelLetter,
  points,
  referenceLine,
  series,
  type Theme,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import type { AxisId } from '../axes.ts'

/** The axes in their order, short. */
const short: Readonly<Record<AxisId, string>> = {
  compute: 'compute',
  'raw-context': 'raw context',
  'managed-context': 'managed',
  'tool-depth': 'depth',
  'agent-count': 'agents',
}

const roles = { judged: 'judged mean', decides: 'decides', beside: 'beside, never judged' }

/** Where each number is cut, and the value that says "no effect" or "as a line in ln x". */
const columns = [
  { number: 'slope', heading: 'sign', title: 'points per e-fold', domain: [-35, 20], at: 0 },
  { number: 'size', heading: 'size', title: 'points in all', domain: [-60, 40], at: 0 },
  { number: 'saturation', heading: 'saturation', title: 'upper / lower', domain: [-1, 4], at: 1 },
] as const

/** A row a sweep, grouped by axis and headed by its judged mean; sign, size and saturation beside one another. */
export function sideBySide(rows: readonly Row[], theme: Theme): Panel {
  const [axes, order] = [Object.keys(short), Object.keys(roles)]
  const rank = (row: Row): number => 10 * axes.indexOf(String(row.axis)) + order.indexOf(String(row.role))
  const places = [...new Map(rows.map((row) => [row.sweep, row])).values()].sort((a, b) => rank(a) - rank(b))
  const names = Object.fromEntries(
    places.map(({ sweep, axis: of, label }) => [String(sweep), `${short[of as AxisId]}: ${String(label)}`]),
  )
  const by = series({ field: 'role', names: roles, legend: true })
  const y = categoryAxis({ field: 'sweep', title: null, names })
  const width = theme.width / 3 - 12
  return beside(
    ...columns.map(({ number, heading, title, domain, at }, k) => {
      const x = axis({ field: 'value', title, domain })
      const place = k === 0 ? y : unlabelled(y)
      const own = rows.filter((row) => row.number === number && row.value !== null)
      const rule = (lo: string, hi: string, weight: 'inner' | 'outer') =>
        intervalRule({ x, y: place, lo, hi, by, along: 'x', weight, rows: own.filter((row) => row[lo] !== null) })
      return panel({
        width,
        height: 12.5 * places.length,
        rows: own,
        title: `${panelLetter(k)} ${heading}`,
        layers: [
          referenceLine({ across: 'x', position: x, at }),
          rule('lo995', 'hi995', 'outer'),
          rule('lo90', 'hi90', 'inner'),
          points({ x, y: place, by, rows: own.filter(({ value }) => isInside(Number(value), domain)) }),
          arrows(own, domain, x, place),
        ],
      })
    }),
  )
}

const isInside = (value: number, [low, high]: readonly [number, number]): boolean => low <= value && value <= high

/** A small arrow at an edge beyond which a value or an interval goes on. */
function arrows(rows: readonly Row[], [low, high]: readonly [number, number], x: Position, y: Position): Layer {
  const reach = (row: Row): number[] =>
    ['value', 'lo90', 'hi90', 'lo995', 'hi995'].flatMap((name) => (typeof row[name] === 'number' ? [row[name]] : []))
  const values = rows.flatMap((row) => [
    ...(Math.min(...reach(row)) < low ? [{ sweep: row.sweep!, value: low, turn: -90 }] : []),
    ...(Math.max(...reach(row)) > high ? [{ sweep: row.sweep!, value: high, turn: 90 }] : []),
  ])
  return {
    data: { values },
    mark: { type: 'point', shape: 'triangle', filled: true, opacity: 1, color: greys.text, size: 14 },
    encoding: { x, y, angle: { field: 'turn', type: 'quantitative', scale: null } },
  }
}
