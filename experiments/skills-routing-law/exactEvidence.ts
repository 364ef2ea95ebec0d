import { fail, type StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type SkillRequests, type Wording, wordings } from '@lawbook/skill-requests'
import type { Library, Request, Resources } from '@lawbook/skills'
import { nearestFirst, type RankMatrix, rankings, rowsOf, standingsFrom } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import { decisionCells } from './decisions.ts'
import { drawnLibraries } from './drawnLibraries.ts'
import { withoutPackages } from './pools.ts'
import { routerRow } from './routerRow.ts'
import { structureEvidence } from './structureEvidence.ts'
import { twinEvidence } from './twinEvidence.ts'
import { pointwiseRouters } from './whoIsAsked.ts'

type Options = {
  readonly library: Library
  /** The requests that are asked; those of the test half are judged. */
  readonly asked: readonly Request[]
  readonly requests: SkillRequests
  readonly resources: Resources
  readonly choices: RoutingChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}

/**
 * Ask every pointwise router every request once over the whole library, and keep where the right skill stood: enough
 * for every exact curve. Beside that, on the judged half, what needs the whole rank matrix: Monte-Carlo libraries with
 * the variances over library draws and redrawn pools, the curve without each package, look-alike libraries, twins.
 */
export async function exactEvidence(options: Options): Promise<{
  readonly tables: Readonly<Record<string, Row[]>>
  readonly decisions: number
}> {
  const { library, asked, resources, choices, progress } = options
  const decisions = requestRows(options)
  const nearest = nearestFirst(library)
  const tables = { decisions, routers: [], draws: [], pools: [], structure: [], twins: [] } as Record<string, Row[]>
  let made = 0
  const routers = pointwiseRouters(choices)
  for await (const { router, matrix } of rankings({ routers, library, requests: asked, resources, progress })) {
    const standings = standingsFrom(matrix, library, asked)
    standings.forEach((standing, i) => {
      decisions[i] = { ...decisions[i], ...decisionCells(router.id, standing) }
    })
    tables.routers!.push(routerRow(router, standings.filter(({ tieBroken }) => tieBroken).length / standings.length))
    for (const wording of wordings) {
      const half = judgedHalf(router, wording, matrix, nearest, options)
      made += half.decisions
      for (const [table, rows] of Object.entries(half.tables))
        tables[table]!.push(...rows.map((row) => ({ router: router.id, wording, ...row })))
    }
  }
  return { tables, decisions: made }
}

/** Who is asked what: one row a request, without any router's columns. */
function requestRows({ library, asked, requests: { split } }: Options): Row[] {
  const index = new Map(library.skills.map(({ id }, j) => [id, j]))
  return asked.map(({ id, skill, wording }) => ({
    request: id,
    skill: index.get(skill) ?? fail('LB_DANGLING', `request ${id} is meant for ${skill}, which the library lacks`),
    wording,
    half: split[skill]!,
  }))
}

/** One router and wording on the judged half: everything that is not one row a request. */
function judgedHalf(
  router: PointwiseRouter,
  wording: Wording,
  matrix: RankMatrix,
  nearest: readonly Int32Array[],
  { library, asked, requests: { split, families }, choices, stream }: Options,
): { readonly tables: Readonly<Record<string, Row[]>>; readonly decisions: number } {
  const rows = [...asked.keys()].filter((i) => asked[i]!.wording === wording && split[asked[i]!.skill] === 'test')
  const judged = rows.map((i) => asked[i]!)
  const own = rowsOf(matrix, rows)
  const drawn = drawnLibraries(own, library, judged, choices, (purpose, ...at) =>
    stream(purpose, router.id, wording, ...at),
  )
  return {
    decisions: drawn.decisions,
    tables: {
      draws: drawn.rows,
      pools: withoutPackages(own, library, choices.ladder),
      structure: structureEvidence(own, library, judged, nearest, choices),
      twins: twinEvidence(own, library, judged, families.similarity, nearest, choices),
    },
  }
}
