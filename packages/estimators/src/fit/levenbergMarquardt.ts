import { fail } from '@lawbook/base'
import { type Descent, descend, workspace } from './descend.ts'
import type { Minimum, Problem } from './problem.ts'

/**
 * Nonlinear least squares from several starts: the lowest minimum found (`descend` goes down from one). A start agrees
 * with the lowest when its sum of squares is the same to 1e-6. When no start reached a minimum, or one that ended
 * otherwise came lower than the lowest minimum, the fit has that start's status: a minimum known not to be the lowest
 * is none. Throws LB_FIT without starts.
 */
export function levenbergMarquardt(problem: Problem, starts: readonly Float64Array[]): Minimum {
  if (starts.length === 0) fail('LB_FIT', 'a fit needs at least one start and was given none')
  const work = workspace(problem)
  const descents = starts.map((start) => descend(problem, start, work))
  const effort = { iterations: descents.reduce((sum, { iterations }) => sum + iterations, 0), starts: starts.length }
  const lowest = (some: readonly Descent[]): Descent | undefined =>
    some.filter(({ sse }) => Number.isFinite(sse)).sort((one, other) => one.sse - other.sse)[0]
  const best = lowest(descents.filter(({ status }) => status === 'minimum'))
  const astray = lowest(descents.filter(({ status }) => status !== 'minimum'))
  const same = (sse: number): number => sse * (1 + 1e-6) + 1e-20 * problem.norm * problem.norm
  if (best === undefined || (astray !== undefined && same(astray.sse) < best.sse)) {
    const unfinished = (best === undefined ? descents : [astray]).some((one) => one?.status === 'max-iterations')
    return { status: unfinished ? 'max-iterations' : 'singular', ...effort }
  }
  const { sse, held, theta } = best
  const startsAgreeing = descents.filter((one) => one.status === 'minimum' && one.sse <= same(sse)).length
  return held.length > 0
    ? { status: 'bound-hit', point: theta, held, sse, startsAgreeing, ...effort }
    : { status: 'converged', parameters: theta, sse, startsAgreeing, ...effort }
}
