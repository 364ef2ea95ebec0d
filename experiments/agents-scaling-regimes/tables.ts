import type { Nested } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { type EffortPair, gainOfModels, gainOrNull, meanGain } from './effort.ts'
import { judged, mean, overBenchmarks, taskMean } from './estimate.ts'
import { distinct, groupBy, type RowOf } from './rows.ts'
import {
  type Attempts,
  coverageGain,
  type Judge,
  judges,
  keptOfSummaries,
  keptShare,
  type PassSeries,
  passes,
} from './selection.ts'
import { type BudgetSeries, budgetGain } from './sequential.ts'
import { type BudgetMean, gainOverBenchmarks } from './sequentialMeasures.ts'
import { type AgentCurve, exponentOf } from './throughput.ts'

/** An estimate as three cells. */
const cells = (found: Nested | null) => ({
  value: found?.value ?? null,
  lo: found?.i90[0] ?? null,
  hi: found?.i90[1] ?? null,
})

/** One row a pair, in the order of the evidence. */
export const pairRows = (pairs: readonly EffortPair[]): Row[] => pairs.map((pair) => ({ ...pair }))

/**
 * The mean gain of the pairs of each model and of each benchmark, and of all. A model's interval takes its pairs as
 * independent; a benchmark's is clustered by model like that of all.
 */
export function gainRows(pairs: readonly EffortPair[]): Row[] {
  const rows = (kind: 'model' | 'benchmark', interval: (own: EffortPair[]) => Nested | null): Row[] =>
    [...groupBy(pairs, (pair) => pair[kind])].map(([name, own]) => {
      const found = cells(interval(own))
      return { kind, name, pairs: own.length, ...found, value: mean(own.map(({ gain }) => gain)) }
    })
  const ofPairs = (own: readonly EffortPair[]): Nested | null =>
    own.length < 2 ? null : judged(gainOfModels(own.map((pair, i) => ({ ...pair, model: String(i) }))))
  return [
    ...rows('model', ofPairs),
    ...rows('benchmark', gainOrNull),
    { kind: 'all', name: 'all', pairs: pairs.length, ...cells(judged(meanGain(pairs))) },
  ]
}

/** Mean score of each series at each budget with 90 % limits over tasks: the judge's part on the graded benchmark. */
export function budgetRows(means: readonly BudgetMean[]): Row[] {
  return means
    .filter(({ metric }) => metric !== 'score')
    .map(({ benchmark, model, x, value, se, n }) => ({
      benchmark,
      model,
      budget: x,
      n,
      ...cells(judged({ value, se, df: n - 1 })),
      value,
    }))
}

/** The change from the first to the last budget, series by series, by benchmark and over all. */
export function changeRows(series: readonly BudgetSeries[]): Row[] {
  const gains = series.map((one) => ({ ...one, gain: budgetGain(one) }))
  const own = gains.map(({ benchmark, model, from, to, gain }) => ({
    kind: 'series',
    benchmark,
    model,
    from,
    to,
    n: gain.n,
    ...cells(judged({ ...gain, df: gain.n - 1 })),
    value: gain.value,
  }))
  const whole = (kind: string, benchmark: string | null, n: number, found: Nested | null): Row => ({
    kind,
    benchmark,
    model: null,
    from: null,
    to: null,
    n,
    ...cells(found),
  })
  const count = (some: readonly { readonly n: number }[]): number => some.reduce((total, { n }) => total + n, 0)
  const byBenchmark = [...groupBy(gains, ({ benchmark }) => benchmark)].map(([name, some]) => {
    const list = some.map(({ gain }) => gain)
    return whole('benchmark', name, count(list), judged(overBenchmarks(list)))
  })
  const all = whole('all', null, count(gains.map(({ gain }) => gain)), judged(gainOverBenchmarks(series)))
  return [...own, ...byBenchmark, all]
}

/** Mean score of EdgeBench by hour, as published. */
export const hourRows = (rows: readonly RowOf<'hours'>[]): Row[] =>
  rows
    .filter(({ task }) => task === null)
    .map(({ setting, model, x, y, n }) => ({ tasks: setting, model, hours: x, score: y, n }))

/** Speed-up and mark by number of agents, with the exponent of a series beside its rows. */
export function agentRows(series: readonly AgentCurve[], kinds: readonly AgentCurve[]): Row[] {
  const rows = (kind: string, curves: readonly AgentCurve[], slope: (curve: AgentCurve) => number | null): Row[] =>
    curves.flatMap((curve) =>
      Array.from(curve.agents, (agents, i) => ({
        kind,
        name: curve.name,
        agents,
        y: curve.y[i]!,
        exponent: slope(curve),
      })),
    )
  return [...rows('speed-up', series, exponentOf), ...rows('mark', kinds, () => null)]
}

/**
 * Coverage and what judges pick by number of passes, mean over the models of a benchmark that have every judge at four
 * passes, so that the curves of a panel are of the same models.
 */
export function attemptRows(summaries: readonly Attempts[]): Row[] {
  const complete = summaries.filter((one) =>
    judges.every((judge) =>
      summaries.some(
        ({ benchmark, model, metric, k }) =>
          benchmark === one.benchmark && model === one.model && metric === judge && k === passes,
      ),
    ),
  )
  return [...groupBy(complete, ({ benchmark, metric, k }) => JSON.stringify([benchmark, metric, k])).values()].map(
    (own) => {
      const { benchmark, metric, k } = own[0]!
      return { benchmark, metric, k, models: own.length, score: mean(own.map(({ score }) => score)) }
    },
  )
}

/**
 * Gain of coverage, and the share of it that a judge keeps, by benchmark and over all; of tournaments, which are
 * published as summaries, without an interval.
 */
export function keptRows(series: readonly PassSeries[], summaries: readonly Attempts[]): Row[] {
  const names = distinct(series.map(({ benchmark }) => benchmark))
  const groups = [
    ...names.map((name) => [name, series.filter(({ benchmark }) => benchmark === name)] as const),
    ['all', series] as const,
  ]
  return groups.flatMap(([benchmark, own]) => {
    const coverage_gain = mean(own.map((one) => coverageGain(one).value))
    const cellsOf = (judge: Judge) => {
      if (judge === 'self_pairwise') {
        const known = summaries.filter((one) => benchmark === 'all' || one.benchmark === benchmark)
        return { ...cells(null), value: keptOfSummaries(known, judge)?.value ?? null }
      }
      const kept = keptShare(own, judge)
      return { ...cells(kept === null ? null : judged(kept)), value: kept?.value ?? null }
    }
    return judges.map((judge): Row => ({ benchmark, judge, series: own.length, coverage_gain, ...cellsOf(judge) }))
  })
}

/** One row a series: one pass, at least one of four, and what judges of whole series pick, shares of tasks. */
export function passRows(series: readonly PassSeries[]): Row[] {
  return series.map((one) => {
    const counts = one.tasks.map(({ solved, n }) => ({ value: solved / passes, n }))
    const covered = one.tasks.map(({ solved, n }) => ({ value: solved > 0 ? 1 : 0, n }))
    const picked = (judge: Judge): number | null => {
      const picks = one.picks[judge]
      return picks === undefined ? null : taskMean(picks.map(({ picked: value, n }) => ({ value, n }))).value
    }
    return {
      benchmark: one.benchmark,
      model: one.model,
      tasks: taskMean(counts).n,
      one_pass: taskMean(counts).value,
      covered: taskMean(covered).value,
      self_pointwise: picked('self_pointwise'),
      gpt5_pointwise: picked('gpt5_pointwise'),
    }
  })
}
