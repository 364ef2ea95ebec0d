import { fixed } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import type { OutcomeId } from '../correlations.ts'
import type { GroundId } from '../grounds.ts'
import { models } from '../models.ts'

export const outcomeNames: Readonly<Record<OutcomeId, string>> = {
  ratio: 'rescue ratio',
  normalised: 'normalised gain',
  difference: 'gain',
}
export const modelNames: Readonly<Record<string, string>> = Object.fromEntries(
  models.map(({ id, title }) => [id, title]),
)

/** Families in the order of the rows, floors left out. */
export const familyNames = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(judged(rows).map(({ kin }) => [String(kin), String(kin)]))

/** The routers that are no floor. */
export const judged = (rows: readonly Row[]): Row[] => rows.filter(({ floor }) => floor === false)

/** A domain around the ends of some columns, and around `also`, with a little room. */
export function reach(
  rows: readonly Row[],
  columns: readonly string[],
  also: readonly number[] = [],
): [number, number] {
  const found = rows.flatMap((row) => columns.flatMap((column) => (typeof row[column] === 'number' ? row[column] : [])))
  const ends = [...found, ...also]
  if (ends.length === 0) return [0, 1]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const room = 0.06 * (high - low) || 0.1
  return [low - room, high + room]
}

/** A correlation of the table, as text. */
export const correlationText = (rows: readonly Row[], outcome: OutcomeId, method: string): string =>
  fixed(rows.find((row) => row.outcome === outcome && row.method === method)?.value, 2)

/** How many pairs and routers a caption speaks of. */
export const sizeText = (pairs: number | undefined, rows: readonly Row[]): string => {
  const own = judged(rows)
  return `${pairs ?? 0} pairs, ${own.length} routers of ${new Set(own.map(({ kin }) => kin)).size} families`
}

/** The grounds in few words, for an axis. */
export const groundNames: Readonly<Record<GroundId, string>> = {
  present: 'in every library',
  kept: 'as first fixed',
  removed: 'in no library',
}
