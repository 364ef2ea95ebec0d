import type { ArmId, PipelineEvidence } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { PipelineChoices } from './choices.ts'
import type { StudyRouter } from './study.ts'

/** The ways of asking in which a second step is compared after a right and after a wrong first step. */
export const channels: readonly ArmId[] = ['alone', 'plan', 'state']

/**
 * Of the second step of every plan: how often it is right after a right and after a wrong first step. `contrast` is their
 * difference over all plans together, in which plans that are easy in both steps count; `within` takes those off: the sum of
 * covariances within plans over the sum of variances, which is what the shared library and the pick itself do. The step
 * before is judged, not executed, so that a contrast is no effect of a wrong pick on the next.
 */
export function transitionRows(
  evidence: PipelineEvidence,
  routers: readonly StudyRouter[],
  choices: PipelineChoices,
): Row[] {
  const places = [...evidence.pipelines.keys()].filter((p) => evidence.pipelines[p]!.skills.length > 1)
  return channels.flatMap((arm) =>
    routers.map(({ id, short }): Row => {
      const sums = { first: 0, second: 0, both: 0, covariance: 0, variance: 0 }
      for (const p of places) {
        const first = evidence.step(id, arm, p, 0, choices.size)!
        const second = evidence.step(id, arm, p, 1, choices.size)!
        const both = evidence.together(id, arm, p, 1, choices.size)!
        sums.first += first
        sums.second += second
        sums.both += both
        sums.covariance += both - first * second
        sums.variance += first * (1 - first)
      }
      const wrong = places.length - sums.first
      const afterRight = sums.first > 0 ? sums.both / sums.first : null
      const afterWrong = wrong > 0 ? (sums.second - sums.both) / wrong : null
      return {
        arm,
        router: id,
        short,
        plans: places.length,
        afterRight,
        afterWrong,
        contrast: afterRight === null || afterWrong === null ? null : afterRight - afterWrong,
        within: sums.variance > 0 ? sums.covariance / sums.variance : null,
      }
    }),
  )
}
