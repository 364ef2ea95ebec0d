import type { Measure } from '@lawbook/schemas'
import { judged, median, overSeries, sum } from './estimate.ts'
import { alternative, bare, estimateOf, measure } from './measures.ts'
import { groupBy } from './rows.ts'
import {
  type Attempts,
  coverageGain,
  type Judge,
  type Kept,
  keptOfSummaries,
  keptShare,
  type PassSeries,
  passes,
} from './selection.ts'
import { meanTeamExponent, type TeamExponent } from './teams.ts'
import { type AgentCurve, exponentOf, meanExponent, modelOf, qualityChange } from './throughput.ts'

/** The regime of concurrent agents: throughput of independent jobs, and the judge's mark beside it. */
export function throughputMeasures(series: readonly AgentCurve[], kinds: readonly AgentCurve[]): Measure[] {
  const models = new Set(series.map(({ name }) => modelOf(name))).size
  return [
    measure(
      {
        id: 'throughput-exponent',
        title: 'exponent of the speed-up on independent jobs, mean over series',
        method: 'least-squares slope of ln speed-up in ln agents by series; CR2 over models',
        resampled: `models: ${models} behind ${series.length} series (CR2, t)`,
        n: series.length,
        unit: 'slope of ln speed-up in ln agents',
      },
      estimateOf(judged(meanExponent(series))),
      {
        parts: series.map((one) => ({ label: one.name, ...bare(exponentOf(one)), n: one.y.length })),
        alternatives: [alternative('resampled', 'series', meanExponent(series, 'series'))],
      },
    ),
    measure(
      {
        id: 'quality-change',
        title: "change of a judge's mark (1 to 5) from one agent to most, mean over kinds of job",
        method: 'mean difference; CR2 over kinds of job, each with one mark a size',
        resampled: `kinds of job: ${kinds.length}`,
        n: kinds.length,
        unit: 'marks',
      },
      estimateOf(judged(qualityChange(kinds))),
      { parts: kinds.map(({ name, y }) => ({ label: name, ...bare(y.at(-1)! - y[0]!), n: y.length })) },
    ),
  ]
}

/** Beside the judged measure: teams that share one job whose parts depend on each other, by how they divide it. */
export function teamMeasures(exponents: readonly TeamExponent[]): Measure[] {
  return [...groupBy(exponents, ({ assignment }) => assignment)].map(([assignment, own]) =>
    measure(
      {
        id: `team-exponent-${assignment}`,
        title: `exponent of the speed-up on one job with a parallel share of .9, ${assignment}, mean over suites and models`,
        method: 'minus the least-squares slope of mean ln wall clock of successful runs in ln agents; CR2 over models',
        resampled: `models: ${new Set(own.map(({ model }) => model)).size} on ${new Set(own.map(({ suite }) => suite)).size} suites (CR2, t)`,
        n: own.length,
        unit: 'slope of ln speed-up in ln agents',
      },
      estimateOf(judged(meanTeamExponent(own))),
      { parts: own.map(({ suite, model, exponent }) => ({ label: `${suite}, ${model}`, ...bare(exponent) })) },
    ),
  )
}

const tasksShared = 'tasks (models of a benchmark as fully correlated, t with the fewest tasks less 1)'

/** Parallel attempts: what coverage gains, and what a judge who has to pick keeps of it. */
export function attemptMeasures(series: readonly PassSeries[], summaries: readonly Attempts[]): Measure[] {
  const gains = series.map(coverageGain)
  const pairwise = keptOfSummaries(summaries, 'self_pairwise')
  return [
    measure(
      {
        id: 'coverage-gain',
        title: `tasks solved by at least one of ${passes} passes less tasks solved by one, mean over series`,
        method: 'exact from the number of solved passes of each task; cannot fall',
        resampled: tasksShared,
        n: sum(gains.map(({ n }) => n)),
        unit: 'percentage points of tasks',
      },
      estimateOf(judged(overSeries(gains))),
    ),
    keptMeasure(series, 'self_pointwise', 'the model itself, pass by pass'),
    keptMeasure(series, 'gpt5_pointwise', 'GPT-5, pass by pass'),
    measure(
      {
        id: 'kept-by-self-pairwise',
        title: 'share of the gain of coverage kept by the model itself in a tournament of pairs',
        method: `ratio of means over ${pairwise?.series ?? 0} series with published summaries; no interval, since choices are not published task by task`,
        resampled: 'nothing',
        n: pairwise?.tasks ?? 0,
        unit: '% of the gain of coverage',
      },
      pairwise === null ? { value: null, i90: null, i995: null } : bare(100 * pairwise.value),
      { reason: 'no summary of tournaments, or no gain of coverage' },
    ),
  ]
}

function keptMeasure(series: readonly PassSeries[], judge: Judge, who: string): Measure {
  const percent = (kept: Kept) => (kept === null ? null : { value: 100 * kept.value, se: 100 * kept.se, df: kept.df })
  const [whole, partly] = [keptShare(series, judge), keptShare(series, judge, true)]
  const found = percent(whole)
  const nothing = { value: null, i90: null, i995: null }
  return measure(
    {
      id: `kept-by-${judge.replace('_', '-')}`,
      title: `share of the gain of coverage kept by ${who}`,
      method: '(picked - one pass) / (covered - one pass), ratio of means over series, each alike; linearised error',
      resampled: tasksShared,
      n: whole?.tasks ?? 0,
      unit: '% of the gain of coverage',
    },
    found === null ? nothing : judged(found) === null ? bare(found.value) : estimateOf(judged(found)),
    {
      reason: 'coverage gains nothing, or no series was judged whole',
      alternatives:
        whole?.tasks === partly?.tasks ? [] : [alternative('series judged in part', 'kept', percent(partly))],
    },
  )
}

/** Truncated runs: the share of the final score that is in hand at half the mean spend. */
export function inHandMeasure(shares: readonly { readonly model: string; readonly share: number }[]): Measure {
  const values = shares.map(({ share }) => 100 * share)
  return measure(
    {
      id: 'in-hand-at-half-spend',
      title: 'final score in hand at half the final mean spend, median over models',
      method: 'straight between neighbouring limits of truncated runs, which reach 100 % by construction',
      resampled: 'nothing',
      n: shares.length,
      unit: '% of the final score',
    },
    bare(median(values)),
    { parts: shares.map(({ model, share }) => ({ label: model, ...bare(100 * share) })) },
  )
}
