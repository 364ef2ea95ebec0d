import { fail } from '@lawbook/base'
import type { Design } from './design.ts'
import type { Sample } from './sample.ts'
import { coefficientsOf } from './solve.ts'

/** What a prediction is held against: the mean of the training rows, zero, or the mean of all rows. */
export type Reference = 'training-mean' | 'zero' | 'overall-mean'

/** A sample, what predicts it, and what the prediction is held against. */
export type Question = { readonly sample: Sample; readonly design: Design; readonly reference: Reference }

/** Squared errors over held-out rows: of the prediction, of the reference; and how many rows were predicted. */
export type HeldOutErrors = { readonly error: number; readonly total: number; readonly rows: number }

/**
 * Sums of products of [X, y, 1] over the rows of each unit, units x q x q with q = columns + 2: enough to fit any set
 * of units by least squares and to sum the squared errors on any other.
 */
type Moments = { readonly q: number; readonly sums: Float64Array; readonly units: number }

/**
 * Out-of-sample R^2 = 1 - SSE / SST over units (tasks, benchmarks) that are held out one at a time: the least-squares
 * fit to all other units predicts the unit, SSE sums the squared errors, SST those of the reference. It is at most 1, 0
 * for a prediction as good as the reference, and has no lower end. `deleted` leaves one unit out altogether, as for a
 * jackknife. NaN where no row is predicted, as by a curve that no training set determines. Throws LB_FIT where a training set does not determine the coefficients or the reference makes no error.
 */
export function heldOutR2(question: Question): (deleted: number | null) => number {
  const errors = heldOutErrors(question)
  return (deleted) => {
    const { error, total, rows } = errors(weightsWithout(question.sample.units, deleted))
    if (rows === 0) return Number.NaN
    // Scores are of size 1: less than this is what rounding leaves of no difference.
    if (!(total > 1e-24 * rows)) fail('LB_FIT', 'the rows to predict do not differ; R^2 needs some that do')
    return 1 - error / total
  }
}

/**
 * The errors when unit g counts weights[g] times: 0 leaves it out, and all copies of a unit are held out together, so
 * that none of them trains its own prediction. Trained designs know weights of 0 and 1 only.
 */
export function heldOutErrors({ sample, design, reference }: Question): (weights: Float64Array) => HeldOutErrors {
  const fixed = design.kind === 'fixed' ? momentsOf(sample, design.values, design.columns) : null
  return (weights) => {
    const absent = absentUnits(weights)
    const shared = fixed === null ? null : weightedSum(fixed, weights)
    let [error, total, rows] = [0, 0, 0]
    for (let unit = 0; unit < weights.length; unit++) {
      if (weights[unit] === 0) continue
      const moments = fixed ?? momentsOf(sample, (design as TrainedDesign).from([...absent, unit]), design.columns)
      const own = oneUnit(moments, shared ?? weightedSum(moments, weights), unit, weights[unit]!, reference)
      error += weights[unit]! * own.error
      total += weights[unit]! * own.total
      rows += weights[unit]! * own.rows
    }
    return { error, total, rows }
  }
}

type TrainedDesign = Extract<Design, { kind: 'trained' }>

/** The coefficients of the fit to all units but one, and the design that they belong to. */
function fitWithout({ sample, design }: Question, unit: number): { fitted: Float64Array; values: Float64Array } {
  const values = design.kind === 'fixed' ? design.values : design.from([unit])
  const sums = weightedSum(momentsOf(sample, values, design.columns), weightsWithout(sample.units, unit))
  return { fitted: coefficientsOf(sums, design.columns), values }
}

/** The prediction of every row by the fit to all units but one; NaN for a row that nobody predicts. */
export function predictionsWithout(question: Question, unit: number): Float64Array {
  const { fitted, values } = fitWithout(question, unit)
  const p = fitted.length
  return question.sample.y.map((_, i) => fitted.reduce((sum, c, j) => sum + c * values[i * p + j]!, 0))
}

/** The prediction of every row from the other units. */
export function heldOutPredictions(question: Question): Float64Array {
  const { unit, units } = question.sample
  const predicted = new Float64Array(unit.length)
  for (let g = 0; g < units; g++) {
    const without = predictionsWithout(question, g)
    for (let i = 0; i < predicted.length; i++) if (unit[i] === g) predicted[i] = without[i]!
  }
  return predicted
}

/** Weights of 1, and 0 for the unit that is deleted. */
function weightsWithout(units: number, deleted: number | null): Float64Array {
  return new Float64Array(units).map((_, g) => (g === deleted ? 0 : 1))
}

function absentUnits(weights: Float64Array): number[] {
  return Array.from(weights.keys()).filter((g) => weights[g] === 0)
}

function momentsOf({ y, unit, units }: Sample, values: Float64Array, p: number): Moments {
  const q = p + 2
  const sums = new Float64Array(units * q * q)
  const row = new Float64Array(q)
  for (let i = 0; i < y.length; i++) {
    let known = true
    for (let j = 0; j < p; j++) {
      row[j] = values[i * p + j]!
      known &&= !Number.isNaN(row[j]!)
    }
    if (!known) continue
    row[p] = y[i]!
    row[p + 1] = 1
    const from = unit[i]! * q * q
    for (let j = 0; j < q; j++) for (let k = 0; k < q; k++) sums[from + j * q + k]! += row[j]! * row[k]!
  }
  return { q, sums, units }
}

/** The sums over all units, each as often as it counts. */
function weightedSum({ q, sums, units }: Moments, weights: Float64Array): Float64Array {
  const total = new Float64Array(q * q)
  for (let g = 0; g < units; g++) for (let k = 0; k < total.length; k++) total[k]! += weights[g]! * sums[g * q * q + k]!
  return total
}

/** Squared errors of one held-out unit, of the fit to the others and of the reference. */
function oneUnit(
  { q, sums }: Moments,
  all: Float64Array,
  unit: number,
  weight: number,
  reference: Reference,
): HeldOutErrors {
  const p = q - 2
  const own = sums.subarray(unit * q * q, (unit + 1) * q * q)
  const rows = own[q * q - 1]!
  if (rows === 0) return { error: 0, total: 0, rows: 0 }
  const training = new Float64Array(q * q)
  for (let k = 0; k < training.length; k++) training[k] = all[k]! - weight * own[k]!
  const c = coefficientsOf(training, p)
  const squares = own[p * q + p]!
  let error = squares
  for (let j = 0; j < p; j++) {
    error -= 2 * c[j]! * own[j * q + p]!
    for (let k = 0; k < p; k++) error += c[j]! * c[k]! * own[j * q + k]!
  }
  const level = reference === 'zero' ? 0 : meanOf(reference === 'training-mean' ? training : all, q)
  const total = squares - 2 * level * own[p * q + p + 1]! + level * level * rows
  return { error: Math.max(0, error), total: Math.max(0, total), rows }
}

/** The mean of y in sums of products: the sum of y x 1 over that of 1 x 1. */
function meanOf(sums: Float64Array, q: number): number {
  return sums[(q - 2) * q + q - 1]! / sums[q * q - 1]!
}
