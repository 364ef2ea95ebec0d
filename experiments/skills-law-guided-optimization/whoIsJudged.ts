import { editedStandings } from '@lawbook/audit'
import { chosenPointwise } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import type { Request } from '@lawbook/skills'
import { accuracyCurve, type Eligibility, eligibility } from '@lawbook/sweeps'
import { blackHolesIn } from './blackHoles.ts'
import type { OptimizationChoices } from './choices.ts'
import type { JudgedRouter, Scene } from './scene.ts'

export type RouterRow = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly kin: string
  readonly source: string
}

/**
 * The routers in the order of the choices, each asked the calibration half in the library as it was, and those that are
 * judged: one a kin, accurate enough on direct requests. Their black holes are frozen on calibration requests of both
 * wordings. A router whose kin has its judged one is not asked.
 */
export async function judgedRouters(scene: Scene): Promise<{ rows: Row[]; judged: JudgedRouter[] }> {
  const { library, resources, requests, split, choices } = scene
  const calibration = requests.filter(({ skill }) => split[skill] === 'calibration')
  const rows: Row[] = []
  const judged: JudgedRouter[] = []
  for (const router of chosenPointwise(choices.routers)) {
    if (judged.some((one) => one.router.kin === router.kin) || router.kin === 'floor') continue
    const none = { library, edits: [] }
    const standings = await editedStandings({
      ...{ router, original: library, edited: none, requests: calibration, resources, reading: 'strict' },
    })
    const sizes = choices.eligible.map(({ size }) => size)
    const direct = standings.filter((_, i) => calibration[i]!.wording === 'direct')
    const { right } = accuracyCurve(direct, sizes, library.skills.length)
    const { id, title, short, kin, source } = router
    const holes = blackHolesIn(wrongPicks(standings, calibration), library.skills.length, choices.blackHoleDomains)
    const accuracies = sizes.map((size, k) => [`calibration.${size}`, right[k]!])
    rows.push({ id, title, short, kin, source, ...Object.fromEntries(accuracies), holes: holes.size })
    if (readRouters(rows, choices).at(-1)!.eligible) judged.push({ router, holes })
  }
  return { rows, judged }
}

type Standings = Awaited<ReturnType<typeof editedStandings>>

function wrongPicks(standings: Standings, requests: readonly Request[]) {
  return standings.flatMap(({ winner, right }, i) =>
    winner === null || right ? [] : [{ chosen: winner, domain: requests[i]!.domain }],
  )
}

/** Who is judged, from the evidence rows. */
export function readRouters(rows: readonly Row[], { eligible }: OptimizationChoices): Eligibility<RouterRow>[] {
  const about = new Map(rows.map((row) => [String(row.id), row]))
  return eligibility({
    routers: rows as unknown as RouterRow[],
    curveOf: (id) => (size) => Number(about.get(id)![`calibration.${size}`] ?? Number.NaN),
    thresholds: eligible,
  })
}
