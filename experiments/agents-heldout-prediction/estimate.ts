import { fail, type StreamFactory } from '@lawbook/base'
import {
  bootstrap,
  clusterJackknife,
  independentRows,
  innerTail,
  type Nested,
  nestedIntervals,
  outerTail,
  percentileInterval,
} from '@lawbook/estimators'
import { heldOutErrors, heldOutR2, type Question } from './heldOut.ts'
import { rowsWhere, type Sample } from './sample.ts'

/** R^2 with its intervals, what they resample in effective numbers, and how many rows were predicted. */
export type Estimated = Nested & { readonly effective: number; readonly rows: number }

/**
 * The out-of-sample R^2 with the delete-one-unit jackknife of the whole procedure, one-sided outer limits. Null where
 * some training set leaves all rows without a prediction, as where no curve is determined.
 */
export function byUnit(question: Question): Estimated | null {
  const r2 = heldOutR2(question)
  const { unit, units } = question.sample
  const { value, se, df } = clusterJackknife({ clusters: unit, statistic: (g) => Float64Array.of(r2(g)) })
  if (!Number.isFinite(value[0]) || !Number.isFinite(se[0])) return null
  const { rows } = heldOutErrors(question)(new Float64Array(units).fill(1))
  return { ...nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'one' }), effective: df + 1, rows }
}

/** The same R^2 with a jackknife over groups (models): everything is repeated without the rows of each. */
export function byGroups(sample: Sample, ask: (sample: Sample) => Question): Nested {
  const statistic = (group: number | null) =>
    Float64Array.of(heldOutR2(ask(rowsWhere(sample, (row) => sample.group[row] !== group)))(null))
  const { value, se, df } = clusterJackknife({ clusters: sample.group, statistic })
  return nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'one' })
}

/** The same R^2 with a percentile bootstrap over units, copies of a unit held out together. Fixed designs only. */
export function byBootstrap(question: Question, draws: number, stream: StreamFactory): Nested {
  if (question.design.kind !== 'fixed') fail('LB_DOMAIN', 'a bootstrap of copies needs a design without training')
  const errors = heldOutErrors(question)
  const statistic = (weights: Float64Array) => {
    const { error, total } = errors(weights)
    return 1 - error / total
  }
  const units = independentRows(question.sample.units)
  const drawn = bootstrap({ units, statistic, draws, stream: stream('bootstrap', question.reference) })
  const [inner, outer] = [innerTail, outerTail('one')]
  return {
    value: drawn.value,
    i90: percentileInterval(drawn, [inner, inner]),
    i995: percentileInterval(drawn, [outer, outer]),
  }
}
