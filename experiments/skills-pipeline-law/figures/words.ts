import { localRouters } from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'

/** What every caption has to say of the routers and of the way of asking. */
export const channel = `The plan, put into the request, is all that one step can do to another; no plan is executed. ${localRouters}`

export const lengthNames: Readonly<Record<string, string>> = Object.fromEntries(
  [1, ...choices.lengths].map((length) => [String(length), length === 1 ? '1 step' : `${length} steps`]),
)

export const armNames = {
  plan: 'shown the plan',
  permuted: 'plan in another order',
  alone: 'steps asked alone',
  state: 'shown the executed state',
} as const

export const [smallest, largest] = [choices.ladder[0]!, choices.ladder.at(-1)!] as const

/** Short names of the judged routers by id, in the order given. */
export function judgedNames(gammas: readonly Row[]): Record<string, string> {
  return Object.fromEntries(
    gammas.filter(({ judged }) => judged === true).map(({ router, short }) => [String(router), String(short)]),
  )
}

/** How many plans a measure rests on, and of how many routers. */
export function plansAsked(measure: Measure | undefined, gammas: readonly Row[]): string {
  return `${measure?.n ?? 0} plans, ${Object.keys(judgedNames(gammas)).length} judged routers, one a kin`
}

export const resampled = 'clusters of plans, length by length, and kins of routers; the farther limit'
