import { clusterJackknife, type Nested, nestedIntervals } from '@lawbook/estimators'
import { fixedDesign, ones } from './design.ts'
import type { Sweep } from './evidence.ts'
import { heldOutErrors } from './heldOut.ts'
import { laterRows } from './questions.ts'

/** What needs no law: later scores are the first one, or the first one and the mean gain of the other tasks. */
export type Persistence = 'unchanged' | 'mean-gain'

/**
 * The out-of-sample R^2 of later scores said to be the first score of their series, as it is or plus the mean gain of
 * all rows of the other tasks; SST is that of the mean of the training rows, as for every level. With the delete-one-unit
 * jackknife of the whole procedure and the number of rows predicted.
 */
export function persistenceR2(sweep: Sweep, kind: Persistence): Nested & { readonly rows: number } {
  const { sample, early } = laterRows(sweep)
  const design = fixedDesign([ones(sample)])
  const gains = { ...sample, y: sample.y.map((y, i) => y - early[i]!) }
  const errors = heldOutErrors({ sample: gains, design, reference: 'zero' })
  const levels = heldOutErrors({ sample, design, reference: 'training-mean' })
  const statistic = (leftOut: number | null) => {
    const weights = new Float64Array(sample.units).map((_, g) => (g === leftOut ? 0 : 1))
    const { error, total } = errors(weights)
    return Float64Array.of(1 - (kind === 'unchanged' ? total : error) / levels(weights).total)
  }
  const { value, se, df } = clusterJackknife({ clusters: sample.unit, statistic })
  return { ...nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'one' }), rows: sample.y.length }
}
