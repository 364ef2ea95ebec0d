import {
  clusterJackknife,
  type Fit,
  fitChecklist,
  fitLaw,
  innerTail,
  log,
  logistic,
  type ParameterIntervals,
  power,
  reached,
  studentInterval,
} from '@lawbook/estimators'
import type { FitRecord } from '@lawbook/schemas'
import type { CrossSection, Sweep } from './evidence.ts'
import type { Sample } from './sample.ts'

/** Fitted up to this many hours, compared beyond: the last third of the budgets. */
const cut = 8

/** The headline fits: three laws of the mean score in hours, and the line of success in ln dollars. */
export function fitRecords(sweep: Sweep, hal: CrossSection): FitRecord[] {
  return [...meanScoreFits(sweep), costFit(hal)]
}

/** One point a model and budget: the mean over tasks with a score. */
function meanScores({ sample, hours, models }: Sweep, leftOut: number | null) {
  const points = models.flatMap((model, m) =>
    hours.map((h) => {
      const rows = Array.from(sample.y.keys()).filter(
        (i) => sample.group[i] === m && sample.x[i] === Math.log(h) && sample.unit[i] !== leftOut,
      )
      return { model, x: h, y: rows.reduce((sum, i) => sum + sample.y[i]!, 0) / rows.length, rows: rows.length }
    }),
  )
  const known = points.filter(({ rows }) => rows > 0)
  return {
    x: Float64Array.from(known, ({ x }) => x),
    y: Float64Array.from(known, ({ y }) => y),
    models: known.map(({ model }) => model),
  }
}

function meanScoreFits(sweep: Sweep): FitRecord[] {
  const { models, ...points } = meanScores(sweep, null)
  const laws = [log, power, logistic]
  const extrapolates = sweep.hours.some((h) => h > cut) && sweep.hours.filter((h) => h <= cut).length > 2
  return laws.map((law) => {
    const fit = fitLaw(law, points.x, points.y)
    const without = (task: number, start: Float64Array) => {
      const { x, y } = meanScores(sweep, task)
      return fitLaw(law, x, y, { start })
    }
    return fitChecklist({
      id: `mean-score-${law.id}`,
      law,
      points,
      fit,
      series: 'EdgeBench, five models together',
      row: 'mean score of a model after so many hours, over the tasks that have one',
      unit: 'score',
      exclusions: [],
      weights: 'equal',
      models,
      interval: intervals(fit, sweep.sample, 'tasks', without),
      rivals: extrapolates ? laws.filter((other) => other !== law) : { reason: 'too few budgets to cut' },
      from: extrapolates ? cut : { reason: 'too few budgets to cut' },
      digits: 3,
    })
  })
}

function costFit({ sample, groups }: CrossSection): FitRecord {
  const points = { x: sample.x.map(Math.exp), y: sample.y }
  const fit = fitLaw(log, points.x, points.y)
  const rowsWithout = (unit: number) => (_: number, i: number) => sample.unit[i] !== unit
  return fitChecklist({
    id: 'success-by-cost-log',
    law: log,
    points,
    fit,
    series: 'Holistic Agent Leaderboard, nine benchmarks together',
    row: 'success of one system on one benchmark against dollars a task',
    unit: 'success',
    exclusions: [],
    weights: 'equal',
    models: Array.from(sample.group, (g) => groups[g]!),
    interval: intervals(fit, sample, 'benchmarks', (unit, start) =>
      fitLaw(log, points.x.filter(rowsWithout(unit)), points.y.filter(rowsWithout(unit)), { start }),
    ),
    rivals: { reason: 'a cross-section of different systems: no form of it is of interest' },
    from: { reason: 'a cross-section of different systems is not extrapolated in cost, but to other benchmarks' },
    digits: 3,
  })
}

/** Standard errors and 90 % intervals of the parameters: the fit without each unit. */
function intervals(
  fit: Fit,
  sample: Sample,
  units: string,
  without: (unit: number, start: Float64Array) => Fit,
): ParameterIntervals | { reason: string } {
  const theta = reached(fit)
  if (theta === null) return { reason: 'the fit reached no minimum' }
  const statistic = (unit: number | null) => {
    if (unit === null) return theta
    const other = without(unit, theta)
    return other.status === 'converged' ? other.parameters : theta.map(() => Number.NaN)
  }
  const { value, se, df } = clusterJackknife({ clusters: sample.unit, statistic })
  return {
    method: `delete-one jackknife over ${units}, t`,
    level: '90 %',
    resampled: `${units}, worth ${(df + 1).toFixed(1)} equal ones`,
    estimates: Array.from(value, (centre, j) =>
      se[j]! > 0 && Number.isFinite(se[j])
        ? { se: se[j]!, i90: studentInterval({ value: centre, se: se[j]!, df, tail: innerTail }) }
        : { se: null, i90: null },
    ),
  }
}
