import { fitLaw, logistic, predict, reached } from '@lawbook/estimators'
import { capabilityElsewhere } from './capability.ts'
import { byGroup, type Design, fixedDesign, ones, trainedDesign } from './design.ts'
import { centred, type Sample, seriesOf } from './sample.ts'

/** What is predicted of a held-out task: the change within its series, or the score itself. */
export type Target = 'change' | 'level'

/** What predicts it, in the order of the tables. */
export const predictors = {
  resources: 'time budget alone',
  'any-form': 'time budget, any form',
  logistic: 'time budget, logistic',
  models: 'time budget, a line a model',
  capability: 'time budget and capability',
  early: 'time budget and early score',
} as const
export type Predictor = keyof typeof predictors

/**
 * The design of a predictor for a sweep of scores (not centred). For a level: 1, ln h and what the predictor adds. For a
 * change, where `sample.x` is centred by series: ln h less its mean, times 1 and times what the predictor adds, since a
 * constant of a series says nothing about its change. `early` is the score after the first budget, row by row.
 */
export function sweepDesign(target: Target, predictor: Predictor, sample: Sample, early?: Float64Array): Design {
  const series = seriesOf(sample)
  const centredX = centred(sample.x, series)
  const level = target === 'level'
  switch (predictor) {
    case 'resources':
      return fixedDesign(level ? [ones(sample), sample.x] : [centredX])
    case 'any-form':
      return anyForm(sample, series, level)
    case 'logistic': {
      const curveWithout = logisticOfOthers(sample)
      return trainedDesign(level ? 2 : 1, (leftOut) => {
        const curve = curveWithout(leftOut)
        return level ? [ones(sample), curve] : [centred(curve, series)]
      })
    }
    case 'models':
      return fixedDesign([
        ...(level ? byGroup(ones(sample), sample.group, sample.groups) : []),
        ...byGroup(level ? sample.x : centredX, sample.group, sample.groups),
      ])
    case 'capability':
      return trainedDesign(level ? 3 : 2, (leftOut) => {
        const capability = capabilityElsewhere(sample, leftOut)
        return level ? [ones(sample), sample.x, capability] : [centredX, times(centredX, capability)]
      })
    case 'early': {
      const first = early!
      // A score at its floor or its ceiling cannot grow, hence the square.
      return fixedDesign(
        level
          ? [ones(sample), sample.x, first]
          : [centredX, times(centredX, first), times(centredX, times(first, first))],
      )
    }
  }
}

/** A mean a budget: no law of hours alone fits the training tasks better. */
function anyForm({ x }: Sample, series: Int32Array, level: boolean): Design {
  const budgets = [...new Set(x)].sort((a, b) => a - b)
  const columns = budgets.map((budget) => x.map((value) => (value === budget ? 1 : 0)))
  // Centred, the columns sum to zero: the first is left out.
  return fixedDesign(level ? columns : columns.slice(1).map((column) => centred(column, series)))
}

/**
 * The logistic curve in ln hours through the mean scores of the other tasks, NaN where no curve is determined. The curve
 * of all tasks is where each search starts, which saves time and decides nothing: there is one minimum.
 */
function logisticOfOthers({ x, y, unit, units }: Sample): (leftOut: readonly number[]) => Float64Array {
  const budgets = Float64Array.from(new Set(x)).sort()
  const hours = budgets.map(Math.exp)
  const budget = Int32Array.from(x, (value) => budgets.indexOf(value))
  const k = hours.length
  const [sums, counts] = [new Float64Array(units * k), new Float64Array(units * k)]
  for (let i = 0; i < y.length; i++) {
    sums[unit[i]! * k + budget[i]!]! += y[i]!
    counts[unit[i]! * k + budget[i]!]! += 1
  }
  const fitWithout = (leftOut: readonly number[], start?: Float64Array) => {
    const [total, rows] = [new Float64Array(k), new Float64Array(k)]
    for (let u = 0; u < units; u++) {
      if (leftOut.includes(u)) continue
      for (let h = 0; h < k; h++) {
        total[h]! += sums[u * k + h]!
        rows[h]! += counts[u * k + h]!
      }
    }
    const means = total.map((sum, h) => sum / rows[h]!)
    return reached(fitLaw(logistic, hours, means, { start }))
  }
  const start = fitWithout([])
  return (leftOut) => {
    const theta = start === null ? null : fitWithout(leftOut, start)
    const curve = theta === null ? hours.map(() => Number.NaN) : predict(logistic, hours, theta)
    return Float64Array.from(budget, (h) => curve[h]!)
  }
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value * b[i]!)
}
