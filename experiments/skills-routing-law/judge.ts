import { intersection, largestDeviation, logOneMinus, type Nested, nestedIntervals, union } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import type { RoutingChoices } from './choices.ts'
import { jackknife, meanCurve, type Sample, sizeOf } from './sample.ts'
import { curveStatistics, layoutOf, rivalIds } from './statistics.ts'

/** One part of a statement about every router. */
export type Part = Nested & { readonly label: string; readonly n: number }
export type Judged = Pick<Measure, 'value' | 'i90' | 'i995'> & { readonly parts: readonly Part[] }
type Labelled = { readonly label: string; readonly sample: Sample }

export const judgedNames = ['slope', 'r2', 'largest-deviation', 'extrapolation-gap', 'points-per-doubling'] as const
export type JudgedName = (typeof judgedNames)[number]

/** The fitted line of one router with intervals: what tables and figures show. */
export type Line = {
  readonly label: string
  readonly a: Nested
  readonly b: Nested
  readonly r2: Nested | null
  readonly largestDeviation: Nested
  /** Held-out error of the line in points. */
  readonly logError: number
}

export type Judgement = {
  readonly measures: Readonly<Record<JudgedName, Judged>>
  readonly lines: readonly Line[]
  /** Comparisons with a rival that had no converged fit. */
  readonly unconverged: number
  /** Requests a router, clusters, and how many equal clusters they are worth. */
  readonly n: number
  readonly clusters: number
  readonly effective: number
}

/**
 * Judge several routers together on one ladder: jackknife every statistic by cluster, then combine "for every router"
 * by componentwise minimum or maximum of intervals (intersection-union). Without routers every estimate is null.
 */
export function judge(routers: readonly Labelled[], choices: RoutingChoices, ladder: readonly number[]): Judgement {
  const layout = layoutOf(ladder.length)
  const m = routers.length
  const resampled = routers.map((router) => ({
    ...router,
    n: sizeOf(router.sample).requests,
    ...resample(router.sample, choices, ladder),
  }))
  type Resampled = (typeof resampled)[number]

  const interval = ({ value, se, df }: Resampled, at: number, parts: number, transform?: typeof logOneMinus): Nested =>
    nestedIntervals({ value: value[at]!, se: se[at]!, df, parts, sided: 'one', ...(transform && { transform }) })
  const known = ({ value, se }: Resampled, at: number): boolean => Number.isFinite(value[at]) && Number.isFinite(se[at])
  const deviation = ({ value, se, df }: Resampled, parts: number): Nested =>
    largestDeviation({
      deviations: Float64Array.from(layout.deviations, (at) => value[at]!),
      standardErrors: Float64Array.from(layout.deviations, (at) => se[at]!),
      df,
      sided: 'one',
      parts,
    })

  const slopes = resampled.map((r) => ({ label: r.label, n: r.n, ...interval(r, layout.b, m) }))
  const r2s = resampled
    .filter((r) => known(r, layout.logUnexplained))
    .map((r) => ({ label: r.label, n: r.n, ...interval(r, layout.logUnexplained, m, logOneMinus) }))
  const deviations = resampled.map((r) => ({ label: r.label, n: r.n, ...deviation(r, m) }))
  const comparisons = m * rivalIds.length
  const gaps = resampled.flatMap((r) =>
    layout.gaps.flatMap((at, j) =>
      known(r, at) ? [{ label: `${r.label} against ${rivalIds[j]}`, n: r.n, ...interval(r, at, comparisons) }] : [],
    ),
  )
  const size = routers[0] === undefined ? { requests: 0, clusters: 0, effective: 0 } : sizeOf(routers[0].sample)
  return {
    measures: {
      slope: together(slopes, intersection),
      // A router without R² has a flat curve: the statement about every router has no answer then.
      r2: r2s.length === m ? together(r2s, intersection) : { value: null, i90: null, i995: null, parts: r2s },
      'largest-deviation': together(deviations, union),
      'extrapolation-gap': together(gaps, union),
      'points-per-doubling': pointsPerDoubling(routers, slopes, ladder),
    },
    lines: resampled.map((r) => ({
      label: r.label,
      a: interval(r, layout.a, 1),
      b: interval(r, layout.b, 1),
      r2: known(r, layout.logUnexplained) ? interval(r, layout.logUnexplained, 1, logOneMinus) : null,
      largestDeviation: deviation(r, 1),
      logError: r.value[layout.logError]!,
    })),
    unconverged: comparisons - gaps.length,
    n: size.requests,
    clusters: size.clusters,
    effective: size.effective,
  }
}

function resample(sample: Sample, choices: RoutingChoices, ladder: readonly number[]) {
  const column = new Map(sample.sizes.map((size, k) => [size, k]))
  const at = (curve: Float64Array) => (size: number) => curve[column.get(size)!]!
  const statistics = curveStatistics(at(meanCurve(sample, null)), choices, ladder)
  return jackknife([sample], ([curve]) => statistics(at(curve!)))
}

function together(parts: readonly Part[], combine: (parts: readonly Nested[]) => Nested): Judged {
  return parts.length === 0 ? { value: null, i90: null, i995: null, parts } : { ...combine(parts), parts }
}

/** 100 b ln 2, the mean over routers, whose requests are the same: one jackknife of the mean. */
function pointsPerDoubling(routers: readonly Labelled[], slopes: readonly Part[], ladder: readonly number[]): Judged {
  const [first] = routers
  if (first === undefined) return { value: null, i90: null, i995: null, parts: [] }
  const columns = first.sample.sizes.map((size) => ladder.indexOf(size))
  const x = ladder.map((size) => Math.log(size))
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const sxx = x.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  const slope = (curve: Float64Array): number =>
    columns.reduce((sum, k, at) => (k < 0 ? sum : sum - ((x[k]! - mean) / sxx) * curve[at]!), 0)
  const perDoubling = 100 * Math.LN2
  const { value, se, df } = jackknife(
    routers.map(({ sample }) => sample),
    (curves) => Float64Array.of((perDoubling * curves.reduce((sum, curve) => sum + slope(curve), 0)) / curves.length),
  )
  const scaled = (x2: readonly [number, number]): readonly [number, number] => [
    x2[0] * perDoubling,
    x2[1] * perDoubling,
  ]
  return {
    ...nestedIntervals({ value: value[0]!, se: se[0]!, df, sided: 'two' }),
    parts: slopes.map((part) => ({
      ...part,
      value: part.value * perDoubling,
      i90: scaled(part.i90),
      i995: scaled(part.i995),
    })),
  }
}
