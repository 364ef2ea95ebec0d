import type { Problem } from './problem.ts'
import { applyQt, dependentColumn, factorise, type Qr, qrSpace, writeUpper } from './qr.ts'
import { type StepWork, stepWithin, stepWork } from './trustRegionStep.ts'

const maxIterations = 2000
/** The model can be moved towards the data by less than this share of what is left to explain, or of rounding. */
const tolerance = 1e-11
const rounding = 1e-15
/** A predicted fall below this share of the sum of squares cannot be seen in it. */
const visible = 1e-12
/**
 * As `tolerance`, where no shorter step descends any more: a share of what is left, or of the data; farther away is no
 * minimum.
 */
const stuckTolerance = 1e-5
const stuckShare = 1e-7
/** How many steps that cannot be seen may be taken back before the place is as good as it gets. */
const mostRefused = 20

/** Where one descent ended: `held` are the parameters at a bound that they press against. */
export type Descent = {
  status: 'minimum' | 'max-iterations' | 'singular'
  theta: Float64Array
  sse: number
  iterations: number
  held: number[]
}

type Point = { theta: Float64Array; residuals: Float64Array; jacobian: Float64Array; sse: number }

type Workspace = StepWork & {
  here: Point
  there: Point
  /** Factorisations of the free columns of the Jacobian, by their number, and R of the latest. */
  spaces: Qr[]
  triangle: Float64Array
  turned: Float64Array
  /** Column norms, theirs largest so far, and the latter of the free columns in order. */
  norms: Float64Array
  largest: Float64Array
  scale: Float64Array
  /** The free columns, -1 past their end. */
  free: Int32Array
}

export function workspace(problem: Problem): Workspace {
  const p = problem.lower.length
  const point = (): Point => ({
    theta: new Float64Array(p),
    residuals: new Float64Array(problem.rows),
    jacobian: new Float64Array(problem.rows * p),
    sse: 0,
  })
  return {
    ...stepWork(p),
    here: point(),
    there: point(),
    spaces: [],
    triangle: new Float64Array(p * p),
    turned: new Float64Array(problem.rows),
    norms: new Float64Array(p),
    largest: new Float64Array(p),
    scale: new Float64Array(p),
    free: new Int32Array(p),
  }
}

/**
 * One descent of |r(theta)|^2 from `start` by the trust-region form of Levenberg-Marquardt (More 1978): QR of the
 * Jacobian, a step no longer than the radius in the norm of the largest columns seen so far, and a radius that follows
 * the gain ratio. Bounds are kept by projection, not by a transform of the parameters: a transform puts a minimum on a
 * bound infinitely far away, where a descent never ends, while projection reaches it and says so (`held`).
 */
export function descend(problem: Problem, start: Float64Array, work: Workspace): Descent {
  const { lower, upper } = problem
  const p = lower.length
  const { largest, norms, free } = work
  for (let j = 0; j < p; j++) work.here.theta[j] = Math.min(Math.max(start[j]!, lower[j]!), upper[j]!)
  evaluate(problem, work.here)
  if (!Number.isFinite(work.here.sse)) return end(work, 'singular', 0)
  largest.fill(0)
  let m = linearise(problem, work)
  let radius = firstRadius(work)
  let lambda = 0
  let slack = tangent(work, m)
  let refused = 0
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (let k = 0; k < m; k++) if (norms[free[k]!] === 0) return end(work, 'singular', iteration)
    if (slack <= Math.max(tolerance * Math.sqrt(work.here.sse), rounding * problem.norm))
      return end(work, determined(work, m) ? 'minimum' : 'singular', iteration)

    lambda = stepWithin(radius, lambda, { r: work.triangle, c: work.turned, scale: work.scale, m }, work)
    const { predicted, length } = tryStep(problem, work, m)
    const fall = work.here.sse - work.there.sse
    // A step that was cut at a bound may point uphill: a shorter one does not.
    const unseen = predicted > 0 && predicted <= visible * work.here.sse
    const gain = unseen || !(predicted > 0) || !Number.isFinite(fall) ? 0 : fall / predicted
    if (gain > 1e-4) {
      exchange(work)
      m = linearise(problem, work)
      slack = tangent(work, m)
    } else if (unseen && Number.isFinite(fall)) {
      // The sum of squares is all rounding here. The slope is not: follow it for as long as it falls, else back and
      // shorter.
      exchange(work)
      m = linearise(problem, work)
      const next = tangent(work, m)
      if (next < slack) {
        slack = next
        continue
      }
      exchange(work)
      m = linearise(problem, work)
      if (++refused === mostRefused) return end(work, settled(problem, work, m, slack), iteration)
    } else if (!(radius > 1e-17 * scaledPlace(work))) return end(work, settled(problem, work, m, slack), iteration)
    if (gain > 0.75 || (gain > 0.25 && lambda === 0)) radius = 2 * length
    else if (gain <= 0.25) {
      radius = 0.25 * Math.min(radius, length)
      lambda *= 4
    }
  }
  return end(work, 'max-iterations', maxIterations)
}

