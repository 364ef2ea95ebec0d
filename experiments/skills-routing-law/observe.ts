import { fail } from '@lawbook/base'
import type { Evidence, ObserveContext } from '@lawbook/experiment'
import { type PointwiseRouter, routers } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { skillLibrary } from '@lawbook/skill-library'
import type { SkillRequests, skillRequests } from '@lawbook/skill-requests'
import type { Library, Request } from '@lawbook/skills'
import {
  accuracyCurve,
  beatSets,
  competitorInfluence,
  competitorVariance,
  disagreements,
  libraryDrawVariance,
  monteCarlo,
  rankMatrix,
  standingsOf,
} from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import { decisionCells, wordings } from './evidence.ts'
import { withoutPackages } from './pools.ts'

type Data = { readonly library: typeof skillLibrary; readonly requests: typeof skillRequests }

/**
 * Ask every pointwise router every request once over the whole library, and keep where the right skill stood: enough
 * for every exact curve. Beside that, per router, wording and size of the judged half: the variance over library draws
 * and over redrawn pools, and the curve without each package (all need the whole rank matrix), and Monte-Carlo
 * libraries as a check.
 */
export async function observe({
  data,
  choices,
  stream,
  progress,
}: ObserveContext<Data, RoutingChoices>): Promise<Evidence> {
  const { library } = data
  const { requests, split, families, planned, excluded } = data.requests
  const asked = requests.filter(({ skill }) => split[skill] !== undefined)
  const pointwise = choices.routers.map((id) => routerById(id))
  const index = new Map(library.skills.map(({ id }, j) => [id, j]))
  const decisions: Row[] = asked.map(({ id, skill, wording }) => ({
    request: id,
    skill: index.get(skill) ?? fail('LB_DANGLING', `request ${id} is meant for ${skill}, which the library lacks`),
    wording,
    half: split[skill]!,
  }))
  const routerRows: Row[] = []
  const draws: Row[] = []
  const pools: Row[] = []
  let made = 0
  for (const [done, router] of pointwise.entries()) {
    progress(done, pointwise.length, router.title)
    const fitted = await router.build(library)
    const standings = standingsOf(fitted, library, asked)
    standings.forEach((standing, i) => {
      decisions[i] = { ...decisions[i], ...decisionCells(router.id, standing) }
    })
    const { id, title, kin, cost, source } = router
    routerRows.push({
      id,
      title,
      kin,
      cost,
      source,
      tieBroken: standings.filter((s) => s.tieBroken).length / standings.length,
    })
    for (const wording of wordings) {
      const judged = asked.filter((request) => request.wording === wording && split[request.skill] === 'test')
      const outcome = await drawLibraries(router, judged)
      draws.push(...outcome.rows.map((row) => ({ router: router.id, wording, ...row })))
      pools.push(...outcome.pools.map((row) => ({ router: router.id, wording, ...row })))
      made += outcome.decisions
    }

    async function drawLibraries(router: PointwiseRouter, judged: readonly Request[]) {
      const matrix = rankMatrix(fitted, library, judged)
      const sets = beatSets(matrix, library, judged)
      const sizes = choices.monteCarlo.map(({ size }) => size)
      const exact = accuracyCurve(standingsOf(fitted, library, judged), sizes, library.skills.length).right
      const variance = libraryDrawVariance(sets, sizes)
      const influence = competitorInfluence(sets, sizes)
      const drawn = choices.monteCarlo.map(({ size, draws: count }) =>
        monteCarlo(matrix, size, count, (purpose, ...at) =>
          stream(purpose, router.id, judged[0]?.wording ?? '', ...at),
        ),
      )
      const off = disagreements(
        drawn.map((cell, k) => ({ drawn: cell.right, exact: exact[k]!, sd: Math.sqrt(variance[k]!) })),
      )
      return {
        pools: withoutPackages(matrix, library, choices.ladder),
        decisions: drawn.reduce((sum, cell) => sum + cell.decisions, 0),
        rows: sizes.map(
          (size, k): Row => ({
            size,
            exact: exact[k]!,
            sdLibrary: Math.sqrt(variance[k]!),
            sdPool: Math.sqrt(
              competitorVariance(
                influence,
                Float64Array.from(sizes, (_, other) => (other === k ? 1 : 0)),
              ),
            ),
            draws: drawn[k]!.right.length,
            drawn: mean(drawn[k]!.right),
            agrees: !off.includes(k),
          }),
        ),
      }
    }
  }
  progress(pointwise.length, pointwise.length, 'done')
  return {
    tables: { decisions, skills: skillRows(library, families), routers: routerRows, draws, pools },
    attrition: [
      {
        stage: 'requests written',
        planned,
        used: asked.length,
        excluded: Object.entries(excluded).map(([reason, n]) => ({ reason, n })),
        failed: 0,
        // Counted, not what is left over: books that do not balance have to show.
        missing: requests.length - asked.length,
      },
      {
        stage: 'requests used',
        planned: asked.length,
        used: asked.filter(({ skill }) => split[skill] === 'test').length,
        excluded: [
          {
            reason: 'calibration half: decides which routers are judged',
            n: asked.filter(({ skill }) => split[skill] === 'calibration').length,
          },
        ],
        failed: 0,
        missing: 0,
      },
    ],
    decisions: made,
  }
}

function routerById(id: string): PointwiseRouter {
  const router = routers.find((candidate) => candidate.id === id)
  return (
    router ??
    fail('LB_DANGLING', `there is no router "${id}"; there are ${routers.map((other) => other.id).join(', ')}`)
  )
}

/** Ids and families of the skills, no text: index in this table = index in `decisions`. */
function skillRows(library: Library, families: SkillRequests['families']): Row[] {
  return library.skills.map(({ id, package: source }) => ({
    id,
    package: source,
    domain: families.domain.get(id) ?? 'none',
    similarity: families.similarity.get(id) ?? id,
    authors: families.authors.get(id) ?? id,
  }))
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
