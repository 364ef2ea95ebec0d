import { byCodeUnit } from '@lawbook/base'
import { binomialUpperTail } from '@lawbook/estimators'
import { chooseAmong, type PointwiseRouter } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import type { ConfusedReport } from '../report.ts'

type BlackHole = ConfusedReport['blackHoles'][number]

const level = 0.995
const fewestFamilies = 3
const enough = 2

/**
 * Skills that are chosen for the needs of many others: more wrong picks than the most that any skill gets by chance
 * (`mostByChance`, 99.5 %), from right skills of at least three families, by routers of at least two kinds (of one,
 * where there is no other). The numbers are those of the router with the least to say against the skill among the two
 * with the most. The worst first.
 */
export async function blackHoles(
  library: Library,
  probes: readonly Request[],
  routers: readonly PointwiseRouter[],
  families: ReadonlyMap<string, string>,
): Promise<BlackHole[]> {
  const found = new Map<string, Map<string, BlackHole>>()
  for (const router of routers) {
    for (const hole of await holesOf(library, probes, router, families)) {
      const kinds = found.get(hole.id) ?? new Map<string, BlackHole>()
      if ((kinds.get(router.kin)?.wrongPicks ?? 0) < hole.wrongPicks) found.set(hole.id, kinds.set(router.kin, hole))
    }
  }
  const needed = Math.min(enough, new Set(routers.map(({ kin }) => kin)).size)
  return [...found.values()]
    .filter(({ size }) => size >= needed)
    .map((kinds) => [...kinds.values()].sort(worstFirst)[needed - 1]!)
    .sort(worstFirst)
}

const worstFirst = (x: BlackHole, y: BlackHole): number =>
  y.wrongPicks / y.limit - x.wrongPicks / x.limit || byCodeUnit(x.id, y.id)

async function holesOf(
  library: Library,
  probes: readonly Request[],
  router: PointwiseRouter,
  families: ReadonlyMap<string, string>,
): Promise<BlackHole[]> {
  const { skills } = library
  const fitted = await router.build(library, {})
  const all = Int32Array.from(skills, (_, j) => j)
  const robbed: string[][] = skills.map(() => [])
  let wrong = 0
  for (const probe of probes) {
    const choice = chooseAmong(probe, library, fitted.score(probe), all)
    if (choice === null || skills[choice.skill]!.id === probe.skill) continue
    wrong++
    robbed[choice.skill]!.push(families.get(probe.skill) ?? probe.skill)
  }
  const limit = mostByChance(wrong, skills.length)
  return robbed.flatMap((from, j) => {
    const hole = { id: skills[j]!.id, wrongPicks: from.length, limit, families: new Set(from).size }
    return hole.wrongPicks > limit && hole.families >= fewestFamilies ? [hole] : []
  })
}

/**
 * The most wrong picks that one skill gets by chance: the smallest k with P(max <= k) >= 99.5 % when `picks` fall on
 * `skills` uniformly. P(max <= k) is taken as the product of the skills' binomial probabilities: counts are negatively
 * associated (Joag-Dev and Proschan 1983), and at this level the product is exact to the whole number.
 */
export function mostByChance(picks: number, skills: number): number {
  for (let k = 0; k < picks; k++) {
    const above = binomialUpperTail(k, picks, 1 / skills)
    if (skills * Math.log1p(-above) >= Math.log(level)) return k
  }
  return picks
}
