import { fail, type StreamFactory } from '@lawbook/base'

/** How many independent decisions a size the question is asked for, and how it is simulated. */
export type R2Question = {
  readonly a: number
  readonly b: number
  readonly ladder: readonly number[]
  /** The line that R² has to exceed. */
  readonly line: number
}

/** The share of simulated models whose R² exceeds the line, with its binomial standard error. */
export type Share = { readonly share: number; readonly se: number }

/**
 * Simulate one model again and again: at every size of the ladder n independent decisions, each right with probability
 * a - b ln N; R² of the least-squares line of accuracy on ln N. Uniform numbers depend on the replicate alone, so that
 * shares at neighbouring n move together. Throws LB_DOMAIN where the law leaves (0, 1).
 */
export function shareAboveLine(question: R2Question, n: number, replicates: number, stream: StreamFactory): Share {
  const x = question.ladder.map((size) => Math.log(size))
  const cumulative = accuracies(question).map((p) => binomialCumulative(n, p))
  const y = new Float64Array(x.length)
  const random = stream('r2')
  let above = 0
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let i = 0; i < y.length; i++) y[i] = firstAbove(cumulative[i]!, random.uniform()) / n
    if (rSquaredOfLine(x, y) > question.line) above++
  }
  const share = above / replicates
  return { share, se: Math.sqrt((share * (1 - share)) / replicates) }
}

/**
 * The same share without simulation. With equal normal noise of variance s² = mean p(1 - p) / n, R² exceeds c when
 * chi² with S - 2 degrees of freedom is below c' z², c' = (1 - c) / c and z ~ N(b sqrt(Sxx) / s, 1); for S = 6 the
 * chi² probability is 1 - exp(-q/2)(1 + q/2). Integrated by the midpoint rule over ± 8. Throws LB_DOMAIN unless S = 6.
 */
export function approximateShare(question: R2Question, n: number): number {
  const x = question.ladder.map((size) => Math.log(size))
  if (x.length !== 6) fail('LB_DOMAIN', `the approximation is for a ladder of 6 sizes; this one has ${x.length}`)
  const mean = average(x)
  const sxx = x.reduce((sum, xi) => sum + (xi - mean) * (xi - mean), 0)
  const variance = average(accuracies(question).map((p) => p * (1 - p))) / n
  const signal = question.b * Math.sqrt(sxx / variance)
  const steps = 1600
  let share = 0
  for (let i = 0; i < steps; i++) {
    const t = ((i + 0.5) / steps) * 16 - 8
    const half = ((1 - question.line) / question.line) * (signal + t) * (signal + t) * 0.5
    share += (Math.exp(-t * t * 0.5) / Math.sqrt(2 * Math.PI)) * (16 / steps) * (1 - Math.exp(-half) * (1 + half))
  }
  return share
}

/** The accuracies of the law over the ladder. */
function accuracies({ a, b, ladder }: R2Question): number[] {
  return ladder.map((size) => {
    const p = a - b * Math.log(size)
    return p > 0 && p < 1 ? p : fail('LB_DOMAIN', `the law gives accuracy ${p} at N = ${size}; it must lie in (0, 1)`)
  })
}

/** R² of the least-squares line of y on x; 0 where y does not vary. */
function rSquaredOfLine(x: readonly number[], y: Float64Array): number {
  const n = y.length
  let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    sx += x[i]!
    sy += y[i]!
  }
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - sx / n, y[i]! - sy / n]
    sxx += dx * dx
    sxy += dx * dy
    syy += dy * dy
  }
  return syy === 0 ? 0 : (sxy * sxy) / (sxx * syy)
}

/**
 * P(X <= k) for X ~ Binomial(n, p), k = 0..n, by the recurrence from the mode outwards (nothing under- or overflows).
 */
export function binomialCumulative(n: number, p: number): Float64Array {
  const weights = new Float64Array(n + 1)
  const mode = Math.min(n, Math.floor((n + 1) * p))
  weights[mode] = 1
  for (let k = mode; k < n; k++) weights[k + 1] = (weights[k]! * (n - k) * p) / ((k + 1) * (1 - p))
  for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k]! * k * (1 - p)) / ((n - k + 1) * p)
  let total = 0
  for (let k = 0; k <= n; k++) weights[k] = total += weights[k]!
  for (let k = 0; k <= n; k++) weights[k] = weights[k]! / total
  return weights
}

/** The first index whose cumulative probability exceeds u. */
function firstAbove(cumulative: Float64Array, u: number): number {
  let [lo, hi] = [0, cumulative.length - 1]
  while (lo < hi) {
    const middle = (lo + hi) >> 1
    if (cumulative[middle]! > u) hi = middle
    else lo = middle + 1
  }
  return lo
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
