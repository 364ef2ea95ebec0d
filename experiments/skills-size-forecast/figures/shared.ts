import { fixed } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

/** What stands beside every number on growing libraries. */
export const byLibrary = {
  interval: 'CR2 by growing library, t with G_eff − 1 degrees of freedom',
  level: '90 %',
  resampled: 'growing libraries; routers and the skills that libraries are drawn from are held fixed',
}

/** Legend names of the routers in the order of the rows. */
export const routerNames = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ router, short }) => [String(router), String(short)]))

/** '3.4 (3.1 to 3.8)'. */
export const withLimits = (
  value: Row[string] | undefined,
  low: Row[string] | undefined,
  high: Row[string] | undefined,
) => `${fixed(value, 1)} (${fixed(low, 1)} to ${fixed(high, 1)})`
