import type { Estimate } from '@lawbook/schemas'
import type { Sample } from '@lawbook/sweeps'
import { absolute, type Contrast, contrast, estimateFrom, nested } from './contrast.ts'
import { structureArms } from './groupings.ts'

/** The measures that claims are judged by. */
export const judgedNames = ['exposure-effect', 'granularity-effect', 'structure-effect', 'description-gap'] as const
export type JudgedName = (typeof judgedNames)[number]

/** Which arms a measure compares, first less second, and how. */
export type Reading = {
  readonly first: string
  readonly second: string
  /** `absolute`: the size of the mean difference, in points. `relative`: what the second loses of the first, in per cent. */
  readonly scale: 'absolute' | 'points' | 'relative'
}

/** The primary reading of each measure. */
export const primary: Readonly<Record<JudgedName, Reading>> = {
  'exposure-effect': { first: 'full', second: 'name', scale: 'absolute' },
  'granularity-effect': { first: structureArms('similarity').entries, second: 'full', scale: 'absolute' },
  'structure-effect': { first: structureArms('package').twoLevel, second: 'full', scale: 'absolute' },
  'description-gap': { first: 'full', second: 'name', scale: 'relative' },
}

/** A router with its samples by arm. */
export type Panelist = {
  readonly id: string
  readonly short: string
  readonly kin: string
  readonly sample: (arm: string) => Sample
}

/** Compare two arms over the routers that are judged. */
export function compare(routers: readonly Panelist[], { first, second }: Reading, size: number): Contrast {
  return contrast(
    routers.map(({ id, kin, sample }) => ({ id, kin, first: sample(first), second: sample(second) })),
    size,
  )
}

/** The estimate of one reading with both intervals; null without a router or a number. */
export function estimateOf(found: Contrast, scale: Reading['scale']): Estimate {
  const intervals = nested(scale === 'relative' ? found.relative : found.mean, 'one')
  return estimateFrom(intervals !== null && scale === 'absolute' ? absolute(intervals) : intervals)
}

/** All judged measures of some routers at one size: the same function for real routers and planted ones. */
export function judge(routers: readonly Panelist[], size: number): Readonly<Record<JudgedName, Estimate>> {
  const estimates = judgedNames.map((name) => {
    const none: Estimate = { value: null, i90: null, i995: null }
    return [name, routers.length === 0 ? none : estimateOf(compare(routers, primary[name], size), primary[name].scale)]
  })
  return Object.fromEntries(estimates) as Record<JudgedName, Estimate>
}
