import { innerTail, intersection, type Nested, nestedIntervals, slopeWeights } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import type { Located } from './bestSizes.ts'
import type { PeakChoices } from './choices.ts'
import { ofMost } from './middle.ts'
import type { Ground } from './peak.ts'
import type { SizeSweep } from './sweeps.ts'

/** Degrees of freedom that stand for "many" where a spread is known but for the means themselves. */
const many = 1e6

/**
 * What a doubling of the team brings in one sweep, in points: the smallest of the gains from each size below the
 * largest one up to the band to that one, and of how much the slope up to the band exceeds the slope from its upper end
 * on. All of them must be positive. Null for a sweep without two sizes up to the band and two from its upper end on.
 */
export function returnsOf(
  { sizes, spread }: Pick<SizeSweep, 'sizes' | 'spread'>,
  { from, to }: PeakChoices['band'],
): Nested | null {
  const [low, high] = [slopeOver(sizes, (n) => n <= from), slopeOver(sizes, (n) => n >= to)]
  if (spread === null || low === null || high === null) return null
  const last = sizes.filter((n) => n <= from).length - 1
  const gains = Array.from({ length: last }, (_, j) => {
    const doublings = Math.log2(sizes[last]! / sizes[j]!)
    return sizes.map((_n, i) => (Number(i === last) - Number(i === j)) / doublings)
  })
  const all = [...gains, low.map((w, i) => w - high[i]!)]
  return intersection(
    all.map((weights) => {
      const value = weights.reduce((sum, w, i) => sum + 100 * w * spread.means[i]!, 0)
      const se = 100 * Math.sqrt(variance(weights, spread.covariance))
      return nestedIntervals({ value, se, df: Math.min(spread.df, many), sided: 'one', parts: all.length })
    }),
  )
}

/** The weights of the means in their least-squares slope on log2 n over some sizes; null for fewer than two. */
function slopeOver(sizes: Float64Array, counted: (n: number) => boolean): Float64Array | null {
  const own = sizes.filter(counted)
  if (own.length < 2) return null
  const weights = slopeWeights(own.map(Math.log2))
  return sizes.map((n) => weights[own.indexOf(n)] ?? 0)
}

function variance(weights: Float64Array, covariance: Float64Array): number {
  const count = weights.length
  return covariance.reduce((sum, c, at) => sum + c * weights[Math.floor(at / count)]! * weights[at % count]!, 0)
}

/** Whether returns diminish above the band: over decisive sweeps with intervals, over all that span it without. */
export function returnsMeasure({ decisive, judged, enough }: Ground, choices: PeakChoices): Measure {
  const parts = (enough ? decisive : judged).flatMap(({ sweep }: Located) => {
    const returns = returnsOf(sweep, choices.band)
    return returns === null ? [] : [{ label: sweep.label, ...returns }]
  })
  const { value, i90, i995 } = ofMost(parts.map(({ value, i90, i995 }) => ({ value, at90: i90, at995: i995 })))
  return {
    id: 'returns-diminish',
    title: 'the least of the returns up to 8 agents and of their excess over that above 16; median over sweeps',
    value,
    i90: enough ? i90 : null,
    i995: enough ? i995 : null,
    ...(value === null ? { reason: 'no judged sweep has two sizes up to 8 and two from 16 on' } : {}),
    method: `gain a doubling from every smaller size to the largest one up to 8, and least squares on log2 n up to 8 less from 16 on; intersection-union; medians of the limits over decisive sweeps; with fewer than ${choices.decisive} of them no interval (inner tail ${innerTail})`,
    resampled: enough ? 'each sweep’s own units or runs' : `nothing: ${decisive.length} decisive sweeps`,
    n: parts.length,
    unit: 'points a doubling',
    evidence: 'published',
    parts,
  }
}
