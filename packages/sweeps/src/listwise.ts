import { fail, type StreamFactory } from '@lawbook/base'
import type { FittedListwise } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import { checkSizes } from './hypergeometric.ts'
import type { DrawnAccuracy } from './monteCarlo.ts'
import { targetsOf } from './ranks.ts'

/** What drawn libraries say of a listwise router. */
export type ListwiseAccuracy = DrawnAccuracy & {
  /** Each request's share of libraries in which it was decided rightly. */
  readonly perRequest: Float64Array
  /** The standard deviation of accuracy between drawn libraries; null with fewer than two. */
  readonly sd: number | null
}

/**
 * Draw libraries of a size and ask a listwise router every request in each: the only way, since its answer may depend
 * on who stands beside whom. The draws are those of `monteCarlo` (stream ("library", size, d): N skills for all
 * requests, the right skill put in, the surplus dropped). Candidates stand in random order, and the right skill is put
 * in at a random place (stream ("place", size, d)), so that no place gives it away. An answer that is not among the
 * candidates throws LB_DOMAIN.
 */
export function monteCarloListwise(
  fitted: FittedListwise,
  library: Library,
  requests: readonly Request[],
  size: number,
  draws: number,
  stream: StreamFactory,
): ListwiseAccuracy {
  const skills = library.skills.length
  checkSizes([size], skills)
  if (!Number.isInteger(draws) || draws < 1) fail('LB_DOMAIN', `cannot draw ${draws} libraries; draw at least one`)
  const targets = targetsOf(library, requests)
  const libraries = size === skills ? 1 : draws
  const [right, wrong, abstain] = [0, 1, 2].map(() => new Float64Array(libraries)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const perRequest = new Float64Array(requests.length)
  const drawn = Array.from({ length: libraries }, (_, draw) => stream('library', size, draw).sample(skills, size))
  const places = drawn.map((_, draw) => stream('place', size, draw))
  // Request by request, so that a router may keep what it has computed for the last one.
  requests.forEach((request, i) => {
    for (let draw = 0; draw < libraries; draw++) {
      const candidates = withRightSkill(drawn[draw]!, targets[i]!, places[draw]!.integer(size))
      const choice = fitted.choose(request, candidates)
      if (choice === null) abstain[draw]!++
      else if (choice === targets[i]) {
        right[draw]!++
        perRequest[i]!++
      } else if (candidates.includes(choice)) wrong[draw]!++
      else fail('LB_DOMAIN', `the router chose skill ${choice}, which is not among its ${size} candidates`)
    }
  })
  for (const sums of [right, wrong, abstain])
    for (let draw = 0; draw < libraries; draw++) sums[draw]! /= requests.length
  return {
    size,
    right,
    wrong,
    abstain,
    decisions: size < 2 ? 0 : libraries * requests.length,
    perRequest: perRequest.map((count) => count / libraries),
    sd: spread(right),
  }
}

/** The drawn skills; if the right one is not among them it takes a place, whose skill takes that of the last one. */
function withRightSkill(drawn: Int32Array, target: number, place: number): Int32Array {
  const candidates = drawn.slice()
  if (drawn.includes(target)) return candidates
  candidates[candidates.length - 1] = candidates[place]!
  candidates[place] = target
  return candidates
}

function spread(values: Float64Array): number | null {
  if (values.length < 2) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1))
}
