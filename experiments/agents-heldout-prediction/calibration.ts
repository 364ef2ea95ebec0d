import { clusterJackknife, clusterMean, innerTail, studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { HeldOutChoices } from './choices.ts'
import { heldOutPredictions } from './heldOut.ts'
import { type Answer, answerOf } from './r2Table.ts'

/** What the calibration plot shows: two targets on tasks with three predictors, and benchmarks with two. */
const shown = [
  ['edgebench', 'change', 'resources', 'all'],
  ['edgebench', 'change', 'capability', 'all'],
  ['edgebench', 'change', 'early', 'later'],
  ['edgebench', 'level', 'resources', 'all'],
  ['edgebench', 'level', 'capability', 'all'],
  ['edgebench', 'level', 'early', 'later'],
  ['hal', 'level', 'resources', 'all'],
  ['hal', 'level', 'capability', 'all'],
] as const

/** Rows that were predicted: what was said of each, what came, and which unit was held out. */
type Predicted = { readonly said: Float64Array; readonly came: Float64Array; readonly unit: Int32Array }

/**
 * Tables `calibration` (held-out rows in bins of their prediction, with the mean of what came) and `slopes` (least
 * squares of what came on what was said, 1 where predictions mean what they say). Intervals are over held-out units.
 */
export function calibrationRows(answers: readonly Answer[], { bins }: HeldOutChoices): { bins: Row[]; slopes: Row[] } {
  const panels = shown.map(([data, target, predictor, rows]) => ({
    key: { data, target, predictor },
    predicted: predictedOf(answerOf(answers, data, target, predictor, rows)),
  }))
  return {
    bins: panels.flatMap(({ key, predicted }) => binRows(predicted, bins).map((row): Row => ({ ...key, ...row }))),
    slopes: panels.map(({ key, predicted }): Row => ({ ...key, ...calibrationSlope(predicted) })),
  }
}

function predictedOf({ question }: Answer): Predicted {
  const said = heldOutPredictions(question)
  const known = (_: number, i: number) => !Number.isNaN(said[i]!)
  return { said: said.filter(known), came: question.sample.y.filter(known), unit: question.sample.unit.filter(known) }
}

/** Bins of equal numbers of rows, in the order of their prediction. */
function binRows({ said, came, unit }: Predicted, bins: number) {
  const order = Array.from(said.keys()).sort((a, b) => said[a]! - said[b]! || a - b)
  return Array.from({ length: bins }, (_, k) => {
    const rows = order.slice(Math.round((k * order.length) / bins), Math.round(((k + 1) * order.length) / bins))
    const values = Float64Array.from(rows, (i) => came[i]!)
    const mean = clusterMean({ values, clusters: Int32Array.from(rows, (i) => unit[i]!) })
    const [lo, hi] = studentInterval({ ...mean, tail: innerTail })
    const predicted = rows.reduce((sum, i) => sum + said[i]!, 0) / rows.length
    return { bin: k + 1, predicted, observed: mean.value, lo, hi, n: rows.length }
  })
}

/** The slope of what came on what was said, with the jackknife over units; predictions are not made anew. */
export function calibrationSlope({ said, came, unit }: Predicted): {
  slope: number
  lo: number
  hi: number
  n: number
} {
  const statistic = (leftOut: number | null) => {
    const rows = Array.from(said.keys()).filter((i) => unit[i] !== leftOut)
    const mean = (values: Float64Array) => rows.reduce((sum, i) => sum + values[i]!, 0) / rows.length
    const [x, y] = [mean(said), mean(came)]
    let [xy, xx] = [0, 0]
    for (const i of rows) {
      xy += (said[i]! - x) * (came[i]! - y)
      xx += (said[i]! - x) * (said[i]! - x)
    }
    return Float64Array.of(xy / xx)
  }
  const { value, se, df } = clusterJackknife({ clusters: unit, statistic })
  const [lo, hi] = studentInterval({ value: value[0]!, se: se[0]!, df, tail: innerTail })
  return { slope: value[0]!, lo, hi, n: said.length }
}
