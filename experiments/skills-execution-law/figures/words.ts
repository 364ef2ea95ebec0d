import { listNames } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'

export const classNames = { tight: 'tight', loose: 'loose', independent: 'independent' } as const
export const [smallest, largest] = [Math.min(...choices.ladder), Math.max(...choices.ladder)]

export const jackknifed = {
  interval: 'delete-one jackknife, t with G_eff − 1 degrees of freedom, the farther limit of both ways',
  level: '90 %',
  resampled: 'skills of the second step, and kins of routers',
}

/** Judged routers by id with the name that a legend shows, in the order of the rows. */
export const judgedNames = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(
    rows.filter(({ judged }) => judged === true).map(({ router, short }) => [String(router), String(short)]),
  )

export const judgedList = (rows: readonly Row[]): string => listNames(Object.values(judgedNames(rows)))

/** The judged routers to which both steps of a plan are the same request. */
export const deafList = (rows: readonly Row[]): string =>
  listNames(Object.entries(judgedNames(rows)).flatMap(([id, short]) => (choices.deaf.includes(id) ? [short] : []))) ||
  'none is judged'

/** The row of a contrast or a channel for the mean over judged routers at a size, of one class of pairs or of all. */
export const meanRow = (
  rows: readonly Row[],
  of: 'contrast' | 'channel',
  id: string,
  size = choices.size,
  only = 'all',
): Row | undefined =>
  rows.find(
    (row) =>
      row.router === 'mean' && row[of] === id && row.size === size && (row.class === undefined || row.class === only),
  )

/** In how many pairs without a leak one mean chance is above another, and how many such pairs there are. */
export function pairsAbove(rows: readonly Row[], above: string, below: string): { above: number; pairs: number } {
  const own = rows.filter(({ router, leaks }) => router === 'mean' && leaks === false)
  return { above: own.filter((row) => Number(row[above]) > Number(row[below])).length, pairs: own.length }
}
