import type { PipelineEvidence } from '@lawbook/pipelines'
import type { Measure } from '@lawbook/schemas'
import type { GapChoices } from './choices.ts'
import { estimateOf } from './estimate.ts'
import { explained, formsOf } from './forms.ts'
import { gapPoints } from './gapPoints.ts'
import { type Judged, judge, judgedNames, sidedOf, statisticOf } from './judge.ts'
import { type Chances, type Panel, panelFrom } from './panel.ts'
import { chancesOf, panelOf, primary, type Reading, removed, removedOverPlacebo } from './readings.ts'
import { regimesOf } from './regimes.ts'
import { countIn } from './statistics.ts'

type Router = { readonly id: string; readonly short: string; readonly kin: string }

/** What a measure is called, and its unit. */
function about(
  name: Judged,
  { regimes: { small, large } }: GapChoices,
): { readonly title: string; readonly unit: string } {
  switch (name) {
    case 'gap-raises-synergy':
      return {
        title: 'rise with the gap of the share of P(A) (1 − P(B)) that executing wins, where A is ahead',
        unit: 'share of what could be won, per unit of gap',
      }
    case 'large-gap-synergy':
      return { title: `mean synergy of pairs whose first step is ahead by more than ${large}`, unit: 'points' }
    case 'small-gap-synergy':
      return { title: `mean synergy of pairs whose steps are less than ${small} apart`, unit: 'points' }
  }
}

/** Other readings of gap and synergy: they feed the robustness table and never a verdict. */
const changes: readonly { readonly choice: string; readonly option: string; readonly reading: Partial<Reading> }[] = [
  { choice: 'gap', option: 'from the judged wording', reading: { gapFrom: 'alone' } },
  { choice: 'gap', option: 'without its sign', reading: { absolute: true } },
  { choice: 'joint success', option: 'both right skills, with the executed state', reading: { joint: 'state' } },
  { choice: 'held against', option: 'both right without a state, in one library', reading: { base: 'alone' } },
  {
    choice: 'agents',
    option: 'A by one router and B by another, from libraries of their own',
    reading: { crossed: true },
  },
  { choice: 'first skill', option: 'leaves before B is picked', reading: removed },
  {
    choice: 'held against',
    option: 'a placebo state, both first skills in the library',
    reading: { joint: 'state', base: 'placebo-present' },
  },
  {
    choice: 'held against',
    option: 'a placebo state, both first skills gone before B is picked',
    reading: removedOverPlacebo,
  },
  {
    choice: 'channel',
    option: 'a placebo state, both first skills in the library',
    reading: { joint: 'placebo-present' },
  },
  {
    choice: 'channel',
    option: 'a placebo state, both first skills gone',
    reading: { joint: 'placebo-removed', base: 'product-removed' },
  },
  { choice: 'channel', option: 'the whole plan, nothing executed', reading: { joint: 'plan' } },
  {
    choice: 'channel',
    option: 'the whole plan, first skill gone before B is picked',
    reading: { joint: 'plan-removed', base: 'product-removed' },
  },
  { choice: 'channel', option: 'none', reading: { joint: 'alone' } },
]

/** The judged measures, and how much of the variance the gap law explains. */
export function measuresOf(evidence: PipelineEvidence, routers: readonly Router[], choices: GapChoices): Measure[] {
  const chances = chancesOf(evidence, routers, primary(choices))
  const panel = panelFrom(chances)
  const judged = judge(panel, choices)
  return [
    ...judgedNames.map((name): Measure => {
      const { resampled, ...estimate } = judged[name]
      return {
        id: name,
        ...about(name, choices),
        ...estimate,
        ...reasonFor(estimate.value, routers.length),
        method: `exact chances at N = ${choices.size}; gap from the other wording; closed loop against P(A) P(B); mean over the judged routers, one a kin`,
        resampled,
        n: pointsOf(panel, name, choices),
        evidence: 'executed',
        parts: partsOf(evidence, routers, name, choices),
        alternatives: [
          ...changes.map(({ choice, option, reading }) => ({
            choice,
            option,
            ...under(evidence, routers, name, choices, { ...primary(choices), ...reading }),
          })),
          ...choices.ladder
            .filter((size) => size !== choices.size)
            .map((size) => ({
              choice: 'library size',
              option: `N = ${size}`,
              ...under(evidence, routers, name, choices, { ...primary(choices), size }),
            })),
        ],
      }
    }),
    gapLawMeasure(panel, chances, choices),
  ]
}

/** R² of the gap law, fitted to every point with a real gap. */
function gapLawMeasure(panel: Panel, chances: Chances, choices: GapChoices): Measure {
  const law = formsOf(choices).find(({ id }) => id === 'gap-law')!
  const points = gapPoints(panel, chances, choices.realGap)
  const { resampled, ...estimate } = estimateOf(
    panel,
    (keptRouters, keptPairs) => {
      const [inRouters, inPairs] = [new Set(keptRouters), new Set(keptPairs)]
      return explained(
        law,
        points.filter(({ router, pair }) => inRouters.has(router) && inPairs.has(pair)),
      )
    },
    'two',
  )
  return {
    id: 'gap-law-r2',
    title: 'share of the variance of the synergy that the gap law explains, fitted here to single pairs',
    unit: 'R²',
    ...estimate,
    ...reasonFor(estimate.value, chances.kins.length),
    method: `1 − squared error / squared deviation from the mean, least squares on a grid of critical gaps and scales; N = ${choices.size}, pairs at least ${choices.realGap} apart; refitted without each cluster. At 0 the law says no more than the mean; it has no constant and may say less, and the interval is symmetric, so that it may reach below 0`,
    resampled,
    n: points.length,
    evidence: 'executed',
  }
}

function under(
  evidence: PipelineEvidence,
  routers: readonly Router[],
  name: Judged,
  choices: GapChoices,
  reading: Reading,
) {
  const panel = panelOf(evidence, routers, reading)
  const { resampled: _, ...estimate } = estimateOf(panel, statisticOf(name, panel, choices), sidedOf(name))
  return estimate
}

function partsOf(evidence: PipelineEvidence, routers: readonly Router[], name: Judged, choices: GapChoices) {
  return routers.map((router) => ({
    label: router.short,
    ...under(evidence, [router], name, choices, primary(choices)),
    n: pointsOf(panelOf(evidence, [router], primary(choices)), name, choices),
  }))
}

/** How many points a measure reads. */
function pointsOf(panel: Panel, name: Judged, choices: GapChoices): number {
  const { large, small } = regimesOf(choices)
  if (name === 'gap-raises-synergy') return countIn(panel, (gap) => gap > 0)
  return countIn(panel, name === 'large-gap-synergy' ? large : small)
}

function reasonFor(value: number | null, routers: number): { reason?: string } {
  if (value !== null) return {}
  return {
    reason:
      routers === 0
        ? 'no router reached the accuracy on first steps that is needed to be judged'
        : 'no pair lies in the regime, or gaps or synergies do not vary',
  }
}
