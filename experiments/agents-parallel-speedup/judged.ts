import type { Nested } from '@lawbook/estimators'
import { type Cell, cellsOfKind } from './cells.ts'
import type { SpeedupChoices } from './choices.ts'
import { type Clustering, clusterings, everyClustering, farthest } from './clusterings.ts'
import type { JobSeries } from './evidence.ts'
import { meanExponent } from './exponent.ts'
import { type Curve, type Quantity, type Series, seriesOf, slopeOf, speed, tokens } from './series.ts'

/** An exponent of each curve, and what stands for it in a mean. */
export type Slope = (curve: Curve) => number

/** The mean exponent of some series with the limits of one clustering. */
export function clusteredMean(series: readonly Series[], by: Clustering, slope: Slope = slopeOf): Nested | null {
  return meanExponent({ values: Float64Array.from(series, slope), clusters: series.map(clusterings[by]) })
}

/** The mean exponent of some series with the farthest limits of the clusterings by pair, by model and by suite. */
export function farthestMean(series: readonly Series[], slope: Slope = slopeOf): Nested | null {
  return farthest(everyClustering.map((by) => clusteredMean(series, by, slope)))
}

/** The series that decide on cooperative work. */
export function cooperative(
  cells: readonly Cell[],
  { share, assignment }: Pick<SpeedupChoices, 'share' | 'assignment'>,
  quantity: Quantity = speed,
): Series[] {
  return seriesOf(cellsOfKind(cells, { share, assignment }), quantity)
}

/** The exponent of speed-up of cooperative work. */
export function cooperativeExponent(cells: readonly Cell[], choices: SpeedupChoices): Nested | null {
  return farthestMean(cooperative(cells, choices))
}

/** The exponent of speed-up of independent jobs, over their series. */
export function jobsExponent(
  jobs: readonly Pick<JobSeries, 'sizes' | 'logs' | 'series'>[],
  slope: Slope = slopeOf,
): Nested | null {
  return meanExponent({ values: Float64Array.from(jobs, slope), clusters: jobs.map(({ series }) => series) })
}

/** The exponent of the tokens of a job, over all series. */
export function costExponent(cells: readonly Cell[]): Nested | null {
  return farthestMean(seriesOf(cells, tokens))
}
