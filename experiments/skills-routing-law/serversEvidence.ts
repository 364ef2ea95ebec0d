import type { Progress } from '@lawbook/experiment'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type Library, libraryOf, type Request, type Resources, type Skill } from '@lawbook/skills'
import { rankings, standingsAmong } from '@lawbook/sweeps'

/**
 * Skills and MCP servers in one library: every fast router is fitted to both, and for each request it is counted how many
 * skills and how many servers beat or tie with the right skill. From these the accuracy among any number of either
 * follows exactly. One row a request, four columns a router; empty where the right skill is unmatched.
 */
export async function serversEvidence(options: {
  readonly routers: readonly PointwiseRouter[]
  readonly library: Library
  readonly servers: readonly Skill[]
  readonly requests: readonly Request[]
  readonly resources: Resources
  readonly progress: Progress
}): Promise<Row[]> {
  const { routers, library, servers, requests, resources, progress } = options
  const both = libraryOf([...library.skills, ...servers])
  const own = new Set(library.skills.map(({ id }) => id))
  const members = (isSkill: boolean): Int32Array =>
    Int32Array.from([...both.skills.keys()].filter((j) => own.has(both.skills[j]!.id) === isSkill))
  const rows: Row[] = requests.map(({ id, wording }) => ({ request: id, wording }))
  for await (const { router, matrix } of rankings({ routers, library: both, requests, resources, progress })) {
    const among = [true, false].map((isSkill) => standingsAmong(matrix, members(isSkill)))
    requests.forEach((_, i) => {
      const [skills, others] = [among[0]![i]!, among[1]![i]!]
      const cell = (count: number): number | null => (skills.targetMatched ? count : null)
      rows[i] = {
        ...rows[i],
        [`${router.id}.skillsAbove`]: cell(skills.beaten),
        [`${router.id}.skillsTied`]: cell(skills.ties),
        [`${router.id}.serversAbove`]: cell(others.beaten),
        [`${router.id}.serversTied`]: cell(others.ties),
      }
    })
  }
  return rows
}
