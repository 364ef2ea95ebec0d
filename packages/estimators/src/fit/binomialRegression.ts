import { fail } from '@lawbook/base'
import {
  type Binomial,
  expectedInformation,
  type LikelihoodPoint,
  likelihoodAt,
  observedInformation,
  roundingOf,
  type Step,
  weightedStep,
} from './binomialLikelihood.ts'
import { inverseGram, standardErrors } from './covariance.ts'
import { leastSquares } from './leastSquares.ts'

/**
 * How a binomial regression ended. Coefficients (p), their covariance (p x p, row by row) and standard errors exist
 * only behind `converged`; `deviance` is twice the log likelihood that the fit lacks, with `df` = n - p. `separated`:
 * the likelihood has no maximum inside, because the fitted probabilities of `rows` (from 0), which hold only failures
 * or only successes, run to 0 or 1. `max-iterations`: neither was seen, as when columns are nearly dependent.
 */
export type BinomialFit =
  | {
      readonly status: 'converged'
      readonly coefficients: Float64Array
      readonly covariance: Float64Array
      readonly se: Float64Array
      readonly deviance: number
      readonly df: number
      readonly iterations: number
    }
  | { readonly status: 'separated'; readonly rows: Int32Array; readonly iterations: number }
  | { readonly status: 'max-iterations'; readonly iterations: number }

const mostIterations = 200
/** A step that moves every x'c by less than this share of 1 + |x'c|, rounding apart, ends the search. */
const shortStep = 1e-10
/**
 * Under the logit link a row whose |x'c| is above this, and still grows by about 1 a step, is on its way to infinity.
 */
const farOut = 25
/** A row whose x'c moves by less than this in a step does not move. */
const still = 1e-9
/**
 * Under the identity link a row that expects fewer successes (failures) than this, and still fewer after a step, has
 * none.
 */
const atEdge = 1e-6

/**
 * Binomial regression by maximum likelihood: k_i successes of m_i trials with p_i = 1 / (1 + exp(-x_i'c)) under the
 * link `logit` or p_i = x_i'c under `identity`. `design` is X row by row, n x p. Iteratively reweighted least squares
 * by QR (McCullagh and Nelder 1989, 2.5) from the pooled proportion. Under `identity` the weights are the observed
 * information where that step can be taken whole, else the expected one; a step that would lower the likelihood or
 * leave 0 < p_i < 1 is halved. The covariance is the inverse of the expected information at the solution, dispersion 1:
 * trials of a row that are correlated make it too small.
 *
 * Separation (Albert and Anderson 1984) is found under `logit` by the step itself: a direction that moves rows of only
 * successes up or not at all, rows of only failures down or not at all, and no other row, raises the likelihood for
 * ever. Under `identity` it is a probability that reaches 0 or 1. Throws LB_FIT when lengths differ, a column is a
 * combination of the others, or, under `identity`, the start has a probability outside (0, 1), which a constant column
 * prevents; LB_DOMAIN unless 0 <= k_i <= m_i, m_i > 0; LB_NOT_FINITE for a design that is not finite.
 */
export function binomialRegression(data: Binomial): BinomialFit {
  check(data)
  const n = data.trials.length
  let here = start(data)
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const scoring = weightedStep(data, here, expectedInformation(data, here))
    const blur = roundingOf(data, here, scoring.step)
    const rows = data.link === 'logit' ? runaway(data, here, scoring.moves, blur) : edge(data, here, scoring.moves)
    if (rows.length > 0) return { status: 'separated', rows, iterations }
    const { moves, there } = advance(data, here, scoring, blur)
    const short = moves.every((move, i) => Math.abs(move) <= shortStep * (1 + Math.abs(here.eta[i]!)) + blur[i]!)
    here = there
    if (short) {
      const { coefficients, deviance } = here
      const { factor } = weightedStep(data, here, expectedInformation(data, here))
      const covariance = inverseGram(factor)
      const p = coefficients.length
      const se = standardErrors(covariance, p)
      return { status: 'converged', coefficients, covariance, se, deviance, df: n - p, iterations }
    }
  }
  return { status: 'max-iterations', iterations: mostIterations }
}

