import type { Skill } from '@lawbook/skills'

/**
 * Two skills as one: the one that stays keeps its id and name and gets the other's sentences, body and tags, as far as
 * it lacks them. The released code keeps the description and joins examples, tags and anchors (auto_skill_manager,
 * optimize/planner.py, `_apply_merge`); in a SKILL.md these stand in the description, so its sentences are joined.
 */
export function mergeSkills(stays: Skill, goes: Skill): Skill {
  return {
    ...stays,
    description: joined(stays.description, sentences(goes.description), ' '),
    body: joined(stays.body, [goes.body], '\n\n'),
    tags: [...new Set([...stays.tags, ...goes.tags])],
  }
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/)

function joined(text: string, more: readonly string[], separator: string): string {
  const missing = more.filter((part) => part !== '' && !text.includes(part))
  return [text, ...missing].filter((part) => part !== '').join(separator)
}
