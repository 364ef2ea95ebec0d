import type { Described } from './described.ts'

/** Words that the template takes neither for a verb nor for an object (`_concrete_terms`). */
const vague = new Set('generic general handle process multiple workflow various utility input data'.split(' '))

/** How many anchors of a kind the released runtime shows an agent beside the description (runtime/context.py). */
const shown = 4

/**
 * The listing that the released code writes in the place of an old one, without a language model: name, the first two
 * verbs (without any: validate, transform), the first three objects (without any: tags, then the name), the family, the
 * first two constraints. Constraints are, in this order: the skill's own, the family, "not for vague, catch-all
 * requests", `extra` (auto_skill_manager, scoring/recommendations.py, `_propose_rewrite_for_skill`; the wording is
 * ours, the content words are theirs). The released code keeps the new anchors beside the description, where its
 * runtime shows four of each kind; a SKILL.md has no such place, so those of the four that are not said follow.
 */
export function rewriteTemplate({ skill, anchors, family }: Described, extra: readonly string[] = []): string {
  const verbs = concrete(anchors.verbs, ['validate', 'transform'])
  const named = anchors.objects.length > 0 ? anchors.objects : skill.tags
  const objects = concrete(named, [skill.name.toLowerCase()])
  const own = [...anchors.constraints, `only for ${family} tasks`, 'not for vague, catch-all requests', ...extra]
  const constraints = [...new Set(own)]
  const action = `${verbs.slice(0, 2).join(' and ')} ${objects.slice(0, 3).join(', ')}`
  const scope = constraints.slice(0, 2).join('; ')
  const more = [verbs.slice(2, shown).join(', '), objects.slice(3, shown).join(', '), ...constraints.slice(2, shown)]
  const also = more.filter((part) => part !== '').join('; ')
  return `${skill.name}: to ${action} for ${family} workflows. Scope: ${scope}.${also === '' ? '' : ` Also: ${also}.`}`
}

/** The constraint that a rewrite adds where a skill is neither removed nor narrowed. */
export const preferSpecialists = 'prefer a neighboring specialist skill if its anchors match'

/** What a boundary rewrite adds to a skill's constraints: not for its neighbour, nor for its first three objects. */
export function boundaryClauses({ skill, anchors }: Described): [string, string] {
  const objects = anchors.objects.slice(0, 3).join(', ')
  return [
    `do not use if the request is specifically for ${skill.name}`,
    `excludes tasks about ${objects === '' ? "that neighbor's objects" : objects}`,
  ]
}

function concrete(terms: readonly string[], otherwise: readonly string[]): string[] {
  const own = terms.filter((term) => !vague.has(term.toLowerCase()))
  return [...new Set(own.length > 0 ? own : otherwise)]
}
