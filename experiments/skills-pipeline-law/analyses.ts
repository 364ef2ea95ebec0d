import type { ArmId, PipelineEvidence } from '@lawbook/pipelines'
import type { PipelineChoices } from './choices.ts'
import { type Judged, type JudgedName, judge, ofPlans, type Reading, uShape } from './judge.ts'
import { chanceAt, productAt, type Study, type StudyRouter, studyOf } from './study.ts'

/** One declared other choice, and the judged numbers that it speaks of. */
export type Analysis = {
  readonly choice: string
  readonly option: string
  readonly judged: Readonly<Partial<Record<JudgedName, Judged>>>
}

/** Names of the alternatives in which plan and baseline are asked out of the same library. */
export const likeForLike = {
  removed: 'rightly picked ones leave the library, plan and baseline alike',
  apart: 'each step without those of the other steps, plan and baseline alike',
} as const

const ofTheLaw: readonly JudgedName[] = ['largest-deviation', 'extrapolation-gap', 'gamma', 'gamma-slope']

/** The judged study and the declared alternatives, which feed the robustness table and never a verdict. */
export function analysesOf(
  evidence: PipelineEvidence,
  { judged: routers, everyKin }: { readonly judged: readonly StudyRouter[]; readonly everyKin: readonly StudyRouter[] },
  choices: PipelineChoices,
) {
  const asked = (arm: ArmId, sizes = choices.ladder): Study => studyOf(evidence, routers, arm, sizes)
  const study = asked('plan')
  const main = judge(study, choices)
  const another = (choice: string, option: string, of: Study, names: readonly JudgedName[], reading: Reading = {}) => {
    return { choice, option, judged: judge(of, choices, names, reading) }
  }
  const arms: readonly (readonly [ArmId, string])[] = [
    ['alone', 'steps asked alone: arithmetic alone'],
    ['state', 'executed state of the step before instead of the plan'],
  ]
  const without: readonly (readonly [ArmId, ArmId, string])[] = [
    ['plan-removed', 'alone-removed', likeForLike.removed],
    ['plan-apart', 'alone-apart', likeForLike.apart],
  ]
  const others: Analysis[] = [
    ...arms.map(([arm, option]) =>
      another('way of asking', option, asked(arm), [...ofTheLaw, 'u-shape', 'three-step-shortfall']),
    ),
    ...without.map(([arm, base, option]) =>
      another('the plan’s own skills', option, studyOf(evidence, routers, arm, choices.ladder, base), [
        ...ofTheLaw,
        'three-step-shortfall',
      ]),
    ),
    another(
      'who is judged',
      'one router of every kin, deaf or not',
      studyOf(evidence, everyKin, 'plan', choices.ladder),
      [...ofTheLaw, 'u-shape', 'three-step-shortfall'],
    ),
    another(
      'what is resampled',
      'plans alone: these routers and no others',
      { ...study, routers: study.routers.map((router) => ({ ...router, kin: 'these' })) },
      ['largest-deviation', 'gamma'],
    ),
    another(
      'who is judged',
      'as at first, without FlexSearch',
      studyOf(
        evidence,
        routers.filter(({ id }) => id !== choices.notAtFirst),
        'plan',
        choices.ladder,
      ),
      [...ofTheLaw, 'u-shape', 'three-step-shortfall'],
    ),
    another('way of asking', 'plan with its lines in another order', asked('permuted'), ['u-shape']),
    another('accuracy of a single step', 'the line a − b ln N', study, ofTheLaw, { base: 'line' }),
    ...(study.plans.some(({ length }) => length === 1)
      ? [
          another('accuracy of a single step', 'the line, fitted to plans of one step', study, ofTheLaw, {
            base: 'line',
            from: 'singles',
          }),
        ]
      : []),
    another(
      'sizes',
      `from ${choices.roomy} on`,
      asked(
        'plan',
        choices.ladder.filter((size) => size >= choices.roomy),
      ),
      ofTheLaw,
    ),
    {
      choice: 'own accuracy of the steps',
      option: 'as asked in the plan',
      judged: { 'three-step-shortfall': withinPlan(study, choices) },
    },
    {
      choice: 'what is compared',
      option: 'the plan’s shape less that of the same steps asked alone',
      judged: {
        'u-shape': uShape(
          study,
          choices,
          (part, r, p, k, s) => chanceAt(part, part.steps[r]![p]!, k, s) - chanceAt(part, part.alone[r]![p]!, k, s),
        ),
      },
    },
  ]
  return { study, main, others }
}

/** The shortfall of three steps when their own accuracies are those in the plan: what is left is the shared library. */
function withinPlan(study: Study, choices: PipelineChoices): Judged {
  const s = study.sizes.indexOf(choices.size)
  return ofPlans(
    study,
    ({ length }) => length === 3,
    (part, r, p) => 100 * (productAt(part, part.steps[r]![p]!, s) - part.whole[r]![p]![s]!),
  )
}
