import { clopperPearson } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import { agreementOf } from './agreement.ts'
import { removed } from './alternatives.ts'
import { armIds } from './arms.ts'
import type { OptimizationChoices } from './choices.ts'
import { estimate } from './estimate.ts'
import type { Observed } from './evidence.ts'
import { change } from './judge.ts'
import { shownMeasure } from './measures.ts'

/** Measures that no claim is judged by: shares of errors that went, twins, what was ambiguous, who never answered. */
export function shownMeasures(observed: Observed, choices: OptimizationChoices): Measure[] {
  const { panel } = observed
  const shown = (id: string, title: string, unit: string, of: Parameters<typeof estimate>[1]): Measure =>
    shownMeasure(
      observed,
      {
        id,
        title,
        unit,
        method: `random libraries of ${choices.size} or, where it says so, the whole one`,
        book: 'pooled',
      },
      panel === null ? null : estimate(panel.pooled, of),
    )
  return [
    shown('errors-removed', 'part of all errors that the authors’ four steps remove', '%', removed('right')),
    shown('hijacks-removed', 'part of all wrong picks that the authors’ four steps remove', '%', removed('wrong')),
    shown('our-errors-removed', 'part of all errors that our four steps remove', '%', removed('right', armIds.ours)),
    shown(
      'our-hijack',
      'share of wrong skills chosen after our four steps less the share before',
      'points',
      change(armIds.ours, 'wrong'),
    ),
    shown(
      'gain-with-hubs',
      'accuracy after our four steps and our correction of hubs less accuracy before',
      'points',
      change(armIds.both, 'right'),
    ),
    shown(
      'twin-share',
      'errors of the unedited library in which a skill of the same similarity family was chosen, whole library',
      '%',
      (at) => (100 * (at('before.twin') - at('before.full'))) / (1 - at('before.full')),
    ),
    shown(
      'abstained',
      'requests that no skill was chosen for, unedited whole library',
      '%',
      (at) => 100 * at('before.silent'),
    ),
    ...ambiguous(observed),
  ]
}

/** Of a sample of errors, those in which both raters find that the skill that was picked would do. */
function ambiguous({ ratings }: Observed): Measure[] {
  if (ratings.length === 0) return []
  const { n, both, either, kappa } = agreementOf(ratings)
  const hits = Math.round(both * n)
  const interval = (confidence: number): [number, number] => {
    const [low, high] = clopperPearson(hits, n, confidence)
    return [100 * low, 100 * high]
  }
  return [
    {
      id: 'defensible-errors',
      title: 'errors in which the skill that was picked would do as well, by both of two blind raters',
      unit: '%',
      value: 100 * both,
      i90: interval(0.9),
      i995: interval(0.995),
      method: `sampled errors of the test half in the whole library, listings in random order; one rater at least says so of ${(100 * either).toFixed(1)} %; Cohen’s kappa ${kappa.toFixed(2)}`,
      resampled: 'errors (Clopper and Pearson)',
      n,
      evidence: 'routed',
    },
  ]
}
