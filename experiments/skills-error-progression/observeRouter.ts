import type { PointwiseRouter } from '@lawbook/routers'
import type { Row } from '@lawbook/schemas'
import { type Half, type Wording, wordings } from '@lawbook/skill-requests'
import type { Library, Request } from '@lawbook/skills'
import { accuracyCurve, outcomes, type RankMatrix, rowsOf, type Standing } from '@lawbook/sweeps'
import { attributionRows } from './attribution.ts'
import { blackHolesIn } from './blackHoles.ts'
import type { ProgressionChoices } from './choices.ts'
import { codes, type FamilyKind, type FamilyNumbers, wrongPickCodes } from './classes.ts'
import { presentIn, uniformShares } from './design.ts'
import { nearnessRows } from './nearness.ts'
import { addRequest, type Design, designs, emptyTally, type Tally } from './tally.ts'

/** What all routers are asked, and where. */
export type Scene = {
  readonly library: Library
  readonly asked: readonly Request[]
  readonly halves: readonly Half[]
  readonly packages: readonly string[]
  readonly packageOf: Int32Array
  readonly family: FamilyNumbers
  readonly neighbours: readonly Int32Array[]
  readonly choices: ProgressionChoices
}

export type ObservedRouter = {
  readonly id: string
  /** The wrongly chosen skill of each request in the full library; -1 where the pick was right or the router abstained. */
  readonly picks: Int32Array
  readonly tallies: readonly { wording: Wording; design: Design; tally: Tally }[]
  readonly attribution: readonly Row[]
  readonly nearness: readonly Row[]
}

/** All that is kept of one judged router. */
export function observeRouter(
  id: string,
  matrix: RankMatrix,
  standings: readonly Standing[],
  scene: Scene,
): ObservedRouter {
  const picks = Int32Array.from(standings, ({ winner, target }) => (winner === null || winner === target ? -1 : winner))
  const holes = frozenHoles(picks, matrix, scene)
  const tallies = wordings.flatMap((wording) =>
    designs.map((design) => ({ wording, design, tally: tallyOf(matrix, holes, wording, design, scene) })),
  )
  const attribution = wordings.flatMap((wording) => {
    const rows = rowsWhere(scene, null, wording)
    const own = rows.map((i) => picks[i]!)
    return attributionRows(rowsOf(matrix, rows), own, scene.packageOf, { router: id, wording })
  })
  const nearness = wordings.flatMap((wording) => {
    const rows = rowsWhere(scene, 'test', wording).filter((i) => picks[i] !== -1)
    const own = rows.map((i) => ({ chosen: picks[i]!, target: matrix.targets[i]! }))
    return nearnessRows(own, scene.neighbours, { router: id, wording })
  })
  return { id, picks, tallies, attribution, nearness }
}

/** The black holes that calibration requests of both wordings show: 1 for each. */
function frozenHoles(picks: Int32Array, { targets }: RankMatrix, scene: Scene): Uint8Array {
  const { library, family, choices } = scene
  const wrong = rowsWhere(scene, 'calibration', null).filter((i) => picks[i] !== -1)
  return blackHolesIn(
    wrong.map((i) => ({ chosen: picks[i]!, family: family[choices.family as FamilyKind][targets[i]!]! })),
    library.skills.length,
    choices.blackHole,
  ).holes
}

/** The router, and its accuracy on direct calibration requests at the sizes that decide who is judged. */
export function aboutRouter(
  { id, title, short, kin, source }: PointwiseRouter,
  standings: readonly Standing[],
  scene: Scene,
): Row {
  const { library, choices } = scene
  const sizes = choices.eligible.map(({ size }) => size)
  const direct = rowsWhere(scene, 'calibration', choices.wording as Wording).map((i) => standings[i]!)
  const { right } = accuracyCurve(direct, sizes, library.skills.length)
  const accuracies = Object.fromEntries(sizes.map((size, k) => [`calibration.${size}`, right[k]!]))
  return { id, title, short, kin, source, ...accuracies }
}

/** The exact outcomes of held-out requests of one wording in libraries of one design, summed by package. */
function tallyOf(matrix: RankMatrix, holes: Uint8Array, wording: Wording, design: Design, scene: Scene): Tally {
  const { choices, family, neighbours, packageOf, packages } = scene
  const sizes = choices.ladder
  const tally = emptyTally(sizes, packages.length)
  for (const i of rowsWhere(scene, 'test', wording)) {
    const target = matrix.targets[i]!
    const codeOf = wrongPickCodes(target, holes, family)
    const present = presentIn(design, neighbours[target]!, choices.nearest)
    const found = outcomes(matrix, i, {
      sizes,
      classOf: codeOf,
      classes: codes,
      ...(design === 'hard' ? { present } : {}),
    })
    addRequest(tally, packageOf[target]!, found, uniformShares({ target, codeOf, sizes, present }))
  }
  return tally
}

function rowsWhere({ asked, halves }: Scene, half: Half | null, wording: Wording | null): number[] {
  return [...asked.keys()].filter(
    (i) => (half === null || halves[i] === half) && (wording === null || asked[i]!.wording === wording),
  )
}
