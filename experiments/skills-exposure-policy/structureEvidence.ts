import type { Row } from '@lawbook/schemas'
import { type Wording, wordings } from '@lawbook/skill-requests'
import type { Families } from '@lawbook/skills'
import { type RankMatrix, rankings, requestCurves, rowsOf, standingsFrom } from '@lawbook/sweeps'
import { type Asked, judgedPlaces, judgedRequests } from './asked.ts'
import { type GroupingId, groupingIds, refitted, structureArms } from './groupings.ts'
import { relistedShares } from './relisted.ts'
import { type Tallies, type Tally, talliesOf } from './tally.ts'
import { groupedCurves } from './twoLevel.ts'
import { askedOfUnits, type Units, unitsOf, withCentroids } from './units.ts'

/**
 * Per router: two-level routing and the pick of the unit alone, at equal numbers of skills, the pick of the unit among as
 * many units as there would be skills, and two levels with units that list the drawn skills alone.
 */
export async function structureEvidence(
  asked: Asked,
  families: Families,
  full: ReadonlyMap<string, RankMatrix>,
): Promise<{ readonly rows: Row[]; readonly decisions: number }> {
  const tallies = talliesOf(asked)
  for (const grouping of groupingIds) {
    const units = unitsOf(asked.library, families[grouping])
    for (const wording of wordings) await addGrouping(tallies, asked, { grouping, units, wording, full })
  }
  const decisions = await addRelisted(tallies, asked, families)
  return { rows: tallies.rows(), decisions }
}

/** The exact arms of one grouping and wording. Curves over all sizes are kept of the judged wording alone. */
async function addGrouping(
  tallies: Tallies,
  asked: Asked,
  {
    grouping,
    units,
    wording,
    full,
  }: {
    readonly grouping: GroupingId
    readonly units: Units
    readonly wording: Wording
    readonly full: ReadonlyMap<string, RankMatrix>
  },
): Promise<void> {
  const { library, resources, routers, choices, progress } = asked
  const meant = askedOfUnits(units, library, judgedRequests(asked, wording))
  const arms = structureArms(grouping)
  const known = wording === choices.wording ? choices.ladder : [choices.size]
  const ladder = choices.ladder.filter((size) => known.includes(size))
  const entries = choices.ladder.filter((size) => size <= units.members.length)
  const entriesKnown = entries.filter((size) => known.includes(size))
  for await (const { router, matrix } of rankings({
    routers,
    library: units.library,
    requests: meant,
    resources: withCentroids(resources, units, library),
    progress: (done, total, label) => progress(done, total, `${grouping} units: ${label}`),
  })) {
    const skillRanks = rowsOf(full.get(router.id)!, judgedPlaces(asked, wording))
    const grouped = groupedCurves(matrix, skillRanks, units, ladder)
    const among = requestCurves(standingsFrom(matrix, units.library, meant), entriesKnown, units.members.length).right
    tallies.add(router.id, wording, [
      spreadOut({ arm: arms.twoLevel, sizes: ladder, right: grouped.twoLevel }, choices.ladder),
      spreadOut({ arm: arms.unitPick, sizes: ladder, right: grouped.unitPick }, [choices.size]),
      spreadOut({ arm: arms.entries, sizes: entriesKnown, right: among }, entries),
    ])
  }
}

/** Units listed anew in drawn libraries of the judged size, of routers kept whole. */
async function addRelisted(tallies: Tallies, asked: Asked, families: Families): Promise<number> {
  const { library, resources, routers, whole, choices, stream, progress } = asked
  let decisions = 0
  for (const [at, router] of routers.entries()) {
    progress(at, routers.length, `units listed anew: ${router.title}`)
    for (const wording of wordings) {
      const requests = judgedRequests(asked, wording)
      const wanted = wording === choices.wording && whole.has(router.id)
      const shares = wanted
        ? await relistedShares({
            ...{ router, library, requests, resources, families, stream },
            ...{ size: choices.size, orders: choices.relistings },
          })
        : null
      decisions += shares?.decisions ?? 0
      const unknown = new Float64Array(requests.length).fill(Number.NaN)
      tallies.add(router.id, wording, [
        { arm: refitted, sizes: [choices.size], right: shares?.flat ?? unknown },
        ...groupingIds.map((grouping) => ({
          arm: structureArms(grouping).relisted,
          sizes: [choices.size],
          right: shares?.twoLevel[grouping] ?? unknown,
        })),
      ])
    }
  }
  return decisions
}

/** The same arm over other sizes: NaN at those that it was not computed at. */
function spreadOut({ arm, sizes, right }: Tally, over: readonly number[]): Tally {
  const requests = sizes.length === 0 ? 0 : right.length / sizes.length
  return {
    arm,
    sizes: over,
    right: Float64Array.from({ length: requests * over.length }, (_, at) => {
      const k = sizes.indexOf(over[at % over.length]!)
      return k < 0 ? Number.NaN : right[Math.floor(at / over.length) * sizes.length + k]!
    }),
  }
}
