import { type Library, libraryOf, type Request, type Skill } from '@lawbook/skills'

/** A skill written for a test; its body repeats its listing unless one is given. */
export function skill(name: string, description: string, body = `${name}. ${description}`): Skill {
  return { id: name, name, description, body, package: 'own', licence: 'MIT', tags: [] }
}

export const library = (...skills: readonly Skill[]): Library => libraryOf(skills)

export function request(id: string, skillId: string, text: string): Request {
  return { id, skill: skillId, wording: 'direct', domain: 'test', abstract: false, text }
}
