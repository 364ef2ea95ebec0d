import { hashJson } from '@lawbook/base'
import type { Skill } from '@lawbook/skills'

/** A short digest of what a skill says: its name, description and body. Equal for equal texts. */
export const digestOf = ({ name, description, body }: Pick<Skill, 'name' | 'description' | 'body'>): string =>
  hashJson([name, description, body]).slice(0, 16)
