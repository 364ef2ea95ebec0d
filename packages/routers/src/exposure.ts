import type { Skill } from '@lawbook/skills'

/** What a router sees of a skill: its name and its description, never the body. */
export function exposed(skill: Skill): string {
  return `${skill.name}. ${skill.description}`
}
