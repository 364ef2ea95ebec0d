import { byCodeUnit, fail } from '@lawbook/base'
import type { Library, Skill } from './skill.ts'

/** A library of these skills, sorted by id. Two skills with one id throw LB_DUPLICATE_ID. */
export function libraryOf(skills: readonly Skill[]): Library {
  const sorted = [...skills].sort((a, b) => byCodeUnit(a.id, b.id))
  const double = sorted.find(({ id }, i) => id === sorted[i - 1]?.id)
  if (double !== undefined) fail('LB_DUPLICATE_ID', `two skills have the id ${double.id}; ids must be unique`)
  return { skills: sorted }
}
