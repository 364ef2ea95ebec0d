import type { Nested } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import type { Cell } from './cells.ts'
import type { SpeedupChoices } from './choices.ts'
import { clusterCounts, everyClustering } from './clusterings.ts'
import type { Observed } from './evidence.ts'
import { crossedExponent, meanExponent } from './exponent.ts'
import { clusteredMean, cooperative, cooperativeExponent, costExponent, farthestMean, jobsExponent } from './judged.ts'
import { type Alternative, measureOf } from './measureOf.ts'
import { noiseOf, type SpreadOf } from './noise.ts'
import { noiseExponent } from './noiseExponent.ts'
import {
  meanSpeed,
  type Series,
  seriesOf,
  slopeOf,
  slopeThroughOne,
  speed,
  speedOfAll,
  successesPerTime,
  teamsOnly,
  tokens,
  tokensOfSuccessful,
  tokensPerSuccess,
} from './series.ts'

/** The three exponents that claims are judged by. */
export function exponentMeasures(observed: Observed, choices: SpeedupChoices): Measure[] {
  return [cooperativeMeasure(observed.cells, choices), jobsMeasure(observed, choices), costMeasure(observed, choices)]
}

const tooFew = 'fewer than two series have one agent and two team sizes, or they do not differ'

function cooperativeMeasure(cells: readonly Cell[], choices: SpeedupChoices): Measure {
  const series = cooperative(cells, choices)
  const known = cells.filter(({ logTime }) => logTime !== null && logTime.n >= choices.fewestRuns)
  const selfOrganised = seriesOf(
    cells.filter(({ p, assignment }) => p === choices.share && assignment !== choices.assignment),
    speed,
  )
  const others: Alternative[] = [
    { choice: 'assignment', option: 'self-organised', nested: farthestMean(selfOrganised) },
    { choice: 'assignment', option: 'both', nested: farthestMean([...series, ...selfOrganised]) },
    ...limitsOf(series, cells, ({ logTime }) => logTime, choices.fewestRuns),
    {
      choice: 'failed runs',
      option: 'counted, each at its own length',
      nested: farthestMean(cooperative(cells, choices, speedOfAll)),
    },
    {
      choice: 'failed runs',
      option: 'counted and tried again: time per success',
      nested: farthestMean(cooperative(cells, choices, successesPerTime)),
    },
    { choice: 'mean of times', option: 'arithmetic', nested: farthestMean(cooperative(cells, choices, meanSpeed)) },
    { choice: 'line', option: 'held at one agent', nested: farthestMean(series, slopeThroughOne) },
    { choice: 'line', option: 'teams only', nested: farthestMean(series.map(teamsOnly)) },
    {
      choice: 'cells',
      option: `with at least ${choices.fewestRuns} successful runs`,
      nested: farthestMean(cooperative(known, choices)),
    },
  ]
  return measureOf(
    {
      id: 'exponent-cooperative',
      title: `Exponent of speed-up in the number of agents, jobs with a parallel share of ${choices.share}, work assigned in advance`,
      method:
        'least-squares slope of ln S on ln n, S the ratio of geometric mean times of successful runs, by suite and model; mean',
      resampled: `${clusterCounts(series)} (CR2, t, one-sided, farthest limits)`,
      n: series.length,
      unit: 'exponent',
    },
    cooperativeExponent(cells, choices),
    tooFew,
    others,
  )
}

/** The mean of the same exponents with the limits of one clustering alone, and of the runs of these pairs alone. */
function limitsOf(series: readonly Series[], cells: readonly Cell[], spread: SpreadOf, fewest: number): Alternative[] {
  const values = Float64Array.from(series, slopeOf)
  const [models, suites] = [series.map(({ model }) => model), series.map(({ suite }) => suite)]
  const noise = noiseOf(cells, fewest, () => undefined, spread)
  return [
    ...everyClustering.map((by) => ({ choice: 'limits', option: `${by} alone`, nested: clusteredMean(series, by) })),
    { choice: 'limits', option: 'models and suites, crossed', nested: crossedExponent(values, models, suites) },
    { choice: 'limits', option: 'run noise of these pairs alone', nested: noiseExponent(series, cells, noise) },
  ]
}

function jobsMeasure({ jobs }: Observed, { jobNoise }: SpeedupChoices): Measure {
  const values = Float64Array.from(jobs, slopeOf)
  const models = jobs.map(({ model }) => model)
  return measureOf(
    {
      id: 'exponent-independent-jobs',
      title: 'Exponent of speed-up in the number of agents, jobs that have nothing to do with one another',
      method: `least-squares slope of ln S on ln n by series, S as published (means of three repetitions, each with a spread of ${jobNoise.low.toFixed(2)} to ${jobNoise.high.toFixed(2)} of the mean); mean`,
      resampled: `series (${jobs.length}, taken as independent; Student, one-sided)`,
      n: jobs.length,
      unit: 'exponent',
    },
    jobsExponent(jobs),
    tooFew,
    [
      { choice: 'clusters', option: 'models', nested: meanExponent({ values, clusters: models }) },
      { choice: 'line', option: 'held at one agent', nested: jobsExponent(jobs, slopeThroughOne) },
      { choice: 'line', option: 'teams only', nested: jobsExponent(jobs.map(teamsOnly)) },
    ],
  )
}

function costMeasure({ cells, silo }: Observed, { fewestRuns }: SpeedupChoices): Measure {
  const series = seriesOf(cells, tokens)
  const only = (choice: string, of: (one: Series) => string): Alternative[] =>
    [...new Set(series.map(of))].map((option) => ({
      choice,
      option,
      nested: farthestMean(series.filter((one) => of(one) === option)),
    }))
  const siloExponent: Nested | null = meanExponent({
    values: Float64Array.from(silo, slopeOf),
    clusters: silo.map(({ model }) => model),
  })
  return measureOf(
    {
      id: 'cost-exponent',
      title: 'Exponent of all tokens of a job in the number of agents',
      method:
        'least-squares slope of ln tokens on ln n, geometric means of all runs, failed ones too, by suite, model, assignment and parallel share; mean',
      resampled: `${clusterCounts(series)} (CR2, t, one-sided, farthest limits)`,
      n: series.length,
      unit: 'exponent',
    },
    costExponent(cells),
    tooFew,
    [
      { choice: 'runs', option: 'successful alone', nested: farthestMean(seriesOf(cells, tokensOfSuccessful)) },
      { choice: 'runs', option: 'all, tokens per success', nested: farthestMean(seriesOf(cells, tokensPerSuccess)) },
      ...only('assignment', ({ assignment }) => assignment),
      ...only('parallel share', ({ p }) => `p = ${p}`),
      ...limitsOf(series, cells, ({ logTokensAll }) => logTokensAll, fewestRuns),
      { choice: 'line', option: 'teams only', nested: farthestMean(series.map(teamsOnly)) },
      { choice: 'data', option: 'tokens a round in Silo-Bench, where the input grows too', nested: siloExponent },
    ],
  )
}
