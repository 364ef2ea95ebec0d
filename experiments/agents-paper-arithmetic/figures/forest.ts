import { intervalRule, type Layer, type Position, points, type series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { architectures, teams } from '../cells.ts'

type Series = ReturnType<typeof series>

/** What captions say of intervals that rounding alone makes. */
export const arithmetic = {
  interval: 'what the rounding of the printed numbers allows',
  level: 'certain, not statistical',
  resampled: 'nothing (interval arithmetic)',
}

/** The height of a row in type sizes. */
export const rowHeight = 1.55

export const teamNames = Object.fromEntries(teams.map((team) => [team, architectures[team]]))

/** Points with their intervals along x; `weight` as in `intervalRule`. */
export function forest(
  rows: readonly Row[],
  x: Position,
  y: Position,
  by: Series,
  weight: 'inner' | 'outer' = 'inner',
): Layer[] {
  return [intervalRule({ rows, x, y, lo: 'lo', hi: 'hi', by, along: 'x', weight }), points({ rows, x, y, by })]
}

/** The same marks, one series below the other within a row. */
export function apart(layer: Layer, field: string, by: Series): Layer {
  return { ...layer, encoding: { ...layer.encoding, yOffset: { field, sort: Object.keys(by.names) } } } as Layer
}
