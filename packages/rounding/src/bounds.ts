import { fail } from '@lawbook/base'

/** A closed interval [lo, hi] of reals that is certain to hold the true value of a rounded number or of a formula. */
export type Bounds = readonly [number, number]

/** The largest relative error of one correctly rounded operation; exp and log are good to twice that. */
const ulp = 2.220446049250313e-16

function outward(lo: number, hi: number, ulps = 1): Bounds {
  return [lo - Math.abs(lo) * ulp * ulps, hi + Math.abs(hi) * ulp * ulps]
}

/** An exact number, such as a count. */
export const exactly = (x: number): Bounds => [x, x]

export const add = (a: Bounds, b: Bounds): Bounds => outward(a[0] + b[0], a[1] + b[1])
export const sub = (a: Bounds, b: Bounds): Bounds => outward(a[0] - b[1], a[1] - b[0])
export const neg = (a: Bounds): Bounds => [-a[1], -a[0]]

export function mul(a: Bounds, b: Bounds): Bounds {
  const corners = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]]
  return outward(Math.min(...corners), Math.max(...corners))
}

/** a / b; LB_DOMAIN where b holds 0. */
export function div(a: Bounds, b: Bounds): Bounds {
  if (b[0] <= 0 && b[1] >= 0) fail('LB_DOMAIN', `cannot divide by [${b.join(', ')}]; the divisor must not hold 0`)
  return mul(a, outward(1 / b[1], 1 / b[0]))
}

/** Natural logarithm; LB_DOMAIN unless a > 0. */
export function ln(a: Bounds): Bounds {
  if (a[0] <= 0) fail('LB_DOMAIN', `cannot take the logarithm of [${a.join(', ')}]; it must lie above 0`)
  return outward(Math.log(a[0]), Math.log(a[1]), 2)
}

export const exp = (a: Bounds): Bounds => outward(Math.exp(a[0]), Math.exp(a[1]), 2)

/** a to the power of b, exp(b ln a); LB_DOMAIN unless a > 0. */
export const power = (a: Bounds, b: Bounds): Bounds => exp(mul(b, ln(a)))

/** The interval of the smallest, and of the largest, of several numbers. */
export const smallest = (all: readonly Bounds[]): Bounds => [
  Math.min(...all.map(([lo]) => lo)),
  Math.min(...all.map(([, hi]) => hi)),
]
export const largest = (all: readonly Bounds[]): Bounds => [
  Math.max(...all.map(([lo]) => lo)),
  Math.max(...all.map(([, hi]) => hi)),
]

/** The smallest interval that holds both. */
export const hull = (a: Bounds, b: Bounds): Bounds => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]

export const sum = (all: readonly Bounds[]): Bounds => all.reduce(add, exactly(0))
export const mean = (all: readonly Bounds[]): Bounds => div(sum(all), exactly(all.length))

export const middle = (a: Bounds): number => (a[0] + a[1]) / 2

/**
 * The room that several intervals share: smallest upper end - largest lower end. At least 0 exactly if one number lies
 * in all of them (on a line, intervals that meet in pairs meet in a point: Helly 1923); below 0, the widest gap.
 */
export const room = (all: readonly Bounds[]): number => smallest(all)[1] - largest(all)[0]
