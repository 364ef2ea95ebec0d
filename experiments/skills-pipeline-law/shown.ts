import type { PermutationTest } from '@lawbook/estimators'
import type { Measure, Row } from '@lawbook/schemas'
import type { PipelineChoices } from './choices.ts'
import { shown } from './measures.ts'
import { longPlans } from './positions.ts'
import type { Study } from './study.ts'

/** What the measures that are shown and not judged are made from. */
export type Shown = {
  readonly study: Study
  readonly alone: Study
  readonly permuted: Study
  readonly test: PermutationTest | null
  /** Rows of the tables `transitions` and `gammas`. */
  readonly transitions: readonly Row[]
  readonly gammas: readonly Row[]
  readonly choices: PipelineChoices
}

/** Numbers that stand beside the claims. */
export function shownMeasures({ study, alone, permuted, test, transitions, gammas, choices }: Shown): Measure[] {
  const routers = study.routers.length
  const long = study.plans.filter(({ length }) => length >= choices.middleFrom).length
  const pairs = study.plans.filter(({ length }) => length === 2).length
  const several = study.plans.filter(({ length }) => length > 1).length
  const moved = listingOrder(study, permuted, choices)
  const judged = gammas.filter((row) => row.judged === true)
  const mean = (rows: readonly Row[], column: string): number | null => {
    const known = rows.map((row) => row[column]).filter((x) => typeof x === 'number')
    return known.length === 0 ? null : known.reduce((sum, x) => sum + x, 0) / known.length
  }
  const within = (arm: string): number | null =>
    mean(
      transitions.filter((row) => row.arm === arm),
      'within',
    )
  const ofRouters = { unit: 'γ', method: 'mean over judged routers', n: routers }
  return [
    shown(
      { id: 'gamma-alone', title: 'γ of steps asked alone: what the shared library does by itself', ...ofRouters },
      mean(judged, 'gammaAlone'),
    ),
    shown(
      { id: 'gamma-line', title: 'γ with the line a − b ln N for a single step', ...ofRouters },
      mean(judged, 'gammaOfLine'),
    ),
    shown(
      { id: 'gamma-line-alone', title: 'the same, steps asked alone: which plans there are', ...ofRouters },
      mean(judged, 'gammaOfLineAlone'),
    ),
    shown(
      {
        id: 'slope',
        title: 'slope b of single steps in ln N',
        unit: 'accuracy per e-fold of N',
        method: 'mean over judged routers',
        n: routers,
      },
      mean(judged, 'b'),
    ),
    shown({ id: 'printed-gap', title: 'γ less the printed rule 6.7 b + 1.09', ...ofRouters }, mean(judged, 'gap')),
    shown(
      {
        id: 'position-p',
        title: 'chance of both ends as far above the middle as these if positions did not matter',
        unit: 'p',
        method: `steps permuted within plans, one-sided, ${test?.arrangements ?? 0} orders`,
        n: long,
      },
      test?.p ?? null,
    ),
    {
      ...shown(
        {
          id: 'listing-order',
          title:
            'how far a step’s accuracy moves when the plan’s lines are put in another order, in the router that it moves most',
          unit: 'points',
          method: 'mean absolute difference over steps of long plans, router by router, largest',
          n: long,
        },
        moved.length === 0 ? null : Math.max(...moved.map(({ value }) => value)),
      ),
      parts: moved,
    },
    shown(
      {
        id: 'contrast-plan',
        title: 'second step after a right less after a wrong first one, within plans, shown the plan',
        unit: 'share',
        method: 'sum of covariances over sum of variances, mean over routers',
        n: several,
      },
      within('plan'),
    ),
    shown(
      {
        id: 'contrast-alone',
        title: 'the same, steps asked alone',
        unit: 'share',
        method: 'sum of covariances over sum of variances, mean over routers',
        n: several,
      },
      within('alone'),
    ),
    ...[
      { id: 'blocked-plan', title: 'plans of two steps, shown the plan, that are right in no library', of: study },
      { id: 'blocked-alone', title: 'the same, steps asked alone', of: alone },
    ].map(({ id, title, of }) =>
      shown(
        {
          id,
          title,
          unit: 'share of plans',
          method: 'share of plans with chance 0 in the smallest library, mean over routers',
          n: pairs,
        },
        blocked(of),
      ),
    ),
    shown(
      { id: 'kins', title: 'kins of routers that are judged', unit: 'kins', method: 'counted', n: routers },
      routers,
    ),
  ]
}

/** The share of plans of two steps that are never right, mean over routers. */
function blocked({ plans, whole, routers }: Study): number | null {
  const pairs = [...plans.keys()].filter((p) => plans[p]!.length === 2)
  const never = whole.map((own) => pairs.filter((p) => own[p]![0] === 0).length / pairs.length)
  return routers.length === 0 || pairs.length === 0 ? null : never.reduce((sum, x) => sum + x, 0) / routers.length
}

/** Mean absolute difference of per-step accuracy between the two orders of the plan's lines, in points, by router. */
function listingOrder(study: Study, permuted: Study, choices: PipelineChoices) {
  return study.routers.flatMap(({ id }, r) => {
    const [one, other] = [study, permuted].map((of) => longPlans(onlyRouter(of, r), choices).flat())
    if (one!.length === 0) return []
    const value = (100 * one!.reduce((sum, right, i) => sum + Math.abs(right - other![i]!), 0)) / one!.length
    return [{ label: id, value, i90: null, i995: null }]
  })
}

function onlyRouter(study: Study, r: number): Study {
  const one = <T>(rows: readonly T[]): T[] => [rows[r]!]
  return {
    ...study,
    routers: one(study.routers),
    alone: one(study.alone),
    steps: one(study.steps),
    whole: one(study.whole),
  }
}
