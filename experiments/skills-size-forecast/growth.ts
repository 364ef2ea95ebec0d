import type { Stream } from '@lawbook/base'
import type { Skill } from '@lawbook/skills'

/** How a library comes about and grows: skill by skill from everywhere, or package by package. */
export const designs = ['scattered', 'packages'] as const
export type Design = (typeof designs)[number]

/**
 * All skills in the order in which a library takes them in: a library of N is the first N. `scattered`: at random.
 * `packages`: whole packages at random, the skills of each in random order; only the last one is cut.
 */
export function arrivals(skills: readonly Skill[], design: Design, stream: Stream): Skill[] {
  const shuffled = stream.shuffle([...skills])
  if (design === 'scattered') return shuffled
  const byPackage = new Map<string, Skill[]>()
  for (const skill of shuffled) byPackage.set(skill.package, [...(byPackage.get(skill.package) ?? []), skill])
  return stream.shuffle([...byPackage.keys()].sort()).flatMap((name) => byPackage.get(name)!)
}
