import { fixed } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

/** What every caption on names has to say of the requests. */
export const nameBan =
  'The writers of the requests saw the descriptions and were forbidden the skill’s name: what a name alone loses is an upper bound.'

export const jackknifed = {
  interval: 'delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
  level: '90 %',
  resampled: 'packages of the right skills; routers are held fixed',
}

/** A signed effect with its interval, of the mean over judged routers. */
export function effectText(rows: readonly Row[], contrast: string, size: number): string {
  const row = rows.find((one) => one.contrast === contrast && one.size === size && one.router === 'mean')
  return `${fixed(row?.effect, 1)} points (${fixed(row?.lo90, 1)} to ${fixed(row?.hi90, 1)})`
}

/** Legend names of the judged routers, in the order of the rows. */
export function judgedNames(rows: readonly Row[], wording: string): Record<string, string> {
  return Object.fromEntries(
    rows
      .filter((row) => row.wording === wording && row.judged === true)
      .map(({ router, short }) => [String(router), String(short)]),
  )
}

/** How many requests of one wording were judged. */
export function requestsAsked(rows: readonly Row[], wording: string): number {
  return Number(rows.find((row) => row.wording === wording)?.requests ?? 0)
}
