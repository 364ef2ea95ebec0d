import type { PipelineEvidence } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { GapChoices } from './choices.ts'
import { type Estimated, estimateOf } from './estimate.ts'
import { explained, formsOf, gapsOf, leftOutError, synergiesOf } from './forms.ts'
import { fitGapLaw, gapLawAt, printedGapLaw } from './gapLaw.ts'
import { gapPoints } from './gapPoints.ts'
import type { Chances, Panel } from './panel.ts'
import { type askedRouters, panelOf, primary, type Reading, removed, removedOverPlacebo } from './readings.ts'
import { binsOf, regimeIds, regimesOf } from './regimes.ts'
import { countIn, meanSynergy, shareWon, wonSlope } from './statistics.ts'

type Judged = { readonly id: string; readonly short: string; readonly kin: string }

/** What is drawn side by side: the judged reading, and the same with one part of it changed. */
export const conditions: Readonly<Record<string, Partial<Reading>>> = {
  executed: {},
  'own-gap': { gapFrom: 'alone' },
  'right-skills': { joint: 'state' },
  plan: { joint: 'plan' },
  none: { joint: 'alone' },
  removed,
  'plan-removed': { joint: 'plan-removed', base: 'product-removed' },
  placebo: { joint: 'placebo-present' },
  'placebo-removed': { joint: 'placebo-removed', base: 'product-removed' },
  'over-placebo': { joint: 'state', base: 'placebo-present' },
  'removed-over-placebo': removedOverPlacebo,
}

/** The conditions that are drawn bin by bin. */
const drawn: readonly string[] = ['executed', 'own-gap', 'plan', 'none', 'removed']

/** Who is judged and why, with the accuracies that decide it. */
export function routerRows(asked: ReturnType<typeof askedRouters>): Row[] {
  return asked.map(({ id, title, short, kin, source, eligible, reason, calibration }) => ({
    router: id,
    title,
    short,
    kin,
    judged: eligible,
    reason,
    calibration10: calibration[0] ?? null,
    calibration500: calibration[1] ?? null,
    source,
  }))
}

/** Every pair with every judged router. */
export function pointRows(
  { pipelines }: PipelineEvidence,
  routers: readonly Judged[],
  { first, second, joint, skills }: Chances,
  { agents }: Panel,
): Row[] {
  return agents.flatMap(({ routers: [r], gap, synergy, headroom }) =>
    pipelines.map(
      ({ id, class: dependency }, p): Row => ({
        router: routers[r]!.id,
        pair: id,
        class: dependency,
        skill: skills[p]!,
        gap: gap[p]!,
        ownGap: first[r]![p]! - second[r]![p]!,
        first: first[r]![p]!,
        second: second[r]![p]!,
        joint: joint[r]![p]!,
        synergy: synergy[p]!,
        headroom: headroom[p]!,
      }),
    ),
  )
}

/** Each pair's mean over judged routers, with the gap of the other wording and of the judged one; none without a router. */
export function pairRows({ pipelines }: PipelineEvidence, { first, second }: Chances, { agents }: Panel): Row[] {
  const mean = (of: (a: number) => number): number => agents.reduce((sum, _, a) => sum + of(a), 0) / agents.length
  if (agents.length === 0) return []
  return pipelines.map(
    ({ id, class: dependency }, p): Row => ({
      pair: id,
      class: dependency,
      gap: mean((a) => agents[a]!.gap[p]!),
      ownGap: mean((a) => first[a]![p]! - second[a]![p]!),
      synergy: mean((a) => agents[a]!.synergy[p]!),
    }),
  )
}

/** Synergy and the share that is won in each bin of the gap, by condition. */
export function binRows(evidence: PipelineEvidence, routers: readonly Judged[], choices: GapChoices): Row[] {
  return drawn.flatMap((condition) => {
    const panel = panelOf(evidence, routers, { ...primary(choices), ...conditions[condition] })
    return binsOf(choices).map(({ centre, holds }): Row => {
      const mean = estimateOf(panel, meanSynergy(panel, holds), 'two')
      const share = estimateOf(panel, shareWon(panel, holds), 'two')
      return {
        condition,
        gap: centre,
        n: countIn(panel, holds),
        ...spread('synergy', mean, 0.01),
        ...spread('won', share),
      }
    })
  })
}

