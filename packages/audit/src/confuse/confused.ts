import { streamsOf } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import { exposed, type Library, type Request, similarityFamilies, tokens } from '@lawbook/skills'
import { probesFromBodies } from '../ask/probes.ts'
import type { AuditLibrary } from '../auditLibrary.ts'
import type { ConfusedReport } from '../report.ts'
import { withoutPointers } from '../steps/withoutPointers.ts'
import { blackHoles } from './blackHoles.ts'
import { likeByChance } from './chance.ts'
import { type Collision, collisions } from './collisions.ts'
import { hubness } from './hubness.ts'
import { nearestOthers } from './nearest.ts'

const occurrence = 10
/** Enough to see who draws the needs of others, and few enough for any library. */
const mostProbes = 1500
/** Families of similar skills take n x n similarities. */
const mostForFamilies = 2000

/**
 * Who is confused with whom: colliding pairs (`collisions`), hubness of the first router's ten nearest (`hubness`), and
 * skills that draw the probes of others (`blackHoles`; those of `probesFromBodies` if none are given, at most 1,500 of
 * them, spread evenly). Clauses that say what a skill is not for are taken out before pairs and hubs are looked for;
 * probes are put to the listing as it stands. Memory grows with the number of skills, never with its square beyond 2,000.
 */
export async function confused(
  { skills }: Pick<AuditLibrary, 'skills'>,
  { routers, probes }: { readonly routers: readonly PointwiseRouter[]; readonly probes?: readonly Request[] },
): Promise<ConfusedReport> {
  const streams = streamsOf('audit-confused')
  const cleaned = { skills: skills.map((skill) => ({ ...skill, description: withoutPointers(skill.description) })) }
  const nearest: Int32Array[][] = []
  for (const router of routers) nearest.push(await nearestOthers(router, cleaned, occurrence))
  const floor = likeByChance(
    cleaned.skills.map((skill) => tokens(exposed(skill))),
    streams('likeness by chance'),
  )
  const pairs = collisions(cleaned, routers, nearest, floor)
  return {
    routers: routers.map(({ id }) => id),
    pairs: pairs.map(({ a, b, ...rest }) => ({
      ...{ a: skills[a]!.id, b: skills[b]!.id, ...rest },
      places: [skills[a]!.place, skills[b]!.place],
    })),
    hubness: routers.length === 0 ? null : hubness(nearest[0]!, streams('hubness by chance')),
    blackHoles: await blackHoles(
      { skills },
      spread(probes ?? probesFromBodies({ skills })),
      routers,
      familiesOf({ skills }, pairs),
    ),
  }
}

function spread(probes: readonly Request[]): readonly Request[] {
  if (probes.length <= mostProbes) return probes
  return Array.from({ length: mostProbes }, (_, k) => probes[Math.floor((k * probes.length) / mostProbes)]!)
}

/** Families of similar skills, or, in a large library, of skills that collide with each other. */
function familiesOf(library: Library, pairs: readonly Collision[]): ReadonlyMap<string, string> {
  const { skills } = library
  if (skills.length <= mostForFamilies) return similarityFamilies(library)
  const first = Int32Array.from(skills, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (first[at] !== at) at = first[at]!
    return at
  }
  for (const { a, b } of pairs) first[Math.max(root(a), root(b))] = Math.min(root(a), root(b))
  return new Map(skills.map(({ id }, i) => [id, skills[root(i)]!.id]))
}
