import { shapley } from '@lawbook/estimators'
import { armIds, type Optimiser, placeboId, subsetId } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { type At, combined, type Estimated, estimate, estimates, nested } from './estimate.ts'
import type { Book, Panel } from './evidence.ts'

/** The measures that claims are judged by, in points. */
export const judgedIds = [
  'gain',
  'hijack',
  'capture',
  'boundary-share',
  'removal-share',
  'edits-gain',
  'placebo-difference',
  'hub-gain',
  'kept-elsewhere',
] as const
export type JudgedId = (typeof judgedIds)[number]

/** How much of the gain at home must be found in the other library. */
export const mostOf = 0.5

/** The places of the steps that claims speak of among the four. */
export const places = { boundary: 1, removal: 2 } as const
export const stepCount = 4

/** What an arm changes in an outcome, in points. */
export const change =
  (arm: string, outcome: string, against: string = armIds.before) =>
  (at: At): number =>
    100 * (at(`${arm}.${outcome}`) - at(`${against}.${outcome}`))

/** Shapley's shares of an optimiser's steps in what all of them change, in points. */
export function shares(book: Book, optimiser: Optimiser, outcome: string): Estimated[] {
  return estimates(book, (at) => [...shapley(stepCount, (mask) => change(subsetId(optimiser, mask), outcome)(at))])
}

/** An arm less the mean of the placebos of an optimiser. */
export const overPlacebo =
  (optimiser: Optimiser, placebos: number) =>
  (at: At): number => {
    const draws = Array.from({ length: placebos }, (_, draw) => change(placeboId(optimiser, draw), 'right')(at))
    return change(optimiser, 'right')(at) - draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  }

/** What an arm changes in the other library at a size: both halves in turn, the mean of the two. */
export const changeElsewhere =
  (arm: string, size: number) =>
  (at: At): number =>
    [0, 1].reduce((sum, half) => {
      const [after, before] = [arm, armIds.before].map((one) => at(`${one}.${half}.right.${size}`))
      return sum + 50 * (after! - before!)
    }, 0)

/** The gain there less half of the gain here, at one size; null where here is no gain to keep. */
export function keptElsewhere(
  { ladder, elsewhere }: Panel,
  { elsewhere: size }: OptimizationChoices,
): Estimated | null {
  const here = estimate(ladder, change(armIds.ours, `right.${size}`))
  const lowest = nested(here, 'one')?.i90[0] ?? 0
  if (!(lowest > 0)) return null
  return combined(estimate(elsewhere, changeElsewhere(armIds.ours, size)), here, -mostOf)
}

/** The judged numbers of what was observed, or of a planted world. */
export function judge(panel: Panel, choices: OptimizationChoices): Record<JudgedId, Estimated | null> {
  const { pooled, held } = panel
  const share = shares(pooled, 'authors', 'right')
  return {
    gain: estimate(pooled, change(armIds.authors, 'right')),
    hijack: estimate(pooled, change(armIds.authors, 'wrong')),
    capture: estimate(held, change(armIds.authors, 'captured')),
    'boundary-share': share[places.boundary]!,
    'removal-share': share[places.removal]!,
    'edits-gain': estimate(pooled, change(armIds.ours, 'right')),
    'placebo-difference': estimate(pooled, overPlacebo('ours', choices.placebos)),
    'hub-gain': estimate(pooled, change(armIds.hub, 'right')),
    'kept-elsewhere': keptElsewhere(panel, choices),
  }
}
