import type { Half, Wording } from '@lawbook/skill-requests'
import type { RoutingChoices } from './choices.ts'
import { eligibility } from './eligible.ts'
import type { Observed } from './evidence.ts'
import { type Judgement, judge } from './judge.ts'
import type { Grouping } from './skillFacts.ts'

/** One way to analyse the same evidence. */
type Analysis = {
  readonly wording: Wording | 'mean'
  readonly ladder: readonly number[]
  readonly grouping: Grouping
  readonly half: Half | 'all'
  readonly kinOrder: 'first' | 'last'
  /** Whether leaving a package out takes its skills from the pool of competitors as well. */
  readonly pool: 'fixed' | 'resampled'
}

/** The analysis that decides. */
function primaryOf(choices: RoutingChoices): Analysis {
  return {
    wording: choices.wording,
    ladder: choices.ladder,
    grouping: 'package',
    half: 'test',
    kinOrder: 'first',
    pool: 'fixed',
  }
}

/** What one declared alternative finds: it fills the robustness table and never changes a verdict. */
export type Alternative = { readonly choice: string; readonly option: string; readonly judgement: Judgement }

/** The primary analysis, and the declared alternatives that differ from it in one choice each. */
export function analyses(
  observed: Observed,
  choices: RoutingChoices,
): { readonly main: Judgement; readonly others: readonly Alternative[] } {
  const primary = primaryOf(choices)
  const longer = choices.shown.filter((size) => size >= 10)
  const alternatives: readonly (readonly [choice: string, option: string, changed: Partial<Analysis>])[] = [
    ['wording', 'situated', { wording: 'situated' }],
    ['wording', 'mean of both', { wording: 'mean' }],
    ['ladder', '10 to 1,141, thirteen sizes', { ladder: longer }],
    ['clusters', 'domain', { grouping: 'domain' }],
    ['requests', 'both halves', { half: 'all' }],
    ['router judged of a kin', 'the last, not the first', { kinOrder: 'last' }],
    ['pool of competitors', 'resampled with the packages', { pool: 'resampled' }],
  ]
  return {
    main: analyse(observed, primary, choices),
    others: alternatives.map(([choice, option, changed]) => ({
      choice,
      option,
      judgement: analyse(observed, { ...primary, ...changed }, choices),
    })),
  }
}

function analyse(
  observed: Observed,
  { wording, ladder, grouping, half, kinOrder, pool }: Analysis,
  choices: RoutingChoices,
): Judgement {
  const judged = eligibility(observed, wording, choices, kinOrder).filter(({ eligible }) => eligible)
  return judge(
    judged.map(({ id }) => ({
      label: id,
      sample:
        pool === 'resampled' && wording !== 'mean'
          ? observed.poolSample(id, wording)
          : observed.sample(id, half, wording, grouping),
    })),
    choices,
    ladder,
  )
}
