import type { Position } from '@lawbook/figures'
import { logAxis, region, series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'

export const { from, to } = choices.band
/** Team sizes as figures show them. */
export const sizeDomain = [0.85, 300] as const

export const kinds = series({
  field: 'kind',
  names: { judged: 'with a spread', 'no-spread': 'no spread printed', secondary: 'read second hand' },
  legend: true,
})

export const teamSize = (
  title: string | null,
  domain: readonly [number, number] = sizeDomain,
  ticks: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128, 256],
): Position => logAxis({ field: 'size', title, domain, ticks: ticks.filter((tick) => tick <= domain[1]) })

/** The claimed sizes. */
export const claimedBand = (x: Position, label = '') => region({ x, from, to, label })

export const countOf = (rows: readonly Row[], test: (row: Row) => boolean): number => rows.filter(test).length
