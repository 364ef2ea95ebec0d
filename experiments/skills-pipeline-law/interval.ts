import { type Interval, innerTail, type Nested, outerTail, type Sided, studentInterval } from '@lawbook/estimators'
import type { Fits } from './fits.ts'
import type { Study } from './study.ts'

/** A number with its standard error and degrees of freedom. */
export type Estimated = { readonly value: number; readonly se: number; readonly df: number }

/**
 * The delete-one jackknife over clusters of plans, length by length: the variances (n - 1)/n sum (theta_(-g) - theta)^2 of
 * the lengths add up, and the degrees of freedom are those of Satterthwaite, since a few long plans may carry most of the
 * variance. `theta(null)` is the statistic of all plans. A cluster belongs to one length.
 */
export function stratified({ plans }: Study, { clusters }: Fits, theta: (leftOut: number | null) => number): Estimated {
  const value = theta(null)
  const strata = new Map<number, Set<number>>()
  for (const [p, { length }] of plans.entries()) strata.set(length, (strata.get(length) ?? new Set()).add(clusters[p]!))
  const parts = [...strata.values()].map((own) => {
    let squares = 0
    for (const cluster of own) {
      const away = theta(cluster) - value
      squares += away * away
    }
    return { variance: (squares * (own.size - 1)) / own.size, df: own.size - 1 }
  })
  const variance = parts.reduce((sum, part) => sum + part.variance, 0)
  const spread = parts.reduce((sum, { variance: v, df }) => sum + (df > 0 ? (v * v) / df : 0), 0)
  return { value, se: Math.sqrt(variance), df: spread > 0 ? (variance * variance) / spread : plans.length }
}

/** The pair of intervals of several estimates of one number: of each limit the one that lies farthest out. */
export function farthest(estimates: readonly Estimated[], sided: Sided): Nested {
  const at = (tail: number): Interval => {
    const all = estimates.map((one) => studentInterval({ ...one, tail }))
    return [Math.min(...all.map(([lo]) => lo)), Math.max(...all.map(([, hi]) => hi))]
  }
  return { value: estimates[0]!.value, i90: at(innerTail), i995: at(outerTail(sided)) }
}
