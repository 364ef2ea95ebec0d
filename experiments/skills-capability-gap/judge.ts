import type { TwoWayStatistic } from '@lawbook/pipelines'
import type { GapChoices } from './choices.ts'
import { type Estimated, estimateOf } from './estimate.ts'
import type { Panel } from './panel.ts'
import { regimesOf } from './regimes.ts'
import { meanSynergy, wonSlope } from './statistics.ts'

/** The measures that claims are judged by, in every world. */
export const judgedNames = ['gap-raises-synergy', 'large-gap-synergy', 'small-gap-synergy'] as const
export type Judged = (typeof judgedNames)[number]

/** A measure as a statistic of a panel. */
export function statisticOf(name: Judged, panel: Panel, choices: GapChoices): TwoWayStatistic {
  const { large, small } = regimesOf(choices)
  switch (name) {
    case 'gap-raises-synergy':
      return wonSlope(panel)
    case 'large-gap-synergy':
      return meanSynergy(panel, large)
    case 'small-gap-synergy':
      return meanSynergy(panel, small)
  }
}

/** A sign can fail on one side, a value on both. */
export function sidedOf(name: Judged): 'one' | 'two' {
  return name === 'gap-raises-synergy' ? 'one' : 'two'
}

/** All judged measures of a panel: the same function for real routers and for planted ones. */
export function judge(panel: Panel, choices: GapChoices): Readonly<Record<Judged, Estimated>> {
  const estimates = judgedNames.map((name) => [
    name,
    estimateOf(panel, statisticOf(name, panel, choices), sidedOf(name)),
  ])
  return Object.fromEntries(estimates) as Record<Judged, Estimated>
}
