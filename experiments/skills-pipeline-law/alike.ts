import { fail } from '@lawbook/base'
import { type observePipelines, pipelineLibrary, pipelineRequests } from '@lawbook/pipelines'
import { rankings } from '@lawbook/sweeps'

type Asking = Parameters<typeof observePipelines>[0]

/** By router: the share of the pairs whose two steps, each asked in the plan, get the very same ranks. In [0, 1]. */
export async function alikeShares({ data, library, routers, resources }: Asking): Promise<Map<string, number>> {
  const whole = pipelineLibrary(library, data)
  const requests = pipelineRequests(data)
  const rowOf = new Map(requests.map(({ id }, i) => [id, i]))
  const place = (id: string): number => rowOf.get(id) ?? fail('LB_DANGLING', `there is no request ${id}`)
  const pairs = data.pipelines
    .filter((pipeline) => pipeline.class !== null)
    .map(({ id }) => [0, 1].map((step) => place(`${id}/${step}/plan`)))
  const shares = new Map<string, number>()
  for await (const { router, matrix } of rankings({ routers, library: whole, requests, resources })) {
    const ranksOf = (at: number): Uint16Array => matrix.ranks.subarray(at * matrix.skills, (at + 1) * matrix.skills)
    const same = pairs.filter(([first, second]) => {
      const other = ranksOf(second!)
      return ranksOf(first!).every((rank, j) => rank === other[j])
    })
    shares.set(router.id, pairs.length === 0 ? 0 : same.length / pairs.length)
  }
  return shares
}
