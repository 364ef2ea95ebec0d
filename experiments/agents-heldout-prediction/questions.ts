import { type CrossPredictor, centredCrossDesign, crossDesign } from './crossDesigns.ts'
import type { Sweep } from './evidence.ts'
import type { Question, Reference } from './heldOut.ts'
import { centredSample, rowsWhere, type Sample, seriesOf } from './sample.ts'
import { type Predictor, sweepDesign, type Target } from './sweepDesigns.ts'

/** Which rows of a sweep are predicted: all budgets, or those after the first, whose score is known by then. */
export type Rows = 'all' | 'later'

/** A question about a sweep of scores: what is predicted, from what, on a sample that is not centred. */
export function sweepQuestion(
  sample: Sample,
  target: Target,
  predictor: Predictor,
  options: { readonly early?: Float64Array; readonly reference?: Reference } = {},
): Question {
  const design = sweepDesign(target, predictor, sample, options.early)
  return target === 'change'
    ? { sample: centredSample(sample, seriesOf(sample)), design, reference: 'zero' }
    : { sample, design, reference: options.reference ?? 'training-mean' }
}

/** The rows of a sweep after its first budget, and the score of their series at that budget. */
export function laterRows({ sample, hours }: Sweep): { sample: Sample; early: Float64Array } {
  const first = Math.log(hours[0]!)
  const series = seriesOf(sample)
  const scores = new Map(Array.from(series, (s, i) => [s, i] as const).filter(([, i]) => sample.x[i] === first))
  const later = (row: number) => sample.x[row] !== first && scores.has(series[row]!)
  const early = Float64Array.from(
    Array.from(series.keys())
      .filter(later)
      .map((i) => sample.y[scores.get(series[i]!)!]!),
  )
  return { sample: rowsWhere(sample, later), early }
}

/** The question of a predictor about a sweep, on the rows on which it can be asked. */
export function questionOf(sweep: Sweep, target: Target, predictor: Predictor, rows: Rows): Question {
  if (rows === 'all') return sweepQuestion(sweep.sample, target, predictor)
  const { sample, early } = laterRows(sweep)
  return sweepQuestion(sample, target, predictor, { early })
}

/** A question about systems on held-out benchmarks. */
export function crossQuestion(sample: Sample, predictor: CrossPredictor, reference?: Reference): Question {
  return { sample, design: crossDesign(predictor, sample), reference: reference ?? 'training-mean' }
}

/** Who does better than whom on a held-out benchmark: both sides less their mean on it. */
export function centredCrossQuestion(sample: Sample, predictor: CrossPredictor): Question {
  return {
    sample: centredSample(sample, sample.unit),
    design: centredCrossDesign(predictor, sample),
    reference: 'zero',
  }
}
