import { fail } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import {
  type PipelineEvidence,
  type Pipelines,
  pipelineLibrary,
  pipelineRequests,
  readCounts,
  shareRight,
  tieOrderKey,
  tieOrders,
} from '@lawbook/pipelines'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { Library, Resources } from '@lawbook/skills'
import { rankings } from '@lawbook/sweeps'

type Asking = {
  readonly data: Pipelines
  readonly library: Library
  readonly routers: readonly PointwiseRouter[]
  readonly resources: Resources
  readonly progress: Progress
}

/** What the second step is asked under, by arm; a wrong state only with its own skill. */
type PresentArm = 'alone' | 'state' | 'wrong'
const presentArms: readonly PresentArm[] = ['alone', 'state', 'wrong']

/**
 * Of each router, arm and wrong state, in which tie orders the skill that left the wrong state stands before the right
 * second one: bit o of a number from 0 (never) to 255 (always). A wrong state comes about only where its skill is in the
 * library, which the shared counts do not ask for; with this they can be read that way. One number a wrong state, in the
 * order of pairs, divided by `;`.
 */
export async function presentRows({ data, ...asking }: Asking): Promise<Row[]> {
  const library = pipelineLibrary(asking.library, data)
  const requests = pipelineRequests(data)
  const rowOf = new Map(requests.map(({ id }, i) => [id, i]))
  const place = new Map(library.skills.map(({ id }, j) => [id, j]))
  const rows: Row[] = []
  for await (const { router, matrix } of rankings({ ...asking, library, requests })) {
    const before = (arm: PresentArm): number[] =>
      data.pipelines.flatMap(({ id, steps, wrong }) =>
        wrong.map(({ skill }, w) => {
          const request = `${id}/1/${arm === 'wrong' ? `wrong-${w}` : arm}`
          const start = rowOf.get(request)! * matrix.skills
          const own = steps[1]!.skill
          if (skill === own) return 0
          const rank = (of: string): number => matrix.ranks[start + place.get(of)!]!
          return ordersBefore(rank(own), rank(skill), request, skill)
        }),
      )
    for (const arm of presentArms) rows.push({ router: router.id, arm, before: before(arm).join(';') })
  }
  return rows
}

/** By the tie rule of the shared counts (`tieOrderKey`): a bit an order. */
function ordersBefore(own: number, other: number, request: string, skill: string): number {
  let bits = 0
  for (let o = 0; o < tieOrders; o++) {
    const first = other < own || (other === own && tieOrderKey(request, o, skill) < tieOrderKey(request, o, null))
    if (first) bits |= 1 << o
  }
  return bits
}

/** The chance that the right second skill of pair p is chosen under an arm, the skill of its w-th wrong state present. */
export type WrongPresent = (router: string, arm: PresentArm, p: number, w: number, size: number) => number

/** Read the tables of counts and of `presentRows` together. LB_DANGLING for a router or wrong state that is not in both. */
export function readPresent(
  tables: Readonly<Record<string, readonly Row[]>>,
  { pipelines }: PipelineEvidence,
): WrongPresent {
  const cells = (rows: readonly Row[] | undefined, column: string): Map<string, string[]> =>
    new Map((rows ?? []).map((row) => [`${row.router} ${row.arm}`, String(row[column]).split(';')]))
  const [before, counts] = [cells(tables.present, 'before'), cells(tables.counts, 'steps')]
  const wrongSkill = new Map<string, { readonly place: number; readonly skill: string }>()
  for (const row of tables.executed ?? [])
    for (let w = 0; row[`wrong${w}Skill`] != null; w++)
      wrongSkill.set(`${row.pipeline} ${w}`, { place: wrongSkill.size, skill: String(row[`wrong${w}Skill`]) })
  return (router, arm, p, w, size) => {
    const { id, skills, competitors } = pipelines[p]!
    const wrong = wrongSkill.get(`${id} ${w}`)
    const from = wrong === undefined ? undefined : before.get(`${router} ${arm}`)?.[wrong.place]
    const cell = counts.get(`${router} ${arm === 'wrong' ? `wrong-${w}` : arm}`)?.[p]
    if (wrong === undefined || from === undefined || cell === undefined)
      return fail('LB_DANGLING', `the evidence has no wrong state ${w} of the pair ${id} for the router ${router}`)
    const own = new Set(skills)
    const present = new Set([...skills, wrong.skill])
    const count = readCounts(cell.split(' ')[1]!)
    const bits = Number(from)
    const orders = Array.from({ length: tieOrders }, (_, o) => ((bits >> o) & 1 ? -1 : (count[o] ?? count[0]!)))
    return shareRight(orders, { competitors: competitors + own.size - present.size, drawn: size - present.size })
  }
}
