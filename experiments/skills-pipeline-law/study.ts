import type { ArmId, PipelineEvidence } from '@lawbook/pipelines'

export type StudyRouter = { readonly id: string; readonly short: string; readonly kin: string }

/** A plan as the statistics see it. Plans of one cluster are resampled together. */
export type Plan = { readonly id: string; readonly length: number; readonly cluster: string }

/**
 * What every statistic here is made from, be it observed or planted: exact chances by router and plan, steps by sizes (row
 * by row) where steps count, one a size for whole plans.
 */
export type Study = {
  readonly routers: readonly StudyRouter[]
  readonly plans: readonly Plan[]
  readonly sizes: readonly number[]
  /** [router][plan]: each step right when its own text is asked alone, out of the library of the baseline arm. */
  readonly alone: readonly (readonly Float64Array[])[]
  /** [router][plan]: each step right as it is asked in the plan. */
  readonly steps: readonly (readonly Float64Array[])[]
  /** [router][plan]: all steps right as they are asked in the plan. */
  readonly whole: readonly (readonly Float64Array[])[]
}

/**
 * The study of one way of asking, held against steps asked alone (`base`: out of the same library as the arm's). A plan of
 * one step has no other steps to be shown, so that it is asked alone. Plans that the arm does not apply to are left out;
 * what the evidence does not keep of an arm is NaN.
 */
export function studyOf(
  evidence: PipelineEvidence,
  routers: readonly StudyRouter[],
  arm: ArmId,
  sizes: readonly number[],
  base: ArmId = 'alone',
): Study {
  const some = routers[0]?.id
  const asked =
    (way: ArmId) =>
    (length: number): ArmId =>
      length === 1 ? 'alone' : way
  const [armOf, baseOf] = [asked(arm), asked(base)]
  const kept = [...evidence.pipelines.entries()].filter(
    ([p, { skills }]) =>
      some === undefined ||
      (['step', 'together'] as const).some((of) => evidence[of](some, armOf(skills.length), p, 0, sizes[0]!) !== null),
  )
  const chances = (of: 'step' | 'together', armFor: (length: number) => ArmId, last: boolean) =>
    routers.map(({ id }) =>
      kept.map(([p, { skills }]) => {
        const steps = last ? [skills.length - 1] : [...skills.keys()]
        return Float64Array.from(
          steps.flatMap((k) => sizes.map((size) => evidence[of](id, armFor(skills.length), p, k, size) ?? Number.NaN)),
        )
      }),
    )
  return {
    routers,
    plans: kept.map(([, { id, class: pair, skills }]) => ({
      id,
      length: skills.length,
      cluster: pair === null ? id : skills[1]!,
    })),
    sizes,
    alone: chances('step', baseOf, false),
    steps: chances('step', armOf, false),
    whole: chances('together', armOf, true),
  }
}

/** The chance of step k at the s-th size. */
export function chanceAt({ sizes }: Study, steps: Float64Array, k: number, s: number): number {
  return steps[k * sizes.length + s]!
}

/** The product of the chances of all steps at the s-th size: what the plan would come to if steps were independent. */
export function productAt(study: Study, steps: Float64Array, s: number): number {
  let product = 1
  for (let k = 0; k * study.sizes.length < steps.length; k++) product *= chanceAt(study, steps, k, s)
  return product
}

/** The same study with the plans of some places alone. */
export function only(study: Study, places: readonly number[]): Study {
  const take = (rows: readonly (readonly Float64Array[])[]) => rows.map((row) => places.map((p) => row[p]!))
  return {
    ...study,
    plans: places.map((p) => study.plans[p]!),
    alone: take(study.alone),
    steps: take(study.steps),
    whole: take(study.whole),
  }
}