/** Mean synergy of each regime under each condition, in points. */
export function regimeRows(evidence: PipelineEvidence, routers: readonly Judged[], choices: GapChoices): Row[] {
  const regimes = regimesOf(choices)
  return Object.entries(conditions).flatMap(([condition, change]) => {
    const panel = panelOf(evidence, routers, { ...primary(choices), ...change })
    return regimeIds.map(
      (regime): Row => ({
        regime,
        condition,
        n: countIn(panel, regimes[regime]),
        ...intervals(estimateOf(panel, meanSynergy(panel, regimes[regime]), 'two')),
      }),
    )
  })
}

/** The judged measures at every library size. */
export function ladderRows(evidence: PipelineEvidence, routers: readonly Judged[], choices: GapChoices): Row[] {
  const regimes = regimesOf(choices)
  return choices.ladder.flatMap((size) => {
    const panel = panelOf(evidence, routers, { ...primary(choices), size })
    return [
      { size, measure: 'large', ...intervals(estimateOf(panel, meanSynergy(panel, regimes.large), 'two')) },
      { size, measure: 'small', ...intervals(estimateOf(panel, meanSynergy(panel, regimes.small), 'two')) },
      { size, measure: 'slope', ...intervals(estimateOf(panel, wonSlope(panel), 'one')) },
    ]
  })
}

/** Each form: its coefficients, how much it explains, and its error on pairs of skills that were left out, in points. */
export function formRows(panel: Panel, chances: Chances, choices: GapChoices): Row[] {
  const points = gapPoints(panel, chances, choices.realGap)
  const theta = fitGapLaw(gapsOf(points), synergiesOf(points), choices)
  return formsOf(choices).map((form): Row => {
    const error = leftOutError(form, points, (pair) => panel.skills[pair]!)
    const r2 = explained(form, points)
    const own = form.id === 'printed' ? printedGapLaw : form.id === 'gap-law' ? theta : null
    return {
      form: form.id,
      title: form.title,
      parameters: form.parameters,
      n: points.length,
      r2: Number.isFinite(r2) ? r2 : null,
      leftOutError: error === null ? null : 100 * error,
      slope: own?.[0] ?? null,
      height: own?.[1] ?? null,
      criticalGap: own?.[2] ?? null,
      scale: own?.[3] ?? null,
    }
  })
}

/** The law as printed and as fitted, and the most and the least that arithmetic allows, over the gap. */
export function curveRows(panel: Panel, chances: Chances, choices: GapChoices): Row[] {
  const points = gapPoints(panel, chances, choices.realGap)
  const theta = fitGapLaw(gapsOf(points), synergiesOf(points), choices)
  const gaps = Array.from({ length: 101 }, (_, i) => (i - 50) / 50)
  const laws = [
    { curve: 'printed', values: gapLawAt(gaps, printedGapLaw) },
    ...(theta === null ? [] : [{ curve: 'fitted', values: gapLawAt(gaps, theta) }]),
    { curve: 'most', values: Float64Array.from(gaps, (gap) => mostSynergy(gap)) },
    { curve: 'least', values: Float64Array.from(gaps, (gap) => leastSynergy(gap)) },
  ]
  return laws.flatMap(({ curve, values }) => gaps.map((gap, i): Row => ({ curve, gap, synergy: values[i]! })))
}

/**
 * The most that S = joint - P(A) P(B) can be at a gap, where a pair is only right if A is: the largest P(A) (1 - P(B))
 * with P(A) - P(B) = G, which is ((1 + G) / 2)², at P(A) = (1 + G) / 2.
 */
export function mostSynergy(gap: number): number {
  return ((1 + gap) / 2) * ((1 + gap) / 2)
}

/** The least that S can be at a gap: -P(A) P(B) where the better step is always right, -(1 - |G|). */
export function leastSynergy(gap: number): number {
  return Math.abs(gap) - 1
}

function intervals({ value, i90, i995 }: Estimated) {
  return {
    value,
    lo90: i90?.[0] ?? null,
    hi90: i90?.[1] ?? null,
    lo995: i995?.[0] ?? null,
    hi995: i995?.[1] ?? null,
  }
}

function spread(name: string, { value, i90 }: Estimated, unit = 1): Row {
  const scaled = (x: number | undefined | null): number | null => (x == null ? null : x * unit)
  return { [name]: scaled(value), [`${name}Low`]: scaled(i90?.[0]), [`${name}High`]: scaled(i90?.[1]) }
}
