import { fittedSizes, type SizeCurve } from '@lawbook/audit'
import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import type { ForecastChoices } from './choices.ts'
import { aheadColumn, stepColumn } from './columns.ts'
import type { Half } from './growthEvidence.ts'

/** One user's library at one time, asked by one router: what is known today, and what came. */
export type Cell = {
  readonly half: Half
  /** The growing library that it is a part of: what intervals resample. */
  readonly draw: string
  readonly design: string
  readonly router: string
  readonly skills: number
  readonly requests: number
  readonly curve: SizeCurve
  /** Accuracy once the library has grown, one value a factor. */
  readonly came: readonly number[]
}

/** Which requests a user has: both wordings, which count equally, or one of them. */
export type Asking = 'mean' | Wording

/**
 * The committed rows of growing libraries as cells; libraries with too few requests, or without one wording, are left
 * out. `cameColumn`: in which column what came stands, that of the same requests or of those for all skills by then.
 */
export function cellsFrom(
  rows: readonly Row[],
  asking: Asking,
  choices: ForecastChoices,
  cameColumn = aheadColumn,
): Cell[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = [row.half, row.design, row.draw, row.router, row.skills].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
    .map((pair) => (asking === 'mean' ? pair : pair.filter(({ wording }) => wording === asking)))
    .filter((used) => used.every(({ requests }) => Number(requests) > 0) && requestsIn(used) >= choices.fewestRequests)
    .map((used) => cellOf(used, choices, cameColumn))
}

const requestsIn = (rows: readonly Row[]): number => rows.reduce((sum, { requests }) => sum + Number(requests), 0)

function cellOf(rows: readonly Row[], { factors }: ForecastChoices, cameColumn: typeof aheadColumn): Cell {
  const [first] = rows
  if (first === undefined || rows.length > wordings.length)
    fail('LB_DATA_MISSING', `a growing library has ${rows.length} rows, one a wording is needed; observe again`)
  const sizes = fittedSizes(Number(first.skills))
  const mean = (column: string): number => rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length
  return {
    half: first.half as Half,
    draw: `${first.half} ${first.design} ${first.draw}`,
    design: String(first.design),
    router: String(first.router),
    skills: Number(first.skills),
    requests: requestsIn(rows),
    curve: { sizes, right: sizes.map((_, k) => mean(stepColumn(k))) },
    came: factors.map((factor) => mean(cameColumn(factor))),
  }
}
