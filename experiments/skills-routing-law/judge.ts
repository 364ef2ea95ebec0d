import {
  type Interval,
  innerTail,
  intersection,
  largestDeviation,
  logOneMinus,
  type Nested,
  nestedIntervals,
  outerTail,
  studentInterval,
  type Transform,
  union,
} from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import { jackknife, lineWeights, meanCurve, type Sample, sizeOf } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'

import { curveStatistics, type Layout, layoutOf, rivalIds } from './statistics.ts'

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
}

export type Judgement = {
  readonly measures: Readonly<Record<JudgedName, Judged>>
  /** R² again, with intervals on the scale ln(1 - R²). */
  readonly r2OnLogScale: Judged
  readonly lines: readonly Line[]
  /** Requests a router, clusters, and how many equal clusters they are worth. */
  readonly n: number
  readonly clusters: number
  readonly effective: number
}

type Resampled = ReturnType<typeof resample> & { readonly label: string; readonly n: number }

/**
 * Judge several routers together on one ladder: jackknife every statistic by cluster, then combine "for every router"
 * by componentwise minimum or maximum of intervals (intersection-union). Without routers, or where one of them lacks
 * the statistic, an estimate is null: a statement about every router has no answer then.
 */
export function judge(routers: readonly Labelled[], choices: RoutingChoices, ladder: readonly number[]): Judgement {
  const layout = layoutOf(ladder.length)
  const m = routers.length
  const resampled: Resampled[] = routers.map(({ label, sample }) => ({
    label,
    n: sizeOf(sample).requests,
    ...resample(sample, choices, ladder),
  }))
  const parts = (make: (r: Resampled) => Nested | null): (Part | null)[] =>
    resampled.map((r) => {
      const nested = make(r)
      return nested === null ? null : { label: r.label, n: r.n, ...nested }
    })
  const slopes = parts((r) => interval(r, layout.b, m))
  const gaps = resampled.flatMap((r) =>
    rivalIds.map((rival, j): Part | null => {
      const nested = gapInterval(r, layout.differences[j]!, layout.sums[j]!, m * rivalIds.length)
      return nested === null ? null : { label: `${r.label} against ${rival}`, n: r.n, ...nested }
    }),
  )
  const size = routers[0] === undefined ? { requests: 0, clusters: 0, effective: 0 } : sizeOf(routers[0].sample)
  return {
    measures: {
      slope: together(slopes, intersection),
      r2: together(
        parts((r) => atMostOne(interval(r, layout.r2, m))),
        intersection,
      ),
      'largest-deviation': together(
        parts((r) => deviation(r, layout, m)),
        union,
      ),
      'extrapolation-gap': together(gaps, union),
      'points-per-doubling': pointsPerDoubling(routers, slopes, ladder),
    },
    r2OnLogScale: together(
      parts((r) => interval(r, layout.logUnexplained, m, logOneMinus)),
      intersection,
    ),
    lines: resampled.map((r) => ({
      label: r.label,
      a: interval(r, layout.a, 1)!,
      b: interval(r, layout.b, 1)!,
      r2: atMostOne(interval(r, layout.r2, 1)),
      largestDeviation: deviation(r, layout, 1),
    })),
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

function interval({ value, se, df }: Resampled, at: number, parts: number, transform?: Transform): Nested | null {
  if (!Number.isFinite(value[at]) || !Number.isFinite(se[at])) return null
  return nestedIntervals({ value: value[at]!, se: se[at]!, df, parts, sided: 'one', ...(transform && { transform }) })
}

/** R² cannot exceed 1, so an interval for it does not either. */
function atMostOne(nested: Nested | null): Nested | null {
  if (nested === null) return null
  const clip = ([lo, hi]: Interval): Interval => [Math.min(1, lo), Math.min(1, hi)]
  return { value: nested.value, i90: clip(nested.i90), i995: clip(nested.i995) }
}

function deviation({ value, se, df }: Resampled, layout: Layout, parts: number): Nested {
  return largestDeviation({
    deviations: Float64Array.from(layout.deviations, (at) => value[at]!),
    standardErrors: Float64Array.from(layout.deviations, (at) => se[at]!),
    df,
    sided: 'one',
    parts,
  })
}

/**
 * |e| - |f| for the held-out errors e of the line and f of a rival, from p = e - f and q = e + f, which are smooth:
 * |e| - |f| = max(min(p, q), min(-p, -q)). Each limit takes the limits of p and q at half the tail. A jackknife of the
 * difference of absolute values itself is too narrow: where both errors share a sign it sees only p. For the same
 * reason e is the mean of *signed* errors over the held-out sizes: a mean of absolute ones is not smooth where one is
 * near 0.
 */
function gapInterval({ value, se, df }: Resampled, atP: number, atQ: number, parts: number): Nested | null {
  const [p, q] = [atP, atQ].map((at) => ({ value: value[at]!, se: se[at]!, df })) as [Estimated, Estimated]
  if (![p.value, q.value, p.se, q.se].every(Number.isFinite)) return null
  const limits = (tail: number): Interval => {
    const [pLo, pHi] = studentInterval({ ...p, tail: tail / 2 })
    const [qLo, qHi] = studentInterval({ ...q, tail: tail / 2 })
    return [Math.max(Math.min(pLo, qLo), Math.min(-pHi, -qHi)), Math.max(Math.min(pHi, qHi), Math.min(-pLo, -qLo))]
  }
  const size = Math.max(Math.min(p.value, q.value), Math.min(-p.value, -q.value))
  return { value: size, i90: limits(innerTail), i995: limits(outerTail('one', parts)) }
}

type Estimated = { readonly value: number; readonly se: number; readonly df: number }

export function together(parts: readonly (Part | null)[], combine: (parts: readonly Nested[]) => Nested): Judged {
  const known = parts.filter((part) => part !== null)
  const complete = parts.length > 0 && known.length === parts.length
  return complete ? { ...combine(known), parts: known } : { value: null, i90: null, i995: null, parts: known }
}

/** 100 b ln 2, the mean over routers, whose requests are the same: one jackknife of the mean. */
function pointsPerDoubling(
  routers: readonly Labelled[],
  slopes: readonly (Part | null)[],
  ladder: readonly number[],
): Judged {
  const [first] = routers
  if (first === undefined) return { value: null, i90: null, i995: null, parts: [] }
  const weights = lineWeights(ladder).b
  const columns = ladder.map((size) => first.sample.sizes.indexOf(size))
  const slope = (curve: Float64Array): number =>
    weights.reduce((sum, weight, k) => sum + weight * curve[columns[k]!]!, 0)
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
    parts: slopes
      .filter((part) => part !== null)
      .map((part) => ({
        ...part,
        value: part.value * perDoubling,
        i90: scaled(part.i90),
        i995: scaled(part.i995),
      })),
  }
}
