import type { StreamFactory } from '@lawbook/base'
import type { Sweep } from './evidence.ts'
import { heldOutR2 } from './heldOut.ts'
import { sweepQuestion } from './questions.ts'
import { rowsWhere, type Sample, seriesOf } from './sample.ts'

/**
 * The R^2 of the change from the time budget alone when the increments of every series come in random order, mean over
 * so many shuffles. Every series keeps how much it grows and loses when it does: what is left is the R^2 of scores that
 * rise on average, with no law of when. Series without all budgets are left out.
 */
export function shuffledR2(sweep: Sweep, shuffles: number, stream: StreamFactory): { value: number; rows: number } {
  const whole = wholeSeries(sweep)
  let sum = 0
  for (let k = 0; k < shuffles; k++) {
    const sample = { ...whole, y: shuffledScores(whole.y, sweep.hours.length, stream('shuffle', k)) }
    sum += heldOutR2(sweepQuestion(sample, 'change', 'resources'))(null)
  }
  return { value: sum / shuffles, rows: whole.y.length }
}

/** The series that have all budgets, one after the other, each in the order of its budgets. */
function wholeSeries({ sample, hours }: Sweep): Sample {
  const series = seriesOf(sample)
  const counts = new Map<number, number>()
  for (const s of series) counts.set(s, (counts.get(s) ?? 0) + 1)
  const kept = rowsWhere(sample, (row) => counts.get(series[row]!) === hours.length)
  const own = seriesOf(kept)
  const order = Array.from(own.keys()).sort((a, b) => own[a]! - own[b]! || kept.x[a]! - kept.x[b]!)
  const sorted = <T extends Float64Array | Int32Array>(values: T): T => values.map((_, i) => values[order[i]!]!) as T
  return { ...kept, y: sorted(kept.y), x: sorted(kept.x), unit: sorted(kept.unit), group: sorted(kept.group) }
}

/** Scores of series of `length` with the increments of each shuffled; first and last scores stay. */
export function shuffledScores(y: Float64Array, length: number, stream: ReturnType<StreamFactory>): Float64Array {
  const shuffled = y.slice()
  for (let from = 0; from < y.length; from += length) {
    const steps = Float64Array.from({ length: length - 1 }, (_, k) => y[from + k + 1]! - y[from + k]!)
    stream.shuffle(steps)
    for (let k = 1; k < length; k++) shuffled[from + k] = shuffled[from + k - 1]! + steps[k - 1]!
  }
  return shuffled
}
