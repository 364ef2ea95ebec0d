import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { Half, Wording } from '@lawbook/skill-requests'
import { blackHolesIn, type WrongPick } from './blackHoles.ts'
import type { ProgressionChoices } from './choices.ts'
import { type FamilyKind, type FamilyNumbers, familyKinds, sameFamily } from './classes.ts'
import type { ByDesign } from './enrichment.ts'
import { judgedRouters, type RouterRow } from './judged.ts'
import { type PickFact, type PickSums, pickSums } from './pickSums.ts'
import { type Design, designs, readTally } from './tally.ts'

type Holes = ReturnType<typeof blackHolesIn>

/** The committed evidence, read once. */
export type Observed = {
  readonly skills: number
  readonly packages: readonly string[]
  readonly packageOf: Int32Array
  readonly routers: readonly (RouterRow & { readonly eligible: boolean; readonly reason: string })[]
  tallies(router: string, wording: Wording): ByDesign
  holes(router: string): Holes
  /** Wrong picks of a judged router in the full library, with the package of the right skill. */
  picks(router: string, half: Half, wording: Wording | null): readonly (WrongPick & { readonly group: number })[]
  /** Requests of one half and wording by package. */
  requests(half: Half, wording: Wording): Int32Array
  pickSums(router: string, wording: Wording, kind: FamilyKind): PickSums
  table(id: string): readonly Row[]
}

/** Read the evidence tables; a table that is missing throws LB_DATA_MISSING. */
export function readEvidence(tables: Readonly<Record<string, readonly Row[]>>, choices: ProgressionChoices): Observed {
  const table = (id: string): readonly Row[] =>
    tables[id] ??
    fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; it has ${Object.keys(tables).join(', ')}`)
  const skills = table('skills')
  const asked = table('picks')
  const packages = [...new Set(skills.map((row) => String(row.package)))]
  const packageOf = Int32Array.from(skills, (row) => packages.indexOf(String(row.package)))
  const family: FamilyNumbers = {
    domain: Int32Array.from(skills, (row) => Number(row.domain)),
    package: packageOf,
    similarity: Int32Array.from(skills, (row) => Number(row.similarity)),
  }
  const where = (half: Half, wording: Wording | null): Row[] =>
    asked.filter((row) => skills[Number(row.skill)]!.half === half && (wording === null || row.wording === wording))
  const members = Object.fromEntries(familyKinds.map((kind) => [kind, sizesOf(family[kind])])) as Record<
    FamilyKind,
    Int32Array
  >
  const picks: Observed['picks'] = (router, half, wording) =>
    where(half, wording).flatMap((row) => {
      const [target, chosen] = [Number(row.skill), pickIn(row, router)]
      if (chosen === null) return []
      return [{ chosen, family: family[choices.family as FamilyKind][target]!, group: packageOf[target]! }]
    })
  const holesOf = new Map<string, Holes>()
  const holes = (router: string): Holes => {
    const known =
      holesOf.get(router) ?? blackHolesIn(picks(router, 'calibration', null), skills.length, choices.blackHole)
    holesOf.set(router, known)
    return known
  }
  return {
    skills: skills.length,
    packages,
    packageOf,
    routers: judgedRouters(table('routers'), choices),
    table,
    picks,
    holes,
    tallies: (router, wording) => {
      const rows = table('outcomes').filter((row) => row.router === router && row.wording === wording)
      const read = (design: Design) =>
        readTally(
          rows.filter((row) => row.design === design),
          choices.ladder,
        )
      return Object.fromEntries(designs.map((design) => [design, read(design)])) as ByDesign
    },
    requests: (half, wording) => {
      const counts = new Int32Array(packages.length)
      for (const row of where(half, wording)) counts[packageOf[Number(row.skill)]!]!++
      return counts
    },
    pickSums: (router, wording, kind) => {
      const { holes: isHole } = holes(router)
      const count = isHole.reduce((sum, hole) => sum + hole, 0)
      const others = skills.length - 1
      const facts = where('test', wording).map((row): PickFact => {
        const [target, chosen] = [Number(row.skill), pickIn(row, router)]
        const own = family[kind][target]!
        return {
          group: packageOf[target]!,
          wrong: chosen !== null,
          inFamily: chosen !== null && sameFamily(family[kind], target, chosen),
          captured: chosen !== null && isHole[chosen] === 1,
          chanceFamily: own < 0 ? 0 : (members[kind][own]! - 1) / others,
          chanceCaptured: (count - isHole[target]!) / others,
        }
      })
      return pickSums(facts, packages.length)
    },
  }
}

/** The wrong pick of a router in a row of the table `picks`, null where there was none. */
function pickIn(row: Row, router: string): number | null {
  const chosen = row[router]
  if (chosen === undefined)
    fail('LB_DATA_MISSING', `the evidence has no picks of ${router}, only those of judged routers; observe it again`)
  return typeof chosen === 'number' ? chosen : null
}

/** Members of each family. */
function sizesOf(family: Int32Array): Int32Array {
  const sizes = new Int32Array(Math.max(-1, ...family) + 1)
  for (const number of family) if (number >= 0) sizes[number]!++
  return sizes
}
