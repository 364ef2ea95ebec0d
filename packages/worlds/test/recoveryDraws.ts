import type { Stream } from '@lawbook/base'
import { fitLaw, type Interval, type Law, studentInterval, uncertainty } from '@lawbook/estimators'
import { plantedCurve } from '../src/index.ts'
import type { RecoveryWorld } from './recoveryWorlds.ts'

/** One draw from a world and the fit of the world's own law to it. */
export function drawnFit({ law, parameters, x, sd }: RecoveryWorld, stream: Stream) {
  const { y } = plantedCurve({ law, parameters, x, sd, stream })
  return { y, fit: fitLaw(law, x, y) }
}

/** The two scales on which a parameter above 0 can have an interval. */
export type Scale = 'linear' | 'log'

/**
 * Student's interval of each parameter from its standard error, n - p degrees of freedom, on the given scale: on the
 * log scale by the delta method, se(ln theta) = se(theta) / theta; null there for an estimate that is not above 0.
 */
export function standardIntervals(
  law: Law,
  x: Float64Array,
  y: Float64Array,
  estimate: Float64Array,
  scales: readonly Scale[],
  tail: number,
): (Interval | null)[] {
  const { standardErrors, df } = uncertainty(law, x, y, estimate)
  return scales.map((scale, j) => {
    const [value, se] = [estimate[j]!, standardErrors[j]!]
    if (scale === 'linear') return studentInterval({ value, se, df, tail })
    if (!(value > 0)) return null
    const [lo, hi] = studentInterval({ value: Math.log(value), se: se / value, df, tail })
    return [Math.exp(lo), Math.exp(hi)]
  })
}

export function covers(interval: Interval | null, truth: number): boolean {
  return interval !== null && interval[0] <= truth && truth <= interval[1]
}
