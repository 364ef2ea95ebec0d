import type { StreamFactory } from '@lawbook/base'
import { type PermutationTest, permutationTest } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { PipelineChoices } from './choices.ts'
import { endLessMiddle, ends } from './judge.ts'
import { chanceAt, type Study } from './study.ts'

/** [plan][step]: mean over routers of the chance of each step as it is asked, in the long plans of a study. */
export function longPlans(study: Study, choices: PipelineChoices): number[][] {
  const s = study.sizes.indexOf(choices.size)
  const routers = study.routers.length
  return [...study.plans.entries()]
    .filter(([, { length }]) => length >= choices.middleFrom)
    .map(([p, { length }]) =>
      Array.from(
        { length },
        (_, k) => study.steps.reduce((sum, own) => sum + chanceAt(study, own[p]!, k, s), 0) / routers,
      ),
    )
}

/** Whether both ends lie farther above the middle than they would with the same steps in random order: one-sided. */
export function positionTest(
  plans: readonly number[][],
  choices: PipelineChoices,
  stream: StreamFactory,
): PermutationTest | null {
  if (plans.length === 0) return null
  const steps = plans.flatMap((own, plan) => own.map((right, at) => ({ right, at, plan })))
  const starts = plans.map((_, plan) => steps.findIndex((step) => step.plan === plan))
  return permutationTest({
    // labels[i]: which step of its plan stands at this place.
    labels: Int32Array.from(steps, ({ at }) => at),
    blocks: Int32Array.from(steps, ({ plan }) => plan),
    statistic: (labels) =>
      Math.min(
        ...ends.map(
          (end) =>
            plans.reduce(
              (sum, own, plan) => sum + endLessMiddle(end, own.length, (k) => own[labels[starts[plan]! + k]!]!),
              0,
            ) / plans.length,
        ),
      ),
    draws: choices.permutations,
    stream: stream('positions'),
  })
}

/**
 * Per-step accuracy by position, length and way of asking, mean over plans and routers, with the 90 % range of the same steps
 * in random order: mean 1.645 standard deviations either way, exact but for the normal shape.
 */
export function profileRows(studies: ReadonlyMap<string, Study>, choices: PipelineChoices): Row[] {
  return [...studies].flatMap(([arm, study]) => {
    const plans = longPlans(study, choices)
    return choices.lengths.flatMap((length) => {
      const own = plans.filter((plan) => plan.length === length)
      if (own.length === 0 || study.routers.length === 0) return []
      const means = own.map((plan) => plan.reduce((sum, x) => sum + x, 0) / length)
      const mean = means.reduce((sum, x) => sum + x, 0) / own.length
      // Of one position drawn at random from each plan.
      const variance = own.reduce(
        (sum, plan, i) => sum + plan.reduce((total, x) => total + (x - means[i]!) * (x - means[i]!), 0) / length,
        0,
      )
      const reach = (1.645 * Math.sqrt(variance)) / own.length
      return Array.from(
        { length },
        (_, k): Row => ({
          arm,
          length,
          position: k + 1,
          plans: own.length,
          right: own.reduce((sum, plan) => sum + plan[k]!, 0) / own.length,
          mean,
          low: Math.max(0, mean - reach),
          high: Math.min(1, mean + reach),
        }),
      )
    })
  })
}
