import { extrapolationError, fitLaw, type Law, lawById, predict, rSquared } from '@lawbook/estimators'
import type { RoutingChoices } from './choices.ts'

/** The forms with two parameters that the line in ln N is compared with. */
export const rivalIds = ['power', 'hill', 'signal-detection'] as const

const log = lawById('log')
const rivals: readonly Law[] = rivalIds.map(lawById)

/** Where each statistic of a curve stands in the vector that the jackknife resamples. */
export type Layout = {
  readonly a: number
  readonly b: number
  /** ln(1 - R²): R² lives on this scale, where its distribution is not squeezed against 1. */
  readonly logUnexplained: number
  /** Deviations from the line in points, one a size of the ladder. */
  readonly deviations: readonly number[]
  /** Held-out error of the line in points, then what it exceeds each rival's by. */
  readonly logError: number
  readonly gaps: readonly number[]
  readonly length: number
}

export function layoutOf(ladder: number): Layout {
  return {
    a: 0,
    b: 1,
    logUnexplained: 2,
    deviations: Array.from({ length: ladder }, (_, k) => 3 + k),
    logError: 3 + ladder,
    gaps: rivalIds.map((_, j) => 4 + ladder + j),
    length: 4 + ladder + rivalIds.length,
  }
}

/** The accuracy of a curve at a size. */
type At = (size: number) => number

/**
 * Everything that is judged about one curve, as a function of the curve: the line in ln N over the ladder, its R², its
 * deviations, and by how many points its held-out error exceeds each rival's. A rival whose fit does not converge has
 * the gap NaN, a flat curve the R² NaN; the caller leaves those out and says so. `whole` is the curve of all requests:
 * its fitted rivals are where the fits to curves without one cluster start.
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
  const sizes = Float64Array.of(...train, ...heldOut)
  const starts = new Map(
    rivals.map((law) => {
      const fit = fitLaw(law, train, train.map(whole))
      return [law, fit.status === 'converged' ? { start: fit.parameters } : {}]
    }),
  )
  const error = (law: Law, y: Float64Array): number => {
    const outcome = extrapolationError({
      law,
      x: sizes,
      y,
      trainUpTo: choices.trainUpTo,
      at: heldOut,
      ...starts.get(law),
    })
    return outcome === null ? Number.NaN : 100 * outcome
  }
  return (at) => {
    const out = new Float64Array(layout.length)
    const y = x.map(at)
    const line = fitLaw(log, x, y)
    if (line.status !== 'converged') return out.fill(Number.NaN)
    const fitted = predict(log, x, line.parameters)
    out[layout.a] = line.parameters[0]!
    out[layout.b] = line.parameters[1]!
    out[layout.logUnexplained] = varies(y) ? Math.log(Math.max(smallest, 1 - rSquared(y, fitted))) : Number.NaN
    for (const [k, slot] of layout.deviations.entries()) out[slot] = 100 * (y[k]! - fitted[k]!)
    const compared = sizes.map(at)
    out[layout.logError] = error(log, compared)
    for (const [j, slot] of layout.gaps.entries()) out[slot] = out[layout.logError]! - error(rivals[j]!, compared)
    return out
  }
}

/** Below this share unexplained variance is rounding. */
const smallest = 1e-12

/** A curve that is flat but for rounding has no R². */
function varies(y: Float64Array): boolean {
  return Math.max(...y) - Math.min(...y) > 1e-9
}
