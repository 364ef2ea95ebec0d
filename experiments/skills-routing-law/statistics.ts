import { fitLaw, forecastBias, type Law, lawById, type Points, predict, reached, rSquared } from '@lawbook/estimators'
import type { RoutingChoices } from './choices.ts'

/** The forms with two parameters that the line in ln N is compared with. */
export const rivalIds = ['power', 'hill', 'signal-detection'] as const

const log = lawById('log')
const rivals: readonly Law[] = rivalIds.map(lawById)

/** Where each statistic of a curve stands in the vector that the jackknife resamples. */
export type Layout = {
  readonly a: number
  readonly b: number
  readonly r2: number
  readonly logUnexplained: number
  /** Deviations from the line in points, one a size of the ladder. */
  readonly deviations: readonly number[]
  /**
   * Mean signed held-out error in points (`forecastBias`): of the line, then, rival by rival, line minus rival and line
   * plus rival, from which the difference of absolute values gets its interval.
   */
  readonly logError: number
  readonly differences: readonly number[]
  readonly sums: readonly number[]
  readonly length: number
}

export function layoutOf(ladder: number): Layout {
  const first = 5 + ladder
  return {
    a: 0,
    b: 1,
    r2: 2,
    logUnexplained: 3,
    deviations: Array.from({ length: ladder }, (_, k) => 4 + k),
    logError: 4 + ladder,
    differences: rivalIds.map((_, j) => first + j),
    sums: rivalIds.map((_, j) => first + rivalIds.length + j),
    length: first + 2 * rivalIds.length,
  }
}

/** The accuracy of a curve at a size. */
type At = (size: number) => number

/**
 * Everything that is judged about one curve, as a function of the curve: the line in ln N over the ladder, its R², its
 * deviations, and its held-out error beside each rival's. What cannot be computed is NaN (the R² of a flat curve, a fit
 * that does not converge, a held-out size that the curve lacks); the caller turns that into null and says so. `whole`
 * is the curve of all requests: its fitted rivals are where the fits to curves without one cluster start.
 */
export function curveStatistics(
  whole: At,
  choices: RoutingChoices,
  ladder: readonly number[],
): (at: At) => Float64Array {
  const layout = layoutOf(ladder.length)
  const x = Float64Array.from(ladder)
  const train = Float64Array.from(ladder.filter((size) => size <= choices.trainUpTo))
  const heldOut = Float64Array.from(choices.heldOut)
  const starts = new Map(
    rivals.map((law) => {
      return [law, reached(fitLaw(law, train, train.map(whole))) ?? undefined]
    }),
  )
  const error = (law: Law, at: At): number => {
    const [known, ahead] = [train, heldOut].map((sizes) => ({ x: sizes, y: sizes.map(at) })) as [Points, Points]
    // A curve of redrawn pools stops before the held-out sizes.
    if (!ahead.y.every(Number.isFinite)) return Number.NaN
    const bias = forecastBias({ law, train: known, ahead, start: starts.get(law) })
    return bias === null ? Number.NaN : 100 * bias
  }
  return (at) => {
    const out = new Float64Array(layout.length)
    const y = x.map(at)
    const line = fitLaw(log, x, y)
    if (line.status !== 'converged') return out.fill(Number.NaN)
    const fitted = predict(log, x, line.parameters)
    out[layout.a] = line.parameters[0]!
    out[layout.b] = line.parameters[1]!
    out[layout.r2] = varies(y) ? rSquared(y, fitted) : Number.NaN
    out[layout.logUnexplained] = Math.log(Math.max(smallest, 1 - out[layout.r2]!))
    for (const [k, slot] of layout.deviations.entries()) out[slot] = 100 * (y[k]! - fitted[k]!)
    const lineError = error(log, at)
    out[layout.logError] = lineError
    for (const [j, law] of rivals.entries()) {
      const rival = error(law, at)
      out[layout.differences[j]!] = lineError - rival
      out[layout.sums[j]!] = lineError + rival
    }
    return out
  }
}

/** Below this share unexplained variance is rounding. */
const smallest = 1e-12

/** A curve that is flat but for rounding has no R². */
function varies(y: Float64Array): boolean {
  return Math.max(...y) - Math.min(...y) > 1e-9
}
