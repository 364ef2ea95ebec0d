import { clusterJackknife, type Nested, nestedIntervals } from '@lawbook/estimators'
import { centredSample, type Sample, seriesOf } from './sample.ts'

/** Sums of squares and products of the centred rows of one series. */
type LineSums = { readonly unit: number; xx: number; xy: number; yy: number }

/**
 * The share of the change within series that a line of each series' own in ln h explains, fitted to the very scores it
 * explains: sum_s (Sxy_s^2 / Sxx_s) / sum_s Syy_s. No prediction, but the ceiling of all that predict such lines. With
 * the delete-one-unit jackknife.
 */
export function ownLines(sample: Sample): Nested {
  return overUnits(sample, (sums) => {
    const explained = sums.reduce((sum, { xx, xy }) => sum + (xx > 0 ? (xy * xy) / xx : 0), 0)
    return explained / sums.reduce((sum, { yy }) => sum + yy, 0)
  })
}

/**
 * How much growth differs between series: the standard deviation of the slopes of their own lines in ln h over the mean
 * slope. With C this number and S the share that own lines explain, one line for all has an R^2 of about S / (1 + C^2)
 * against no change, whatever it is that grows. With the delete-one-unit jackknife.
 */
export function growthSpread(sample: Sample): Nested {
  return overUnits(sample, (sums) => {
    const slopes = sums.filter(({ xx }) => xx > 0).map(({ xx, xy }) => xy / xx)
    const mean = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length
    const variance = slopes.reduce((sum, slope) => sum + (slope - mean) * (slope - mean), 0) / slopes.length
    return Math.sqrt(variance) / Math.abs(mean)
  })
}

function overUnits(sample: Sample, of: (sums: readonly LineSums[]) => number): Nested {
  const sums = lineSums(sample)
  const statistic = (leftOut: number | null) => Float64Array.of(of(sums.filter(({ unit }) => unit !== leftOut)))
  const { value, se, df } = clusterJackknife({ clusters: sample.unit, statistic })
  return nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'one' })
}

function lineSums(sample: Sample): LineSums[] {
  const series = seriesOf(sample)
  const { x, y, unit } = centredSample(sample, series)
  const sums = new Map<number, LineSums>()
  for (let i = 0; i < y.length; i++) {
    const own = sums.get(series[i]!) ?? { unit: unit[i]!, xx: 0, xy: 0, yy: 0 }
    own.xx += x[i]! * x[i]!
    own.xy += x[i]! * y[i]!
    own.yy += y[i]! * y[i]!
    sums.set(series[i]!, own)
  }
  return [...sums.values()]
}
