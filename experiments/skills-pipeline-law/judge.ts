import { intersection, type Nested, union } from '@lawbook/estimators'
import { twoWayInterval } from '@lawbook/pipelines'
import type { PipelineChoices } from './choices.ts'
import { type Base, fitsOf } from './fits.ts'
import { byRouter, extrapolationGaps, gammaMean, gammaSlope, largestDeviation } from './judgeFits.ts'
import type { SingleFrom } from './means.ts'
import { chanceAt, only, productAt, type Study } from './study.ts'

export const judgedNames = [
  'largest-deviation',
  'extrapolation-gap',
  'gamma',
  'gamma-slope',
  'u-shape',
  'three-step-shortfall',
] as const
export type JudgedName = (typeof judgedNames)[number]

export type Part = Nested & { readonly label: string }
/** A judged number with the routers' own ones; null where the study cannot give it. */
export type Judged = {
  readonly nested: Nested
  readonly resampled: string
  readonly n: number
  parts(): readonly Part[]
} | null

export type Reading = { readonly base?: Base; readonly from?: SingleFrom }

/** What is judged, of one study. */
export function judge<Name extends JudgedName = JudgedName>(
  study: Study,
  choices: PipelineChoices,
  names: readonly Name[] = judgedNames as readonly unknown[] as readonly Name[],
  reading: Reading = {},
): Readonly<Record<Name, Judged>> {
  const fits = fitsOf(study, choices, reading)
  const ofFits = (nested: Nested | null, parts: () => readonly Part[]): Judged =>
    nested === null ? null : { nested, parts, ...sampled(study) }
  const { gamma, deviations } = fits.layout
  const largest = (one: Float64Array): number => Math.max(...deviations.map((at) => Math.abs(one[at]!)))
  const found: Readonly<Record<JudgedName, () => Judged>> = {
    'largest-deviation': () => ofFits(largestDeviation(study, fits), () => byRouter(study, fits, largest)),
    'extrapolation-gap': () => {
      const gaps = extrapolationGaps(study, fits, choices.trainUpTo)
      return ofFits(gaps.length === 0 ? null : union(gaps), () => gaps)
    },
    gamma: () => ofFits(gammaMean(study, fits), () => byRouter(study, fits, (one) => one[gamma]!)),
    'gamma-slope': () => ofFits(gammaSlope(study, fits), () => []),
    'u-shape': () => uShape(study, choices),
    'three-step-shortfall': () => shortfall(study, choices, 3),
  }
  return Object.fromEntries(names.map((name) => [name, found[name]()])) as Record<Name, Judged>
}

function sampled({ plans, routers }: Study): { readonly resampled: string; readonly n: number } {
  const clusters = new Set(plans.map(({ cluster }) => cluster)).size
  return {
    resampled: `second-step skills of pairs, and other plans (${clusters}, length by length); ${routers.length} routers, one a kin`,
    n: plans.filter(({ length }) => length > 1).length,
  }
}

export const ends = ['first', 'last'] as const
export type End = (typeof ends)[number]

/** The first or the last of some numbers less the mean of those between both. */
export function endLessMiddle(end: End, length: number, at: (k: number) => number): number {
  let middle = 0
  for (let k = 1; k < length - 1; k++) middle += at(k) / (length - 2)
  return at(end === 'first' ? 0 : length - 1) - middle
}

/** Long plans: what each end lies above the steps between, in points; of both the smaller, since a U has two. */
export function uShape(
  study: Study,
  choices: PipelineChoices,
  number: (part: Study, r: number, p: number, k: number, s: number) => number = (part, r, p, k, s) =>
    chanceAt(part, part.steps[r]![p]!, k, s),
): Judged {
  const s = study.sizes.indexOf(choices.size)
  const both = ends.map((end) => ({
    label: `${end} less middle`,
    judged: ofPlans(
      study,
      ({ length }) => length >= choices.middleFrom,
      (part, r, p) => endLessMiddle(end, part.plans[p]!.length, (k) => 100 * number(part, r, p, k, s)),
    ),
  }))
  const [one] = both
  if (one!.judged === null) return null
  const parts = both.map(({ label, judged }): Part => ({ label, ...judged!.nested }))
  return { ...one!.judged, nested: intersection(parts), parts: () => parts }
}

/** Plans of a length: the product of their steps' own chances less the chance of the whole plan, in points. */
function shortfall(study: Study, choices: PipelineChoices, length: number): Judged {
  const s = study.sizes.indexOf(choices.size)
  return ofPlans(
    study,
    (plan) => plan.length === length,
    (part, r, p) => 100 * (productAt(part, part.alone[r]![p]!, s) - part.whole[r]![p]![s]!),
  )
}

/** The mean over routers and over some plans, all alike, of one number each. */
export function ofPlans(
  study: Study,
  which: (plan: Study['plans'][number]) => boolean,
  number: (part: Study, router: number, plan: number) => number,
): Judged {
  const part = only(
    study,
    [...study.plans.keys()].filter((p) => which(study.plans[p]!)),
  )
  if (part.routers.length === 0 || new Set(part.plans.map(({ cluster }) => cluster)).size < 2) return null
  const values = part.routers.map((_, r) => part.plans.map((_, p) => number(part, r, p)))
  const mean = (routers: readonly number[], plans: readonly number[]): number =>
    routers.reduce((sum, r) => sum + plans.reduce((own, p) => own + values[r]![p]!, 0), 0) /
    (routers.length * plans.length)
  const interval = (routers: readonly number[]) =>
    twoWayInterval({
      statistic: (some, plans) =>
        mean(
          some.map((i) => routers[i]!),
          plans,
        ),
      kins: routers.map((r) => part.routers[r]!.kin),
      clusterOf: part.plans.map(({ cluster }) => cluster),
      clusterName: 'plans',
      sided: 'one',
    })
  return {
    ...interval([...part.routers.keys()]),
    n: part.plans.length,
    parts: () => part.routers.map(({ id }, r) => ({ label: id, ...interval([r]).nested })),
  }
}
