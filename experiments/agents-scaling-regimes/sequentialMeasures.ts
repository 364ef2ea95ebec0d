import type { Measure } from '@lawbook/schemas'
import { amongBenchmarks, judged, median, overBenchmarks, overSeries, sum, type WithError } from './estimate.ts'
import { type HourPair, hourGain } from './hours.ts'
import { alternative, bare, boundsOf, estimateOf, measure } from './measures.ts'
import { groupBy } from './rows.ts'
import { type BudgetSeries, budgetGain, type budgetMeans, type lengthRatios, type Missing } from './sequential.ts'

/** The published means of every budget, as the evidence table `budgets` has them. */
export type BudgetMean = ReturnType<typeof budgetMeans>[number]

/** The change from the first to the last budget, benchmarks resampled, with one reading of missing runs. */
export const gainOverBenchmarks = (series: readonly BudgetSeries[], missing: Missing = 'left-out'): WithError =>
  amongBenchmarks(series.map((one) => budgetGain(one, missing)))

/** The regime of longer runs. `even` are the series that start no earlier than a common budget. */
export function sequentialMeasures(
  series: readonly BudgetSeries[],
  even: readonly BudgetSeries[],
  means: readonly BudgetMean[],
  hours: readonly HourPair[],
  lengths: ReturnType<typeof lengthRatios>,
): Measure[] {
  const gains = series.map((one) => budgetGain(one))
  const benchmarks = [...groupBy(gains, ({ benchmark }) => benchmark)]
  const falls = hours.filter(({ first, last }) => last < first).length
  return [
    measure(
      {
        id: 'budget-gain',
        title: 'score at the last budget of context less score at the first, each benchmark alike',
        method:
          'mean over benchmarks of mean over models of paired differences; runs that are missing left out with their pair',
        resampled: `benchmarks: ${benchmarks.length}, with the ${series.length} series on them (t)`,
        n: benchmarks.length,
        unit: 'percentage points of score',
      },
      estimateOf(judged(gainOverBenchmarks(series))),
      {
        parts: benchmarks.map(([label, own]) => ({
          label,
          ...estimateOf(judged(overBenchmarks(own))),
          n: sum(own.map(({ n }) => n)),
        })),
        alternatives: alternativesOf(series, even, means),
        ...boundsOf(gainOverBenchmarks(series, 'against'), gainOverBenchmarks(series, 'for')),
      },
    ),
    measure(
      {
        id: 'run-length',
        title: 'how many times longer runs are at the last budget than at the first, median over series',
        method: 'ratio of mean tokens, or of mean turns where tokens are not recorded',
        resampled: 'nothing',
        n: lengths.length,
        unit: 'times',
      },
      lengths.length === 0 ? { value: null, i90: null, i995: null } : bare(median(lengths.map(({ ratio }) => ratio))),
      {
        reason: 'no series records tokens or turns at both budgets',
        parts: lengths.map(({ benchmark, model, metric, ratio }) => ({
          label: `${benchmark}, ${model}: ${metric}`,
          ...bare(ratio),
        })),
      },
    ),
    measure(
      {
        id: 'hours-gain',
        title: `score of the best submission so far after the last hour less after the first; hardly ever falls (${falls} of ${hours.length})`,
        method: 'mean of paired differences over tasks and models of EdgeBench; CR2 over tasks',
        resampled: 'tasks, with all models of a task',
        n: hours.length,
        unit: 'percentage points of score',
      },
      estimateOf(judged(hourGain(hours))),
    ),
  ]
}

function alternativesOf(series: readonly BudgetSeries[], even: readonly BudgetSeries[], means: readonly BudgetMean[]) {
  const graded = ({ benchmark }: BudgetSeries): boolean => benchmark === gradedBenchmark
  const binary = series.filter((one) => !graded(one))
  const gains = series.map((one) => budgetGain(one))
  const composite = compositeGain(series, means)
  return [
    alternative(
      'missing runs',
      'as published: the score that stands for no record',
      gainOverBenchmarks(series, 'as-published'),
    ),
    alternative('benchmarks', 'binary outcomes alone', countOf(binary) < 2 ? null : gainOverBenchmarks(binary)),
    alternative('first budget', 'none below a common one', gainOverBenchmarks(even)),
    alternative('MCP-bench', 'the published composite (missing execution rates count as 0)', composite),
    alternative('weight', 'each series alike; tasks resampled, benchmarks fixed', overSeries(gains)),
    alternative('resampled', 'tasks, these benchmarks fixed, their models as fully correlated', overBenchmarks(gains)),
    alternative(
      'resampled',
      'tasks, these benchmarks fixed, as if their models shared none',
      overBenchmarks(gains, true),
    ),
  ]
}

const countOf = (series: readonly BudgetSeries[]): number => new Set(series.map(({ benchmark }) => benchmark)).size

/** The benchmark whose runs are graded and not solved or failed. */
export const gradedBenchmark = 'mcpbench'

/** The mean over benchmarks with the published composite in place of the judge's part; null without it. */
function compositeGain(series: readonly BudgetSeries[], means: readonly BudgetMean[]): WithError | null {
  const at = (one: BudgetSeries, x: number): number | undefined =>
    means.find(
      ({ benchmark, model, metric, x: budget }) =>
        benchmark === one.benchmark && model === one.model && metric === 'score' && budget === x,
    )?.value
  const gains = series.map((one) => {
    if (one.benchmark !== gradedBenchmark) return budgetGain(one)
    const [first, last] = [at(one, one.from), at(one, one.to)]
    return first === undefined || last === undefined ? null : { benchmark: one.benchmark, value: last - first }
  })
  const known = gains.filter((one) => one !== null)
  return known.length < gains.length ? null : amongBenchmarks(known)
}
