import { fixed, percentText } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import type { Wording } from '@lawbook/skill-requests'
import { choices } from '../choices.ts'
import type { Design } from '../tally.ts'

export const [smallest, largest] = [Math.min(...choices.ladder), Math.max(...choices.ladder)]
export const classNames = { local: 'local', drift: 'drift', capture: 'capture' } as const
export const partNames = { local: 'local', drift: 'drift', capture: 'capture', abstain: 'abstention' } as const
export const wordingNames = { direct: 'direct requests', situated: 'situated requests' } as const
export const letter = (k: number): string => `(${'abcd'[k]!})`
export const resampled = 'packages of the right skills'
export const jackknife = 'delete-one-package jackknife, t with G_eff − 1 degrees of freedom'

/** Judged routers by id, in the order of the rows, with the name that a legend shows. */
export const judgedNames = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(
    rows
      .filter(({ judged, router }) => judged === true && router !== 'mean')
      .map(({ router, short }) => [String(router), String(short ?? router)]),
  )

/** Rows of `stack` on direct requests: the share of requests that come to a part, as a number. */
const shareOf = (rows: readonly Row[], design: Design, part: string, size: number): number =>
  Number(
    rows.find((row) => row.wording === 'direct' && row.design === design && row.part === part && row.size === size)
      ?.share ?? Number.NaN,
  )

export const shareAt = (rows: readonly Row[], design: Design, part: string, size: number): string =>
  percentText(shareOf(rows, design, part, size))

/** How the raw composition of wrong picks moves from the smallest to the largest library. */
export function compositionText(rows: readonly Row[], design: Design): string {
  const of = (part: string, size: number): string => {
    const all = Object.keys(classNames).reduce((sum, name) => sum + shareOf(rows, design, name, size), 0)
    return fixed((100 * shareOf(rows, design, part, size)) / all, 0)
  }
  return Object.keys(classNames)
    .map((name) => `${name} ${of(name, smallest)} to ${of(name, largest)} %`)
    .join(', ')
}

export const requestsIn = (rows: readonly Row[], wording: Wording, field = 'n'): number =>
  Number(rows.find((row) => row.wording === wording)?.[field] ?? 0)

export const slopeText = (rows: readonly Row[], design: Design): string =>
  Object.keys(classNames)
    .map((name) => {
      const row = rows.find((one) => one.router === 'mean' && one.design === design && one.class === name)
      return `${name} ${fixed(row?.value, 2)}`
    })
    .join(', ')
