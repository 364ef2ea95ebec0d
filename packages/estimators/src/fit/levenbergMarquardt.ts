import { fail } from '@lawbook/base'
import { solveDamped } from './cholesky.ts'
import type { Minimum, Problem } from './problem.ts'

const maxIterations = 500
/** The model cannot be moved by more than this share of the data's length: as close as rounding allows. */
const tolerance = 1e-13
/** The same where no shorter step descends any more; a fit stuck farther away has not converged. */
const stuckTolerance = 1e-7
/** Columns of the scaled Jacobian whose squared pivot is below this are dependent. */
const dependent = 1e-13

/**
 * Nonlinear least squares from several starts: the lowest minimum found. Levenberg-Marquardt with damping scaled by the
 * largest column norms seen so far (More 1978) and updated by the gain ratio (Nielsen 1999). Bounds are kept by
 * projection, not by a transform of the parameters: a transform puts a minimum on a bound infinitely far away, where a
 * fit never ends, while projection reaches it and says so (`atBound`). Throws LB_FIT without starts.
 */
export function levenbergMarquardt(problem: Problem, starts: readonly Float64Array[]): Minimum {
  if (starts.length === 0) fail('LB_FIT', 'a fit needs at least one start and was given none')
  const work = workspace(problem)
  const runs = starts.map((start) => descend(problem, start, work))
  let best: Run | null = null
  for (const run of runs) if (run.status === 'converged' && (best === null || run.sse < best.sse)) best = run
  const iterations = runs.reduce((sum, run) => sum + run.iterations, 0)
  if (best === null) {
    const status = runs.some((run) => run.status === 'max-iterations') ? 'max-iterations' : 'singular'
    return { status, iterations, starts: starts.length }
  }
  const { sse, atBound, theta } = best
  const same = sse * (1 + 1e-6) + 1e-20 * problem.norm * problem.norm
  const startsAgreeing = runs.filter((run) => run.status === 'converged' && run.sse <= same).length
  return { status: 'converged', parameters: theta, sse, iterations, atBound, startsAgreeing, starts: starts.length }
}

type Run = {
  status: Minimum['status']
  theta: Float64Array
  sse: number
  iterations: number
  atBound: boolean
}

type Point = { theta: Float64Array; residuals: Float64Array; jacobian: Float64Array; sse: number }

type Workspace = {
  here: Point
  there: Point
  normal: Float64Array
  gradient: Float64Array
  norms: Float64Array
  scale: Float64Array
  step: Float64Array
  factor: Float64Array
  free: Uint8Array
}

function workspace(problem: Problem): Workspace {
  const p = problem.lower.length
  const point = (): Point => ({
    theta: new Float64Array(p),
    residuals: new Float64Array(problem.rows),
    jacobian: new Float64Array(problem.rows * p),
    sse: 0,
  })
  const vector = (): Float64Array => new Float64Array(p)
  const matrix = (): Float64Array => new Float64Array(p * p)
  return {
    here: point(),
    there: point(),
    normal: matrix(),
    gradient: vector(),
    norms: vector(),
    scale: vector(),
    step: vector(),
    factor: matrix(),
    free: new Uint8Array(p),
  }
}

/** One descent from one start. */
function descend(problem: Problem, start: Float64Array, work: Workspace): Run {
  const { lower, upper, norm } = problem
  const { gradient, normal, norms, scale, step, factor, free } = work
  const p = lower.length
  const end = (status: Run['status'], iterations: number): Run => {
    const { theta, sse } = work.here
    const atBound = theta.some((value, j) => value === lower[j] || value === upper[j])
    return { status, theta: theta.slice(), sse, iterations, atBound }
  }
  for (let j = 0; j < p; j++) work.here.theta[j] = Math.min(Math.max(start[j]!, lower[j]!), upper[j]!)
  evaluate(problem, work.here)
  if (!Number.isFinite(work.here.sse)) return end('singular', 0)
  linearise(problem, work)
  scale.fill(0)
  let lambda = 1e-3
  let growth = 2
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (let j = 0; j < p; j++) scale[j] = Math.max(scale[j]!, norms[j]!)
    let slack = 0
    for (let j = 0; j < p; j++) {
      if (free[j] === 0) continue
      if (norms[j] === 0) return end('singular', iteration)
      slack = Math.max(slack, Math.abs(gradient[j]!) / norms[j]!)
    }
    const determined = (): boolean => solveDamped(normal, gradient, norms, free, 0, factor, step) > dependent
    if (slack <= tolerance * norm) return end(determined() ? 'converged' : 'singular', iteration)

    const solved = solveDamped(normal, gradient, scale, free, lambda, factor, step) > 0
    const gain = solved ? gainRatio(problem, work) : 0
    if (gain > 1e-4) {
      const held = work.here
      work.here = work.there
      work.there = held
      linearise(problem, work)
      const t = 2 * gain - 1
      lambda *= Math.max(0.1, 1 - t * t * t)
      growth = 2
    } else {
      lambda *= growth
      growth *= 2
      if (lambda > 1e16)
        return end(slack <= stuckTolerance * norm && determined() ? 'converged' : 'singular', iteration)
    }
  }
  return end('max-iterations', maxIterations)
}

/** Try the step, cut at the bounds: the fall of the sum of squares over the fall that the linear model predicts. */
function gainRatio(problem: Problem, { here, there, normal, gradient, step }: Workspace): number {
  const p = step.length
  for (let j = 0; j < p; j++) {
    const target = here.theta[j]! + step[j]!
    there.theta[j] = Math.min(Math.max(target, problem.lower[j]!), problem.upper[j]!)
    step[j] = there.theta[j]! - here.theta[j]!
  }
  let predicted = 0
  for (let i = 0; i < p; i++) {
    predicted += 2 * gradient[i]! * step[i]!
    for (let j = 0; j < p; j++) predicted -= step[i]! * normal[i * p + j]! * step[j]!
  }
  if (!(predicted > 0)) return 0
  evaluate(problem, there)
  return Number.isFinite(there.sse) ? (here.sse - there.sse) / predicted : 0
}

function evaluate(problem: Problem, point: Point): void {
  problem.evaluate(point.theta, point.residuals, point.jacobian)
  let sse = 0
  for (let i = 0; i < problem.rows; i++) sse += point.residuals[i]! * point.residuals[i]!
  point.sse = sse
}

/** J'J, J'r, the column norms, and which parameters are free: not held at a bound that they press against. */
function linearise({ rows, lower, upper }: Problem, { here, normal, gradient, norms, free }: Workspace): void {
  const { jacobian, residuals, theta } = here
  const p = gradient.length
  normal.fill(0)
  gradient.fill(0)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < p; j++) {
      const column = jacobian[i * p + j]!
      gradient[j]! += column * residuals[i]!
      for (let k = 0; k <= j; k++) normal[j * p + k]! += column * jacobian[i * p + k]!
    }
  }
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < j; k++) normal[k * p + j] = normal[j * p + k]!
    norms[j] = Math.sqrt(normal[j * p + j]!)
    const pressed = (theta[j]! <= lower[j]! && gradient[j]! < 0) || (theta[j]! >= upper[j]! && gradient[j]! > 0)
    free[j] = pressed ? 0 : 1
  }
}
