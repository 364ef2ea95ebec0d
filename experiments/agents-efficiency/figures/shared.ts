import { intervalRule, type Layer, type Position, points, type series } from '@lawbook/figures'
import type { Claim, Row } from '@lawbook/schemas'

type Series = ReturnType<typeof series>

const claimId = 'agent-summary/efficiency-band'

/** The claimed band as shares, from the printed number. */
export function bandOf(claims: Readonly<Record<string, Claim>>): [number, number] {
  const [lo, hi] = claims[claimId]!.number as unknown as [string, string]
  return [Number(lo) / 100, Number(hi) / 100]
}

/** Points with their intervals along x; rows without an interval are points alone. */
export function forest(rows: readonly Row[], x: Position, y: Position, by: Series, size?: number): Layer[] {
  const known = rows.filter(({ lo }) => lo !== null)
  const marks = points({ rows, x, y, by })
  return [
    intervalRule({ rows: known, x, y, lo: 'lo', hi: 'hi', by, along: 'x', weight: 'inner' }),
    size === undefined ? marks : small(marks, size),
  ]
}

/** The same marks, one series below the other within a row. */
export function apart(layer: Layer, by: Series): Layer {
  return {
    ...layer,
    encoding: { ...layer.encoding, yOffset: { field: by.field, sort: Object.keys(by.names) } },
  } as Layer
}

/** Points that do not cover short intervals. */
export function small(layer: ReturnType<typeof points>, size: number, opacity = 1): ReturnType<typeof points> {
  return { ...layer, mark: { type: 'point', size, opacity } } as ReturnType<typeof points>
}

/** How many agents some rows are of: one may stand in several sets, readings or domains. */
export function agentsIn(rows: readonly Row[]): number {
  return new Set(rows.map(({ agent }) => agent)).size
}

/** What captions say of the intervals of medians. */
export const signTest = {
  interval: 'sign test for the median, exact; agents of one model share a sign',
  level: '90 %',
  resampled: 'models, on the same tasks',
}
