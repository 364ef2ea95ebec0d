import type { StreamFactory } from '@lawbook/base'
import { signFlipTest } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { armIds } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { contributionsOf } from './contributions.ts'
import { type At, asEstimate, type Estimated, estimate } from './estimate.ts'
import type { Book, Observed } from './evidence.ts'
import { change, overPlacebo } from './judge.ts'

/** Cells of an estimate with both intervals. */
export function cells(found: Estimated | null): Row {
  const { value, i90, i995 } = asEstimate(found, 'two')
  return {
    value,
    lo90: i90?.[0] ?? null,
    hi90: i90?.[1] ?? null,
    lo995: i995?.[0] ?? null,
    hi995: i995?.[1] ?? null,
  }
}

/** What each whole arm changes in each outcome, mean over judged routers, with the sign-flip p over packages. */
export function effectRows(observed: Observed, choices: OptimizationChoices, stream: StreamFactory): Row[] {
  const { panel, edits } = observed
  if (panel === null) return []
  const arms = [...new Set(edits.map(({ arm }) => String(arm)))].filter(
    (arm) => arm !== armIds.before && !/\.[01]{4}$/.test(arm) && !arm.includes('.placebo.'),
  )
  const outcomes = [
    { outcome: 'right', title: 'right, random libraries' },
    { outcome: 'wrong', title: 'wrong skill, random libraries' },
    { outcome: 'full', title: 'right, whole library' },
    { outcome: 'twin', title: 'right or a twin, whole library' },
    { outcome: 'silent', title: 'nothing chosen, whole library' },
  ]
  const row = (arm: string, title: string, book: Book, statistic: (at: At) => number): Row => ({
    arm,
    outcome: title,
    ...cells(estimate(book, statistic)),
    p: flipped(book, statistic, choices, stream('flips', arm, title)),
  })
  return [
    ...arms.flatMap((arm) => [
      ...outcomes.map(({ outcome, title }) => row(arm, title, panel.pooled, change(arm, outcome))),
      row(arm, 'captured by a black hole, test half', panel.held, change(arm, 'captured')),
    ]),
    ...(['authors', 'ours'] as const).flatMap((optimiser) => [
      row(
        `${optimiser} less placebo`,
        'right, random libraries',
        panel.pooled,
        overPlacebo(optimiser, choices.placebos),
      ),
      row(`${optimiser} placebo`, 'right, random libraries', panel.pooled, placebo(optimiser, choices)),
    ]),
  ]
}

const placebo =
  (optimiser: 'authors' | 'ours', { placebos }: OptimizationChoices) =>
  (at: At): number =>
    change(optimiser, 'right')(at) - overPlacebo(optimiser, placebos)(at)

/** The two-sided p of the sign-flip test over packages that the statistic, linear in the columns, is zero. */
function flipped(
  book: Book,
  statistic: (at: At) => number,
  { flips }: OptimizationChoices,
  stream: ReturnType<StreamFactory>,
): number {
  const parts = contributionsOf(book, statistic)
  const clusters = Int32Array.from(parts.keys())
  return signFlipTest({
    differences: parts,
    clusters,
    weigh: 'clusters',
    alternative: 'two-sided',
    draws: flips,
    stream,
  }).p
}
