import type { Skill } from './skill.ts'

/** How much of a body the listing `body` shows, in characters (code points). */
const shown = 800

/**
 * What a router sees of a skill: "name. description", or the one that is not empty. Never the body: a policy that shows
 * more, or less, is another library (`listings`).
 */
export function exposed({ name, description }: Pick<Skill, 'name' | 'description'>): string {
  return joined('. ', name, description)
}

/**
 * Exposure policies as changes of a skill, to be mapped over a library: `full` shows name and description, `name` and
 * `description` only the one, and `body` both with the first 800 characters of the body, its white space squeezed to
 * single spaces.
 */
export const listings = {
  full: (skill: Skill): Skill => skill,
  name: (skill: Skill): Skill => ({ ...skill, description: '' }),
  description: (skill: Skill): Skill => ({ ...skill, name: '' }),
  body: (skill: Skill): Skill => ({ ...skill, description: joined(' ', skill.description, opening(skill.body)) }),
} as const

/** The first 800 characters of a text whose white space is squeezed; no character is cut in two. */
function opening(text: string): string {
  const squeezed = text.trim().replace(/\s+/g, ' ')
  return [...squeezed].slice(0, shown).join('').trimEnd()
}

function joined(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator)
}
