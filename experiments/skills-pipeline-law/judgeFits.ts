import {
  clusterJackknife,
  type Interval,
  innerTail,
  type Nested,
  nestedIntervals,
  outerTail,
  studentInterval,
} from '@lawbook/estimators'
import type { Fits, Forecasts } from './fits.ts'
import { rivals } from './forms.ts'
import { type Estimated, farthest, stratified } from './interval.ts'
import type { Part } from './judge.ts'
import type { Study } from './study.ts'

/** A slope over fewer routers is none. */
const fewestRouters = 4

/** A statistic of the fits of some routers. */
type OfFits<T = Float64Array> = (values: readonly T[]) => number

const meanOf = <T = Float64Array>(number: (values: T) => number): OfFits<T> => {
  return (values) => values.reduce((sum, one) => sum + number(one), 0) / values.length
}

/**
 * The largest absolute deviation over cells, each the mean over routers of what lies between a router and its own law. With
 * `tail` left on each side, as `largestDeviation` of the estimators, but each cell with degrees of freedom of its own, since
 * long plans are few.
 */
export function largestDeviation(study: Study, fits: Fits): Nested | null {
  if (study.routers.length === 0 || fits.cells.length === 0) return null
  const cells = fits.layout.deviations.map((at) =>
    bothWays(
      study,
      fits,
      meanOf((one) => one[at]!),
      fits.values,
    ),
  )
  const limits = (tail: number): Interval => {
    const up = cells.map((ways) => Math.max(...ways.map((one) => Math.abs(one.value) + reach(one, tail))))
    const down = cells.map((ways) =>
      Math.min(...ways.map((one) => Math.abs(one.value) - reach(one, tail / (2 * cells.length)))),
    )
    return [Math.max(0, ...down), Math.max(...up)]
  }
  const value = Math.max(...cells.map(([first]) => Math.abs(first!.value)))
  return { value, i90: limits(innerTail), i995: limits(outerTail('one')) }
}

function reach(one: Estimated, tail: number): number {
  return studentInterval({ ...one, tail })[1] - one.value
}

/**
 * How much worse the law predicts long plans than a rival, mean over routers, rival by rival; none without long plans, or
 * where no long plan is ever right: any form that falls to nothing predicts that.
 */
export function extrapolationGaps(study: Study, fits: Fits, trainUpTo: number): Part[] {
  const ever = study.plans.some(
    ({ length }, p) => length > trainUpTo && study.whole.some((own) => own[p]!.some((right) => right > 0)),
  )
  if (study.routers.length === 0 || !fits.predicts || !ever) return []
  return rivals.map((_, j) => {
    const of = (sign: 1 | -1): Estimated[] =>
      bothWays(
        study,
        fits,
        meanOf(({ errors }: Forecasts) => errors[0]! + sign * errors[j + 1]!),
        fits.forecasts,
      )
    return { label: `against ${rivals[j]!.id}`, ...gap(of(-1), of(1), rivals.length) }
  })
}

/**
 * |e| - |f| for the held-out errors e of the law and f of a rival, from p = e - f and q = e + f, which are smooth:
 * |e| - |f| = max(min(p, q), min(-p, -q)). Each limit takes the limits of p and q at half the tail.
 */
function gap(p: readonly Estimated[], q: readonly Estimated[], among: number): Nested {
  const limits = (tail: number): Interval => {
    const of = (ways: readonly Estimated[]): Interval => [
      Math.min(...ways.map((one) => one.value - reach(one, tail / 2))),
      Math.max(...ways.map((one) => one.value + reach(one, tail / 2))),
    ]
    const [[pLo, pHi], [qLo, qHi]] = [of(p), of(q)]
    return [Math.max(Math.min(pLo, qLo), Math.min(-pHi, -qHi)), Math.max(Math.min(pHi, qHi), Math.min(-pLo, -qLo))]
  }
  const [x, y] = [p[0]!.value, q[0]!.value]
  const value = Math.max(Math.min(x, y), Math.min(-x, -y))
  return { value, i90: limits(innerTail), i995: limits(outerTail('one', among)) }
}

/** One number of each router's fit, resampled over plans. */
export function byRouter(study: Study, fits: Fits, number: (values: Float64Array) => number): Part[] {
  return study.routers.map(({ id }, r) => ({
    label: id,
    ...nestedIntervals({ ...stratified(study, fits, (out) => number(fits.values(r, out))), sided: 'one' }),
  }))
}

/** Gamma, mean over routers. */
export function gammaMean(study: Study, fits: Fits): Nested | null {
  const { gamma } = fits.layout
  if (study.routers.length === 0 || fits.cells.length === 0) return null
  return farthest(
    bothWays(
      study,
      fits,
      meanOf((one) => one[gamma]!),
      fits.values,
    ),
    'one',
  )
}

/** The least-squares slope of gamma on b over routers. */
export function gammaSlope(study: Study, fits: Fits): Nested | null {
  const { b, gamma } = fits.layout
  if (study.routers.length < fewestRouters || fits.cells.length === 0) return null
  const slope: OfFits = (values) => {
    const mean = (at: number): number => values.reduce((sum, v) => sum + v[at]!, 0) / values.length
    const [x, y] = [mean(b), mean(gamma)]
    const across = values.reduce((sum, v) => sum + (v[b]! - x) * (v[gamma]! - y), 0)
    return across / values.reduce((sum, v) => sum + (v[b]! - x) * (v[b]! - x), 0)
  }
  const ways = bothWays(study, fits, slope, fits.values)
  // Where routers agree in b, a slope on it is none.
  return ways.every(({ value, se }) => Number.isFinite(value) && Number.isFinite(se)) ? farthest(ways, 'two') : null
}

/** A statistic of the routers' fits, resampled over plans, and over kins of routers where there are two. */
function bothWays<T>(
  study: Study,
  fits: Fits,
  statistic: OfFits<T>,
  fitted: (router: number, leftOut: number | null) => T,
): Estimated[] {
  const kins = [...new Set(study.routers.map(({ kin }) => kin))]
  const routers = [...study.routers.keys()]
  const overPlans = stratified(study, fits, (out) => statistic(routers.map((r) => fitted(r, out))))
  if (kins.length < 2) return [overPlans]
  const { value, se, df } = clusterJackknife({
    clusters: Int32Array.from(study.routers, ({ kin }) => kins.indexOf(kin)),
    statistic: (out) =>
      Float64Array.of(
        statistic(routers.filter((r) => kins.indexOf(study.routers[r]!.kin) !== out).map((r) => fitted(r, null))),
      ),
  })
  return [overPlans, { value: value[0]!, se: se[0]!, df }]
}
