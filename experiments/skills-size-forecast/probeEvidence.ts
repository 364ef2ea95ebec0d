import { probesFromBodies } from '@lawbook/audit'
import type { Progress } from '@lawbook/experiment'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { SkillRequests } from '@lawbook/skill-requests'
import type { Library, Request, Resources } from '@lawbook/skills'
import { packageSums, type RankMatrix, rankings, requestCurves, rowsOf, standingsFrom } from '@lawbook/sweeps'
import type { ForecastChoices } from './choices.ts'

/** What is asked: written requests in two wordings, and probes made from bodies. */
export const askedKinds = ['direct', 'situated', 'bodies'] as const
export type AskedKind = (typeof askedKinds)[number]

type Options = {
  readonly library: Library
  readonly asked: readonly Request[]
  readonly split: SkillRequests['split']
  readonly routers: readonly PointwiseRouter[]
  readonly resources: Resources
  readonly choices: ForecastChoices
  readonly progress: Progress
}

/**
 * Written requests and probes of the same skills, those of the test half that have both, over the whole library: one
 * row a (router, kind, package) with the sums of exact accuracy at each size.
 */
export async function probeEvidence(options: Options): Promise<{ readonly rows: Row[]; readonly decisions: number }> {
  const { library, split, routers, resources, progress } = options
  const probes = probesFromBodies(library)
  const probed = new Set(probes.map(({ skill }) => skill))
  const judged = ({ skill }: Request): boolean => split[skill] === 'test' && probed.has(skill)
  const written = new Set(options.asked.map(({ skill }) => skill))
  const rows: Row[] = []
  let decisions = 0
  const ask = async (requests: readonly Request[], kindOf: (request: Request) => AskedKind): Promise<void> => {
    const own = [...requests.keys()].filter((i) => judged(requests[i]!) && written.has(requests[i]!.skill))
    for await (const { router, matrix } of rankings({ routers, library, requests, resources, progress })) {
      for (const kind of askedKinds) {
        const some = own.filter((i) => kindOf(requests[i]!) === kind)
        if (some.length === 0) continue
        decisions += some.length
        rows.push(...sumRows(matrix, some, requests, options).map((row) => ({ router: router.id, kind, ...row })))
      }
    }
  }
  await ask(options.asked, ({ wording }) => wording)
  await ask(probes, () => 'bodies')
  return { rows, decisions }
}

function sumRows(
  matrix: RankMatrix,
  some: readonly number[],
  requests: readonly Request[],
  { library, choices: { probeSizes } }: Options,
): Row[] {
  const own = some.map((i) => requests[i]!)
  const { right } = requestCurves(standingsFrom(rowsOf(matrix, some), library, own), probeSizes, library.skills.length)
  const columns = probeSizes.map((size, k) => [
    `right.${size}`,
    Float64Array.from(own, (_, i) => right[i * probeSizes.length + k]!),
  ])
  return packageSums(library, own, Object.fromEntries(columns))
}