/** What a descent that cannot go on has reached. */
function settled(problem: Problem, work: Workspace, m: number, slack: number): Descent['status'] {
  const small = slack <= Math.max(stuckTolerance * Math.sqrt(work.here.sse), stuckShare * problem.norm)
  return small && determined(work, m) ? 'minimum' : 'singular'
}

function end({ here, free }: Workspace, status: Descent['status'], iterations: number): Descent {
  const held = Array.from(here.theta.keys()).filter((j) => !free.includes(j))
  return { status, theta: here.theta.slice(), sse: here.sse, iterations, held }
}

function exchange(work: Workspace): void {
  const held = work.here
  work.here = work.there
  work.there = held
}

function evaluate(problem: Problem, point: Point): void {
  problem.evaluate(point.theta, point.residuals, point.jacobian)
  let sse = 0
  for (let i = 0; i < problem.rows; i++) sse += point.residuals[i]! * point.residuals[i]!
  point.sse = sse
}

/**
 * QR of the columns that are free: not held at a bound that they press against, nor left without effect by one that is.
 * Returns their number.
 */
function linearise({ rows, lower, upper }: Problem, work: Workspace): number {
  const { here, spaces, triangle, turned, norms, largest, scale, free } = work
  const { theta, jacobian, residuals } = here
  const p = theta.length
  let held = 0
  for (let j = 0; j < p; j++) {
    let square = 0
    let pull = 0
    for (let i = 0; i < rows; i++) {
      const value = jacobian[i * p + j]!
      square += value * value
      pull += value * residuals[i]!
    }
    norms[j] = Math.sqrt(square)
    largest[j] = Math.max(largest[j]!, norms[j]!)
    const pressed = (theta[j]! <= lower[j]! && pull < 0) || (theta[j]! >= upper[j]! && pull > 0)
    free[j] = pressed ? -1 : j
    if (pressed) held++
  }
  let m = 0
  for (let j = 0; j < p; j++) if (free[j] === j && !(held > 0 && norms[j] === 0)) free[m++] = j
  free.fill(-1, m)
  for (let k = 0; k < m; k++) scale[k] = largest[free[k]!]!
  spaces[m] ??= qrSpace(rows, m)
  const space = spaces[m]!
  for (let i = 0; i < rows; i++) {
    turned[i] = residuals[i]!
    for (let k = 0; k < m; k++) space.packed[i * m + k] = jacobian[i * p + free[k]!]!
  }
  factorise(space)
  applyQt(space, turned)
  writeUpper(space, triangle)
  return m
}

/** The part of the residuals that moving the free parameters can still explain, to first order: |Q'r|. */
function tangent({ turned }: Workspace, m: number): number {
  let sum = 0
  for (let k = 0; k < m; k++) sum += turned[k]! * turned[k]!
  return Math.sqrt(sum)
}

function determined({ spaces }: Workspace, m: number): boolean {
  return dependentColumn(spaces[m]!) === null
}

/** |D theta|: how far a start is from 0, in units of what moves the model. */
function scaledPlace({ here, largest }: Workspace): number {
  let sum = 0
  for (let j = 0; j < largest.length; j++) sum += largest[j]! * here.theta[j]! * (largest[j]! * here.theta[j]!)
  return Math.sqrt(sum)
}

function firstRadius(work: Workspace): number {
  return scaledPlace(work) || Math.sqrt(work.here.sse) || 1
}

/** Take the step, cut at the bounds: its scaled length, and by how much the linear model predicts that |r|^2 falls. */
function tryStep(problem: Problem, work: Workspace, m: number): { predicted: number; length: number } {
  const { here, there, step, free, triangle, turned, scale } = work
  there.theta.set(here.theta)
  let length = 0
  for (let k = 0; k < m; k++) {
    const j = free[k]!
    there.theta[j] = Math.min(Math.max(here.theta[j]! + step[k]!, problem.lower[j]!), problem.upper[j]!)
    step[k] = there.theta[j]! - here.theta[j]!
    length += scale[k]! * step[k]! * (scale[k]! * step[k]!)
  }
  let predicted = 0
  for (let i = 0; i < m; i++) {
    let moved = 0
    for (let k = i; k < m; k++) moved += triangle[i * m + k]! * step[k]!
    predicted += moved * (2 * turned[i]! - moved)
  }
  evaluate(problem, there)
  return { predicted, length: Math.sqrt(length) }
}
