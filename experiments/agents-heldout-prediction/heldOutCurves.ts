import { clusterMean, innerTail, studentInterval } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import type { HeldOutChoices } from './choices.ts'
import type { CrossSection, Sweep } from './evidence.ts'
import { heldOutPredictions, predictionsWithout, type Question } from './heldOut.ts'
import { type Answer, answerOf } from './r2Table.ts'
import { cellMeans } from './sample.ts'

/** The prediction of every row from the other units, between bounds that hold most training residuals. */
type Band = { readonly predicted: Float64Array; readonly lo: Float64Array; readonly hi: Float64Array }

/**
 * For every row the prediction without its unit, and that prediction plus the quantiles `between` of the residuals of
 * the training rows of the same `cell` (one budget). Nothing of the held-out unit is in its band.
 */
export function heldOutBand(question: Question, cell: Int32Array, between: readonly number[]): Band {
  const { y, unit, units } = question.sample
  const [predicted, lo, hi] = [new Float64Array(y.length), new Float64Array(y.length), new Float64Array(y.length)]
  for (let g = 0; g < units; g++) {
    const fitted = predictionsWithout(question, g)
    const residuals = new Map<number, number[]>()
    for (let i = 0; i < y.length; i++) {
      if (unit[i] === g) continue
      residuals.set(cell[i]!, [...(residuals.get(cell[i]!) ?? []), y[i]! - fitted[i]!])
    }
    const limits = new Map([...residuals].map(([c, own]) => [c, between.map((share) => quantile(own, share))]))
    for (let i = 0; i < y.length; i++) {
      if (unit[i] !== g) continue
      const [low, high] = limits.get(cell[i]!) ?? [Number.NaN, Number.NaN]
      predicted[i] = fitted[i]!
      lo[i] = fitted[i]! + low!
      hi[i] = fitted[i]! + high!
    }
  }
  return { predicted, lo, hi }
}

/** The quantile of type 7 of Hyndman and Fan (1996). */
function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  const place = share * (sorted.length - 1)
  const [below, above] = [Math.floor(place), Math.ceil(place)]
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!)
}

const targets = ['change', 'level'] as const

/**
 * The table `curves`: what was said from the time budget alone of some held-out tasks and what came, row by row. The
 * tasks stand at equal steps of the rank by the error of the target, from the best predicted to the worst.
 */
export function heldOutRows(sweep: Sweep, answers: readonly Answer[], { band, shownTasks }: HeldOutChoices): Row[] {
  return targets.flatMap((target) => {
    const { question } = answerOf(answers, 'edgebench', target, 'resources')
    const { y, unit, group } = question.sample
    const said = heldOutBand(question, budgetOf(sweep), band)
    return tasksByError(question, shownTasks).flatMap(({ unit: task, rank }) =>
      Array.from(y.keys())
        .filter((i) => unit[i] === task)
        .map(
          (i): Row => ({
            target,
            task: sweep.tasks[task]!,
            rank,
            model: sweep.models[group[i]!]!,
            hours: sweep.hours[budgetOf(sweep)[i]!]!,
            observed: y[i]!,
            predicted: said.predicted[i]!,
            lo: said.lo[i]!,
            hi: said.hi[i]!,
          }),
        ),
    )
  })
}

/** Units at equal steps of their rank by the root mean square of the held-out error, rank 1 the best predicted. */
function tasksByError(question: Question, count: number): { unit: number; rank: number }[] {
  const { y, unit, units } = question.sample
  const said = heldOutPredictions(question)
  const errors = cellMeans(
    y.map((value, i) => (value - said[i]!) * (value - said[i]!)),
    unit,
  )
  const order = Array.from(errors.keys()).sort((a, b) => errors[a]! - errors[b]! || a - b)
  const shown = Math.min(count, units)
  return Array.from({ length: shown }, (_, k) => {
    const place = shown === 1 ? 0 : Math.round((k * (units - 1)) / (shown - 1))
    return { unit: order[place]!, rank: place + 1 }
  })
}

function budgetOf({ sample, hours }: Sweep): Int32Array {
  return Int32Array.from(sample.x, (x) => hours.findIndex((h) => Math.log(h) === x))
}

/** The table `coverage`: how many held-out scores lie in their band, and how wide it is. */
export function coverageRows(sweep: Sweep, answers: readonly Answer[], { band }: HeldOutChoices): Row[] {
  return targets.map((target) => {
    const { question } = answerOf(answers, 'edgebench', target, 'resources')
    const { y, unit } = question.sample
    const { lo, hi } = heldOutBand(question, budgetOf(sweep), band)
    const mean = clusterMean({
      values: y.map((value, i) => (value >= lo[i]! && value <= hi[i]! ? 1 : 0)),
      clusters: unit,
    })
    const [low, high] = studentInterval({ ...mean, tail: innerTail })
    const width = lo.reduce((sum, from, i) => sum + hi[i]! - from, 0) / lo.length
    return { target, meant: band[1]! - band[0]!, inside: mean.value, lo: low, hi: high, width, n: y.length }
  })
}

/** The table `benchmarks`: success and cost of every system with what the other benchmarks said of it. */
export function benchmarkRows(
  { benchmarks }: CrossSection,
  answers: readonly Answer[],
  { band }: HeldOutChoices,
): Row[] {
  const { question } = answerOf(answers, 'hal', 'level', 'resources')
  const { y, x, unit } = question.sample
  const { predicted, lo, hi } = heldOutBand(question, new Int32Array(y.length), band)
  return Array.from(
    y.keys(),
    (i): Row => ({
      benchmark: benchmarks[unit[i]!]!,
      cost: Math.exp(x[i]!),
      success: y[i]!,
      predicted: predicted[i]!,
      lo: lo[i]!,
      hi: hi[i]!,
    }),
  )
}
