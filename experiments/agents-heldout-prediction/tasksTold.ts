import { heldOutPredictions, type Question } from './heldOut.ts'

/**
 * The number of units whose own rows the prediction from the others errs less on than saying zero, and of all units with
 * a row: a sum of squared errors over all is that of the units that change most.
 */
export function unitsTold(question: Question): { told: number; units: number } {
  const { y, unit, units } = question.sample
  const said = heldOutPredictions(question)
  const [gain, rows] = [new Float64Array(units), new Float64Array(units)]
  for (let i = 0; i < y.length; i++) {
    gain[unit[i]!]! += y[i]! * y[i]! - (y[i]! - said[i]!) * (y[i]! - said[i]!)
    rows[unit[i]!]! += 1
  }
  return { told: gain.filter((g) => g > 0).length, units: rows.filter((n) => n > 0).length }
}
