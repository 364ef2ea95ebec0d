import type { Half, Wording } from '@lawbook/skill-requests'
import type { Request } from '@lawbook/skills'

/** The wording that is tested when the other one is read. */
export const otherWording = (wording: Wording): Wording => (wording === 'direct' ? 'situated' : 'direct')

/**
 * What the steps may read before the tested wording is asked: the requests of the skills of one part, in the other wording.
 */
export function readFor(
  tested: Wording,
  requests: readonly Request[],
  isRead: (skill: string) => boolean,
): readonly Request[] {
  return requests.filter(({ skill, wording }) => wording === otherWording(tested) && isRead(skill))
}

/** Whether a skill is of a half. */
export function ofHalf(split: Readonly<Record<string, Half>>, half: Half): (skill: string) => boolean {
  return (skill) => split[skill] === half
}

/**
 * Half of the packages, by turns down the list from the one with the most skills: no package is cut, families of
 * similar skills are.
 */
export function halfOfPackages(
  skills: readonly { readonly id: string; readonly package: string }[],
): (skill: string) => boolean {
  const sizes = new Map<string, number>()
  for (const skill of skills) sizes.set(skill.package, (sizes.get(skill.package) ?? 0) + 1)
  const ordered = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1))
  // Turns of four, first, last, last, first: the two halves come out about as large.
  const chosen = new Set(ordered.filter((_, k) => k % 4 === 0 || k % 4 === 3))
  const owner = new Map(skills.map((skill) => [skill.id, skill.package]))
  return (skill) => chosen.has(owner.get(skill) ?? '')
}
