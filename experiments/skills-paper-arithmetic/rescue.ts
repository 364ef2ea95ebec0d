import { type Bounds, div, exactly, exp, ln, mul, sub } from '@lawbook/rounding'
import type { Read } from './checks.ts'

/** The paper's mean routing law, Acc(N) = a - b ln N. */
export function meanLaw(x: Read, size: Bounds): Bounds {
  return sub(x('a'), mul(x('b'), ln(size)))
}

/**
 * The library size at which the mean law has fallen to 1 / factor: N = exp((a - 1/factor) / b). A probability can be
 * multiplied by `factor` only where it is at most 1 / factor.
 */
export function sizeThatAllows(x: Read, factor: Bounds): Bounds {
  return exp(div(sub(x('a'), div(exactly(1), factor)), x('b')))
}

/** The largest factor by which the mean law's accuracy can be multiplied at a size: 1 / Acc(N). */
export function largestRescue(x: Read, size: Bounds): Bounds {
  return div(exactly(1), meanLaw(x, size))
}
