import type { Measure } from '@lawbook/schemas'
import type { EffortPair } from './effort.ts'
import { sum } from './estimate.ts'
import { type BudgetSeries, pairsOf } from './sequential.ts'

/** What a reader of the numbers has to know. */
export function notesOf(
  pairs: readonly EffortPair[],
  series: readonly BudgetSeries[],
  measures: readonly Measure[],
): string[] {
  const teams = measures
    .filter(({ id, value }) => id.startsWith('team-exponent-') && value !== null)
    .map(({ id, value }) => `${value!.toFixed(2)} ${id.replace('team-exponent-', '')}`)
  const zeros = pairs.filter(({ before, after }) => before === 0 || after === 0).length
  const named = pairs.filter(({ less }) => less === 'low').length
  const missing = sum(series.map((one) => pairsOf(one).missing))
  return [
    `Of ${pairs.length} effort pairs ${named} name both efforts; in the others less effort is the model's default. Pairs with a score of zero, which may be a broken run: ${zeros}.`,
    `${missing} tasks of the sequential series lack a run or a record at one of the two budgets.`,
    'EdgeBench takes the best submission so far, truncated runs count what was finished, and coverage takes the best of several passes: none of the three falls, or hardly ever, and none is judged.',
    'Passes that a judge called unknown or left in error count as not accepted, as in the published summary; the README says how many.',
    `Independent jobs are the kindest case of decomposable work. Where several agents share one job (LLM Teams, parallel share .9) the exponent of the speed-up is ${teams.join(', ')}.`,
  ]
}
