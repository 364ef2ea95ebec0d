import { fittedSizes } from '@lawbook/audit'
import type { StreamFactory } from '@lawbook/base'
import type { Progress } from '@lawbook/experiment'
import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type SkillRequests, wordings } from '@lawbook/skill-requests'
import { type Library, libraryOf, type Request, type Resources, type Skill } from '@lawbook/skills'
import { accuracyCurve, rankMatrix, type Standing, standingsFrom } from '@lawbook/sweeps'
import type { ForecastChoices } from './choices.ts'
import { aheadColumn, stepColumn, wholeColumn } from './columns.ts'
import { arrivals, type Design, designs } from './growth.ts'

export const halves = ['calibration', 'test'] as const
export type Half = (typeof halves)[number]

type Options = {
  readonly library: Library
  readonly asked: readonly Request[]
  readonly split: SkillRequests['split']
  readonly routers: readonly PointwiseRouter[]
  readonly resources: Resources
  readonly choices: ForecastChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}

/**
 * Libraries that grow. For each half, design and draw, the skills come in an order; every router is built anew at each
 * size and asked the requests of the half whose skill is there. One row a (draw, router, wording, n): the exact accuracy
 * in random libraries up to n, from what a user with these n skills has, what really came of the same requests with 2n
 * and 4n skills, and accuracy of the requests for all of the 2n and 4n. With how many decisions were made.
 */
export async function growthEvidence(options: Options): Promise<{ readonly rows: Row[]; readonly decisions: number }> {
  const { library, choices, stream, progress } = options
  const rows: Row[] = []
  let decisions = 0
  const libraries = growing(choices)
  for (const [done, { half, design, draw, skills }] of libraries.entries()) {
    progress(done, libraries.length, `libraries that grow, ${design}`)
    const order = arrivals(library.skills, design, stream('arrivals', half, design, draw))
    for (const router of options.routers) {
      const grown = await grow(router, order, half, { ...options, choices: { ...choices, skills } })
      decisions += grown.decisions
      rows.push(...skills.flatMap((n) => rowsOf(grown.bySize, n, { half, design, draw, router: router.id }, choices)))
    }
  }
  return { rows, decisions }
}

type Growing = { readonly half: Half; readonly design: Design; readonly draw: number; readonly skills: number[] }

/** Every library that is let grow, with the numbers of skills at which its user looks ahead. */
function growing({ draws, skills }: ForecastChoices): Growing[] {
  const reach = draws.flatMap(({ upTo, draws: count }) => Array<number>(count).fill(upTo))
  return halves.flatMap((half) =>
    designs.flatMap((design) =>
      reach.map((upTo, draw) => ({ half, design, draw, skills: skills.filter((n) => n <= upTo) })),
    ),
  )
}

type Asked = { readonly request: Request; readonly place: number; readonly standing: Standing }

/** The standing of each asked request in the first N skills, for every size N of any user's library, now or later. */
async function grow(router: PointwiseRouter, order: readonly Skill[], half: Half, options: Options) {
  const { asked, split, choices, resources } = options
  const places = new Map(order.map(({ id }, place) => [id, place]))
  const users = asked
    .filter(({ skill }) => split[skill] === half)
    .map((request) => ({ request, place: places.get(request.skill)! }))
  const bySize = new Map<number, Asked[]>()
  let decisions = 0
  for (const size of sizesOf(choices)) {
    const present = users.filter(({ place }) => place < size)
    const requests = present.map(({ request }) => request)
    const members = libraryOf(order.slice(0, size))
    const matrix = rankMatrix(await router.build(members, resources), members, requests)
    const standings = standingsFrom(matrix, members, requests)
    decisions += requests.length
    bySize.set(
      size,
      present.map((one, i) => ({ ...one, standing: standings[i]! })),
    )
  }
  return { bySize, decisions }
}

/** Every size that a library has at some time, rising. */
function sizesOf({ skills, factors }: ForecastChoices): number[] {
  return [...new Set(skills.flatMap((n) => [n, ...factors.map((factor) => factor * n)]))].sort((a, b) => a - b)
}

type Keys = { readonly half: Half; readonly design: Design; readonly draw: number; readonly router: string }

function rowsOf(
  bySize: ReadonlyMap<number, readonly Asked[]>,
  skills: number,
  keys: Keys,
  choices: ForecastChoices,
): Row[] {
  const steps = fittedSizes(Math.max(...choices.skills)).length
  return wordings.map((wording): Row => {
    const of = (size: number, among: number): Standing[] =>
      bySize
        .get(size)!
        .filter(({ request, place }) => request.wording === wording && place < among)
        .map(({ standing }) => standing)
    const now = of(skills, skills)
    const curve = accuracyCurve(now, fittedSizes(skills), skills).right
    const grown = (factor: number, among: number): number | null => {
      const size = factor * skills
      return known(accuracyCurve(of(size, among), [size], size).right[0])
    }
    return {
      ...keys,
      skills,
      wording,
      requests: now.length,
      ...Object.fromEntries(Array.from({ length: steps }, (_, k) => [stepColumn(k), known(curve[k])])),
      ...Object.fromEntries(choices.factors.map((factor) => [aheadColumn(factor), grown(factor, skills)])),
      ...Object.fromEntries(choices.factors.map((factor) => [wholeColumn(factor), grown(factor, factor * skills)])),
    }
  })
}

const known = (share: number | undefined): number | null => (Number.isFinite(share) ? share! : null)
