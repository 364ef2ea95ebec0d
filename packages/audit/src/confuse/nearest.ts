import { type FittedPointwise, type PointwiseRouter, tieKey } from '@lawbook/routers'
import { exposed, type Library, type Request, type Skill } from '@lawbook/skills'

/**
 * For each skill the k others that a router finds nearest to its listing, nearest first; fewer where fewer share
 * anything with it. The listing is the request, its own entry is left out, equal scores go to the smallest `tieKey`.
 * Memory is n k, whatever the router.
 */
export async function nearestOthers(router: PointwiseRouter, library: Library, k: number): Promise<Int32Array[]> {
  const fitted = await router.build(library, {})
  return library.skills.map((skill, i) => nearestOf(skill, i, fitted, library, k))
}

function nearestOf(skill: Skill, i: number, fitted: FittedPointwise, { skills }: Library, k: number): Int32Array {
  const { values, matched } = fitted.score(asRequest(skill))
  const best: number[] = []
  const before = (a: number, b: number): boolean =>
    values[a]! > values[b]! ||
    (values[a]! === values[b]! && tieKey(skill.id, skills[a]!.id) < tieKey(skill.id, skills[b]!.id))
  for (let j = 0; j < values.length; j++) {
    if (j === i || matched[j] === 0) continue
    if (best.length === k && !before(j, best[k - 1]!)) continue
    let at = best.length < k ? best.length : k - 1
    while (at > 0 && before(j, best[at - 1]!)) at--
    best.splice(at, 0, j)
    best.length = Math.min(best.length, k)
  }
  return Int32Array.from(best)
}

const asRequest = (skill: Skill): Request => ({
  ...{ id: skill.id, skill: skill.id, wording: 'direct', domain: '', abstract: false },
  text: exposed(skill),
})
