import { fail } from '@lawbook/base'
import { fisherQuantile } from '../distribution/fisher.ts'
import { type Minimum, reached } from '../fit/problem.ts'
import { fitLaw } from './fitLaw.ts'
import { hold } from './hold.ts'
import type { Law } from './law.ts'
import { inward, outward } from './scale.ts'

/** The ends of a profile interval; null where it runs up to the parameter's bound, so that the data give no end. */
export type ProfileInterval = { readonly lower: number | null; readonly upper: number | null }

/**
 * The profile-likelihood interval of one parameter (0, 1, ...) of a law with independent normal errors of one size: the
 * values at which the sum of squares, lowest over all other parameters, stays within
 *
 *   S(value) <= S_min (1 + F_{1, n-p; level} / (n - p))
 *
 * (Bates and Watts 1988, section 6.1), as far as they are connected with the estimate. It follows the curvature of the
 * law, which standard errors leave out, and does not depend on the scale of the parameter: for laws whose estimates are
 * skew, or run up to a bound. n points, p parameters, `weights` (n, above 0) as in `fitLaw`; each end to about 1e-6 of
 * its distance from the estimate. Throws LB_FIT without more points than parameters, where the fit has no point, or
 * where the profile cannot be followed because the other parameters are not determined; LB_DOMAIN for another parameter
 * or a level outside (0, 1); and as `fitLaw` does.
 */
export function profileInterval({
  law,
  x,
  y,
  weights,
  parameter,
  level,
}: {
  law: Law
  x: Float64Array
  y: Float64Array
  weights?: Float64Array
  parameter: number
  level: number
}): ProfileInterval {
  const declared = law.parameters[parameter]
  if (declared === undefined)
    fail('LB_DOMAIN', `the ${law.id} law has no parameter ${parameter}; it has 0 to ${law.parameters.length - 1}`)
  if (!(level > 0 && level < 1)) fail('LB_DOMAIN', `cannot give a level of ${level}; it must be in (0, 1)`)
  const df = y.length - law.parameters.length
  if (df < 1) fail('LB_FIT', `${y.length} points leave nothing to tell the error of a fit from; give more`)
  const least = fitLaw(law, x, y, { weights })
  if (!hasPoint(least))
    fail('LB_FIT', `no profile of the ${law.id} law: its fit ended as ${least.status}; give more precise points`)
  const point = reached(least)!
  const limit = Math.sqrt((least.sse * fisherQuantile(level, 1, df)) / df)
  const { name, scale } = declared

  // The root of what the sum of squares gains is nearly a line on each side, so that its crossing is quickly found.
  let others: Float64Array = point
  const excess = (at: number): number | null => {
    const fit = fitLaw(hold(law, parameter, inward(scale, at)), x, y, { weights, start: others })
    if (!hasPoint(fit)) return null
    others = reached(fit)!
    return Math.sqrt(Math.max(fit.sse - least.sse, 0)) - limit
  }
  const end = (bound: number): number | null => {
    others = point.filter((_, j) => j !== parameter)
    const at = crossing(excess, outward(scale, point[parameter]!), -limit, outward(scale, bound))
    if (Number.isNaN(at))
      fail(
        'LB_FIT',
        `the profile of ${name} in the ${law.id} law cannot be followed from ${point[parameter]} to ${bound}: the other parameters are not determined on the way; give more precise points`,
      )
    return at === null ? null : inward(scale, at)
  }
  return { lower: end(declared.lower), upper: end(declared.upper) }
}

function hasPoint(fit: Minimum): fit is Extract<Minimum, { sse: number }> {
  return fit.status === 'converged' || fit.status === 'bound-hit'
}

/** How many steps out of the estimate are tried before the way counts as endless, or as one that cannot be followed. */
const mostSteps = 60

/**
 * Where a function that is `first` < 0 at `from` crosses 0 on the way to `bound`: steps that double, a quarter where
 * the function has no value (null), then false position in the form of Illinois (Dowell and Jarratt 1971). Null where
 * it is below 0 up to the bound, NaN where it loses its value.
 */
function crossing(excess: (at: number) => number | null, from: number, first: number, bound: number): number | null {
  let [inside, below] = [from, first]
  let outside = from
  let above = first
  let step = Math.sign(bound - from) * 0.01 * Math.max(Math.abs(from), 0.01)
  let lost = 0
  for (let taken = 0; above <= 0; ) {
    if (inside === bound || taken === mostSteps) return null
    const at = step > 0 ? Math.min(inside + step, bound) : Math.max(inside + step, bound)
    const value = excess(at)
    if (value === null) {
      if (++lost === mostSteps) return Number.NaN
      step /= 4
      continue
    }
    taken++
    step *= 2
    if (value <= 0) [inside, below] = [at, value]
    else outside = at
    above = value
  }
  let at = outside
  let last = 0
  for (let k = 0; k < mostSteps && Math.abs(outside - inside) > 1e-6 * Math.abs(outside - from); k++) {
    at = inside + ((outside - inside) * below) / (below - above)
    const value = excess(at)
    if (value === null) return Number.NaN
    if (Math.abs(value) <= -1e-6 * first) break
    if (value <= 0) {
      inside = at
      below = value
      if (last < 0) above /= 2
      last = -1
    } else {
      outside = at
      above = value
      if (last > 0) below /= 2
      last = 1
    }
  }
  return at
}
