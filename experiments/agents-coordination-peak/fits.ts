import {
  fitChecklist,
  fitLaw,
  innerTail,
  lawById,
  type ParameterIntervals,
  slopeWeights,
  studentInterval,
} from '@lawbook/estimators'
import type { FitRecord } from '@lawbook/schemas'
import type { PeakChoices } from './choices.ts'
import type { SizeSweep } from './sweeps.ts'

/** Success against ln n in the sweeps that have a spread and five sizes or more, with a power law as the rival. */
export function fitRecords(sweeps: readonly SizeSweep[], { fitUpTo }: PeakChoices): FitRecord[] {
  const law = lawById('log')
  return sweeps.flatMap((sweep) => {
    const from = fitUpTo[sweep.study.id as keyof typeof fitUpTo]
    if (from === undefined || sweep.spread === null || sweep.sizes.length < 5) return []
    const points = { x: sweep.sizes, y: sweep.means }
    return [
      fitChecklist({
        id: `log-${sweep.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
        law,
        points,
        fit: fitLaw(law, points.x, points.y),
        series: sweep.label,
        row: 'success at one team size, a mean over units or tasks',
        unit: 'success',
        exclusions:
          sweep.incomplete === 0 ? [] : [{ reason: 'units that were not run at every size', n: sweep.incomplete }],
        weights: 'equal',
        interval: parameterIntervals(sweep),
        rivals: [lawById('power')],
        from,
        digits: 3,
      }),
    ]
  })
}

/** Both parameters of a - b ln n are sums of the means, so that their errors follow from the means' covariance. */
function parameterIntervals({ sizes, spread, resampled }: SizeSweep): ParameterIntervals {
  const { means, covariance, df } = spread!
  const count = sizes.length
  const b = slopeWeights(sizes.map(Math.log)).map((w) => -w)
  const centre = sizes.reduce((sum, n) => sum + Math.log(n) / count, 0)
  const a = b.map((w) => 1 / count + w * centre)
  const estimates = lawById('log').parameters.map(({ name }) => {
    const weights = name === 'a' ? a : b
    const value = weights.reduce((sum, w, k) => sum + w * means[k]!, 0)
    const squares = covariance.reduce(
      (sum, c, at) => sum + c * weights[Math.floor(at / count)]! * weights[at % count]!,
      0,
    )
    const se = Math.sqrt(squares)
    return { se, i90: se > 0 ? studentInterval({ value, se, df: Math.min(df, 1e6), tail: innerTail }) : null }
  })
  return { method: 'covariance of the means, t', level: '90 %', resampled, estimates }
}