function check({ successes, trials }: Binomial): void {
  const n = successes.length
  if (trials.length !== n) fail('LB_FIT', `${n} successes came with ${trials.length} trials; give one a row`)
  for (let i = 0; i < n; i++) {
    const [k, m] = [successes[i]!, trials[i]!]
    if (!(k >= 0 && k <= m)) fail('LB_DOMAIN', `row ${i + 1} has ${k} successes of ${m} trials; give 0 to ${m} of them`)
    if (!(m > 0 && m < Number.POSITIVE_INFINITY))
      fail('LB_DOMAIN', `row ${i + 1} has ${m} trials; they must be above 0 and finite: leave empty rows out`)
  }
}

/** The coefficients nearest to the pooled proportion in every row. */
function start(data: Binomial): LikelihoodPoint {
  const { design, successes, trials, link } = data
  const sum = (numbers: Float64Array): number => numbers.reduce((total, value) => total + value, 0)
  const pooled = (sum(successes) + 0.5) / (sum(trials) + 1)
  const level = link === 'logit' ? Math.log(pooled / (1 - pooled)) : pooled
  const { coefficients } = leastSquares(design, new Float64Array(trials.length).fill(level), { weights: trials })
  const point = likelihoodAt(data, coefficients)
  if (point === null)
    fail('LB_FIT', `the ${link} link has no start with all probabilities in (0, 1); add a constant column`)
  return point
}

/**
 * The next point and the step, as moves of eta, that led to it. Whole steps with the observed information converge
 * fast; near an edge only the expected information is large enough to keep them inside.
 */
function advance(
  data: Binomial,
  here: LikelihoodPoint,
  scoring: Step,
  blur: Float64Array,
): { moves: Float64Array; there: LikelihoodPoint } {
  if (data.link === 'identity') {
    const newton = weightedStep(data, here, observedInformation(data, here))
    const there = along(data, here, newton.step, 1, blur)
    if (there !== null) return { moves: newton.moves, there }
  }
  for (let share = 1; share > 1e-12; share /= 2) {
    const there = along(data, here, scoring.step, share, blur)
    if (there !== null) return { moves: scoring.moves, there }
  }
  return { moves: scoring.moves, there: here }
}

/** The point at a share of a step; null where the likelihood is lower than here, rounding apart. */
function along(
  data: Binomial,
  here: LikelihoodPoint,
  step: Float64Array,
  share: number,
  blur: Float64Array,
): LikelihoodPoint | null {
  const there = likelihoodAt(
    data,
    here.coefficients.map((value, j) => value + share * step[j]!),
  )
  if (there === null) return null
  const noise = here.gradient.reduce(
    (sum, value, i) => sum + 2 * Math.abs(value) * blur[i]!,
    1e-13 * (1 + here.deviance),
  )
  return there.deviance <= here.deviance + noise ? there : null
}

/** The rows that a step takes to 0 or 1, if it is one along which the likelihood rises for ever; else none. */
function runaway(
  { successes, trials }: Binomial,
  { eta }: LikelihoodPoint,
  moves: Float64Array,
  blur: Float64Array,
): Int32Array {
  const rows: number[] = []
  let farthest = 0
  for (let i = 0; i < moves.length; i++) {
    const side = successes[i] === 0 ? -1 : successes[i] === trials[i] ? 1 : 0
    const outward = side * moves[i]!
    const tolerance = still + 100 * blur[i]!
    if (side === 0 ? Math.abs(moves[i]!) > tolerance : outward < -tolerance) return new Int32Array(0)
    if (outward < 0.5) continue
    rows.push(i)
    farthest = Math.max(farthest, side * eta[i]!)
  }
  return farthest > farOut ? Int32Array.from(rows) : new Int32Array(0)
}

/** The rows whose probability has all but reached 0 or 1 and would go on. */
function edge({ successes, trials }: Binomial, { p, q }: LikelihoodPoint, moves: Float64Array): Int32Array {
  const rows: number[] = []
  for (let i = 0; i < p.length; i++) {
    const [k, m] = [successes[i]!, trials[i]!]
    const none = k === 0 && m * p[i]! < atEdge && moves[i]! < 0
    const all = k === m && m * q[i]! < atEdge && moves[i]! > 0
    if (none || all) rows.push(i)
  }
  return Int32Array.from(rows)
}
