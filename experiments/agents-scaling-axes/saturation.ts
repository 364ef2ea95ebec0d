import { type Interval, innerTail, outerTail, studentQuantile } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import { nestedOf, none } from './estimate.ts'
import { less, lowerSlope, upperSlope } from './functional.ts'
import { pooled, type Sweep } from './pool.ts'

/** Beyond this a limit of a ratio says nothing. */
const farthest = 1000

/**
 * The slope of the upper half of a sweep over that of the lower half, U / L, with Fieller's (1954) limits: the r for
 * which U - r L is not significantly off zero, found by bisection from the estimate outwards. All null where L cannot be
 * told from zero (90 %) or points are too few; limits are null where the set is unbounded.
 */
export function saturationOf(sweep: Sweep): Estimate {
  if (sweep.series.some(({ x }) => x.length < 3)) return none
  const lower = nestedOf(pooled(sweep, lowerSlope))
  if (lower === null || (lower.i90[0] <= 0 && lower.i90[1] >= 0)) return none
  const value = pooled(sweep, upperSlope).value / lower.value
  const i90 = limits(sweep, value, innerTail)
  const i995 = i90 === null ? null : limits(sweep, value, outerTail('one'))
  return { value, i90, i995 }
}

function limits(sweep: Sweep, value: number, tail: number): Interval | null {
  const reach = -studentQuantile(tail, pooled(sweep, lowerSlope).df)
  const excess = (ratio: number): number => {
    const { value: off, se } = pooled(sweep, less(upperSlope, ratio, lowerSlope))
    return Math.abs(off) - reach * se!
  }
  const [lo, hi] = [-1, 1].map((side) => crossing(excess, value, side))
  return lo === null || hi === null ? null : [lo!, hi!]
}

/** Where `excess` turns positive on one side of a place where it is negative; null if it does not up to `farthest`. */
function crossing(excess: (ratio: number) => number, from: number, side: number): number | null {
  let step = 0.125
  while (excess(from + side * step) <= 0) {
    step *= 2
    if (step > farthest) return null
  }
  let [inside, outside] = [from + (step > 0.125 ? (side * step) / 2 : 0), from + side * step]
  for (let i = 0; i < 40; i++) {
    const middle = (inside + outside) / 2
    if (excess(middle) <= 0) inside = middle
    else outside = middle
  }
  return (inside + outside) / 2
}
