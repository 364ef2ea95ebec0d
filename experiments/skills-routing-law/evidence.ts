import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { requestCurves, type Standing } from '@lawbook/sweeps'
import type { RoutingChoices } from './choices.ts'
import { type Sample, stratum } from './sample.ts'

export type Wording = 'direct' | 'situated'
export const wordings: readonly Wording[] = ['direct', 'situated']
export type Half = 'calibration' | 'test'
export type Grouping = 'package' | 'domain'

/** What the committed rows say of a router. */
export type RouterRow = { readonly id: string; readonly title: string; readonly kin: string }

/** The committed evidence, read once: who was asked what, and where the right skill stood. */
export type Observed = {
  readonly skills: number
  readonly routers: readonly RouterRow[]
  /** Row numbers of the requests of one half and wording. */
  rows(half: Half | 'all', wording: Wording): number[]
  standing(router: string, row: number): Counts
  /** The skill chosen in the full library, as an index; null if the router abstained. */
  winner(router: string, row: number): number | null
  target(row: number): number
  family(skill: number): string
  /** The cluster of each request of one half and wording. */
  clusters(half: Half | 'all', wording: Wording, grouping: Grouping): { clusterOf: Int32Array; clusters: number }
  /** A router's exact curves, summed by cluster. `mean` counts both wordings equally. */
  sample(router: string, half: Half | 'all', wording: Wording | 'mean', grouping: Grouping): Sample
  /**
   * The judged half by package, where leaving a package out takes its skills from the pool as well: ladder sizes only.
   */
  poolSample(router: string, wording: Wording): Sample
}

type Counts = Pick<Standing, 'beaten' | 'ties' | 'matched' | 'targetMatched'>

/**
 * Columns of a router in the table `decisions`. An unmatched right skill has no `beaten`; an abstention no `winner`.
 */
export function decisionCells(router: string, { beaten, ties, matched, targetMatched, winner }: Standing): Row {
  return {
    [`${router}.beaten`]: targetMatched ? beaten : null,
    [`${router}.ties`]: targetMatched ? ties : null,
    [`${router}.matched`]: matched,
    [`${router}.winner`]: winner,
  }
}

/** Read the evidence tables `decisions`, `skills`, `routers` and `pools`. */
export function readEvidence(evidence: Readonly<Record<string, readonly Row[]>>, choices: RoutingChoices): Observed {
  const table = (id: string): readonly Row[] =>
    evidence[id] ??
    fail('LB_DATA_MISSING', `the evidence lacks the table ${id}; it has ${Object.keys(evidence).join(', ')}`)
  const decisions = table('decisions')
  const skills = table('skills')
  const pools = table('pools')
  const routers = table('routers').map(({ id, title, kin }) => ({
    id: String(id),
    title: String(title),
    kin: String(kin),
  }))
  const sizes = [...new Set([...choices.ladder, ...choices.shown, ...choices.heldOut])].sort((a, b) => a - b)
  const clusterIds = (grouping: Grouping): Map<string, number> =>
    new Map([...new Set(skills.map((skill) => String(skill[grouping])))].map((name, g) => [name, g]))
  const clusterIndex = { package: clusterIds('package'), domain: clusterIds('domain') }
  const numberAt = (router: string, field: string, row: number): number | null =>
    decisions[row]![`${router}.${field}`] as number | null

  const observed: Observed = {
    skills: skills.length,
    routers,
    rows: (half, wording) =>
      [...decisions.keys()].filter(
        (i) => decisions[i]!.wording === wording && (half === 'all' || decisions[i]!.half === half),
      ),
    standing: (router, row) => {
      const beaten = numberAt(router, 'beaten', row)
      const matched = numberAt(router, 'matched', row) ?? 0
      return beaten === null
        ? { beaten: matched, ties: 0, matched, targetMatched: false }
        : { beaten, ties: numberAt(router, 'ties', row) ?? 0, matched, targetMatched: true }
    },
    winner: (router, row) => numberAt(router, 'winner', row),
    target: (row) => Number(decisions[row]!.skill),
    family: (skill) => String(skills[skill]!.similarity),
    clusters: (half, wording, grouping) => ({
      clusterOf: Int32Array.from(
        observed.rows(half, wording),
        (row) => clusterIndex[grouping].get(String(skills[observed.target(row)]![grouping]))!,
      ),
      clusters: clusterIndex[grouping].size,
    }),
    sample: (router, half, wording, grouping) => {
      const strata = (wording === 'mean' ? wordings : [wording]).map((each) => {
        const standings = observed.rows(half, each).map((row) => observed.standing(router, row))
        const { clusterOf, clusters } = observed.clusters(half, each, grouping)
        return stratum(requestCurves(standings, sizes, skills.length), clusterOf, clusters)
      })
      return { sizes, clusters: clusterIndex[grouping].size, strata }
    },
    poolSample: (router, wording) => {
      const own = pools.filter((row) => row.router === router && row.wording === wording)
      const curves = new Map(
        own.map((row) => [
          clusterIndex.package.get(String(row.package)),
          Float64Array.from(sizes, (size) => Number(row[`at.${size}`] ?? Number.NaN)),
        ]),
      )
      return { ...observed.sample(router, 'test', wording, 'package'), without: (cluster) => curves.get(cluster)! }
    },
  }
  return observed
}
