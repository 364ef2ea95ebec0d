import { fail, type StreamFactory } from '@lawbook/base'
import type { PointwiseRouter, Scores } from '@lawbook/routers'
import type { Library, Request, Resources } from '@lawbook/skills'
import { checkSizes } from './hypergeometric.ts'
import { type RankMatrix, unmatched } from './ranks.ts'

/** Each request's mean chance of the right skill over the same drawn libraries, decided twice. */
export type RefittedAccuracy = {
  readonly size: number
  /** By the router built anew on each drawn library. */
  readonly refitted: Float64Array
  /** By the ranks of the router built once on the whole library. */
  readonly frozen: Float64Array
  /** Decisions among at least two candidates; two a library, one of each kind. */
  readonly decisions: number
}

/**
 * What it costs to take word statistics from the whole library instead of from the N skills that compete. For each
 * request and draw a library of N is drawn that holds the right skill (stream ("refit", size, d, request id)); the
 * router is built anew on exactly these skills and decides, and so do the frozen ranks. Ties give the right skill
 * 1/(number tied). Each decision is a build: meant for fast routers. Size in [1, S]; at N = S there is one library.
 */
export async function refittedAccuracy({
  router,
  library,
  requests,
  frozen,
  size,
  draws,
  stream,
  resources,
}: {
  readonly router: PointwiseRouter
  readonly library: Library
  readonly requests: readonly Request[]
  readonly frozen: RankMatrix
  readonly size: number
  readonly draws: number
  readonly stream: StreamFactory
  readonly resources: Resources
}): Promise<RefittedAccuracy> {
  const skills = library.skills.length
  checkSizes([size], skills)
  if (!Number.isInteger(draws) || draws < 1) fail('LB_DOMAIN', `cannot draw ${draws} libraries; draw at least one`)
  if (frozen.requests !== requests.length || frozen.skills !== skills)
    fail(
      'LB_DOMAIN',
      `the frozen ranks are of ${frozen.requests} requests and ${frozen.skills} skills, not of ${requests.length} and ` +
        `${skills}; make them of the same library and requests`,
    )
  const libraries = size === skills ? 1 : draws
  const means = { refitted: new Float64Array(requests.length), frozen: new Float64Array(requests.length) }
  for (const [i, request] of requests.entries()) {
    const target = frozen.targets[i]!
    for (let draw = 0; draw < libraries; draw++) {
      const members = drawAround(target, skills, size, stream('refit', size, draw, request.id))
      const fitted = await router.build({ skills: Array.from(members, (j) => library.skills[j]!) }, resources)
      means.refitted[i]! += shareOfScore(fitted.score(request), members.indexOf(target)) / libraries
      means.frozen[i]! += shareOfRank(frozen.ranks.subarray(i * skills), members, target) / libraries
    }
  }
  return { size, ...means, decisions: size < 2 ? 0 : 2 * libraries * requests.length }
}

/** The right skill and size - 1 others, in the order of the library. */
function drawAround(target: number, skills: number, size: number, stream: ReturnType<StreamFactory>): Int32Array {
  const members = new Int32Array(size).fill(target)
  stream.sample(skills - 1, size - 1).forEach((j, at) => {
    members[at] = j < target ? j : j + 1
  })
  return members.sort()
}

function shareOfScore({ values, matched }: Scores, target: number): number {
  if (matched[target] === 0) return 0
  let tied = 0
  for (let j = 0; j < values.length; j++) {
    if (matched[j] === 0 || values[j]! < values[target]!) continue
    if (values[j]! > values[target]!) return 0
    tied++
  }
  return 1 / tied
}

function shareOfRank(row: Uint16Array, members: Int32Array, target: number): number {
  if (row[target] === unmatched) return 0
  let tied = 0
  for (const j of members) {
    if (row[j]! < row[target]!) return 0
    if (row[j] === row[target]) tied++
  }
  return 1 / tied
}
