import { noRecord } from '@lawbook/agent-runs'
import type { RegimeChoices } from './choices.ts'
import { type SeriesMean, taskMean } from './estimate.ts'
import { distinct, groupBy, type RowOf } from './rows.ts'

/** Scores of one run; null where there was none, `published` what stands for it in the published tables. */
type Run = { readonly score: number | null; readonly published: number | null }

/** One model on one benchmark: what tasks scored at the first and at the last budget, `n` tasks a pair. */
export type BudgetSeries = {
  readonly benchmark: string
  readonly model: string
  readonly from: number
  readonly to: number
  readonly pairs: readonly { readonly first: Run; readonly last: Run; readonly n: number }[]
}

/** The score that counts on a benchmark: solved or not, and the judge's part where the score is graded. */
export const countedMetrics = ['success', 'judge_score'] as const

/** Every series with its first and last budget; `evenStart` raises every first budget to at least that. */
export function budgetSeries(
  rows: readonly RowOf<'sequential'>[],
  laterStarts: RegimeChoices['laterStarts'],
  evenStart = 0,
): BudgetSeries[] {
  const counted = rows.filter(({ metric }) => (countedMetrics as readonly string[]).includes(metric))
  return [...groupBy(counted, ({ benchmark, model }) => JSON.stringify([benchmark, model])).values()].map((own) => {
    const { benchmark, model } = own[0]!
    const later = laterStarts.find((one) => one.benchmark === benchmark && one.model === model)
    const least = Math.max(evenStart, later?.from ?? 0)
    const budgets = distinct(own.map(({ x }) => x!)).filter((x) => x >= least)
    const [from, to] = [Math.min(...budgets), Math.max(...budgets)]
    const pairs = [...groupBy(own, ({ task }) => task!).values()].map((task) => ({
      first: runAt(task, from),
      last: runAt(task, to),
      n: task[0]!.n!,
    }))
    return { benchmark: benchmark!, model: model!, from, to, pairs }
  })
}

function runAt(task: readonly RowOf<'sequential'>[], budget: number): Run {
  const row = task.find(({ x }) => x === budget)
  if (row === undefined || row.y === null) return { score: null, published: null }
  return { score: row.note === noRecord ? null : row.y, published: row.y }
}

/**
 * What a missing run counts as: `left-out` with its pair, `as-published` where a score was published for it, `against` a
 * rise (1 at the first budget, 0 at the last) and `for` it.
 */
export type Missing = 'left-out' | 'as-published' | 'against' | 'for'

/** The mean change of a series from the first to the last budget, in points, over tasks. */
export function budgetGain({ benchmark, pairs }: BudgetSeries, missing: Missing = 'left-out'): SeriesMean {
  const changes = pairs.flatMap(({ first, last, n }) => {
    const [before, after] = [scoreOf(first, missing, missing === 'against'), scoreOf(last, missing, missing === 'for')]
    return before === null || after === null ? [] : [{ value: 100 * (after - before), n }]
  })
  return { benchmark, ...taskMean(changes) }
}

function scoreOf({ score, published }: Run, missing: Missing, full: boolean): number | null {
  if (missing === 'as-published') return published
  if (score !== null || missing === 'left-out') return score
  return full ? 1 : 0
}

/** How many tasks of a series have both runs, and how many lack one. */
export function pairsOf({ pairs }: BudgetSeries): { used: number; missing: number } {
  const count = (whole: boolean): number =>
    pairs.reduce(
      (n, { first, last, n: tasks }) => n + ((first.score !== null && last.score !== null) === whole ? tasks : 0),
      0,
    )
  return { used: count(true), missing: count(false) }
}

/** The mean score of each series at every budget, over the runs that there are, in points. */
export function budgetMeans(rows: readonly RowOf<'sequential'>[]) {
  const key = ({ benchmark, model, metric, x }: RowOf<'sequential'>) => JSON.stringify([benchmark, model, metric, x])
  return [...groupBy(rows, key).values()].flatMap((own) => {
    const { benchmark, model, metric, x } = own[0]!
    const runs = own
      .filter(({ y, note }) => y !== null && note !== noRecord)
      .map(({ y, n }) => ({ value: 100 * y!, n: n! }))
    return runs.length === 0 ? [] : [{ benchmark: benchmark!, model: model!, metric, x: x!, ...taskMean(runs) }]
  })
}

/**
 * How much longer runs are at the last budget than at the first, series by series: the ratio of mean tokens, or of mean
 * turns where tokens are not recorded. A budget is a longer run only as far as this is above 1.
 */
export function lengthRatios(rows: readonly RowOf<'lengths'>[], series: readonly BudgetSeries[]) {
  return series.flatMap(({ benchmark, model, from, to }) => {
    const own = rows.filter((row) => row.benchmark === benchmark && row.model === model)
    const metric = own.some((row) => row.metric === 'tokens') ? 'tokens' : 'turns'
    const [first, last] = [from, to].map((x) => own.find((row) => row.x === x && row.metric === metric)?.y)
    return first == null || last == null ? [] : [{ benchmark, model, metric, ratio: last / first }]
  })
}
