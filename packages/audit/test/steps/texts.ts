import type { Library, Request, Skill } from '@lawbook/skills'
import { libraryOf } from '@lawbook/skills'

/** A skill of a library made for a test; its id is its name. */
export function skillOf(name: string, description: string, body = ''): Skill {
  return { id: name, name, description, body, package: 'test', licence: 'MIT', tags: [] }
}

export function requestOf(skill: string, text: string, wording: Request['wording'] = 'direct'): Request {
  return { id: `${skill} ${wording} ${text.length}`, skill, wording, domain: 'test', abstract: false, text }
}

/** Six skills of a household, none of which says what its users say. */
export const household: Library = libraryOf([
  skillOf('bread', 'Use this skill when the user wants to bake bread. Kneads dough and heats ovens.'),
  skillOf('bulbs', 'Use this skill when the user wants to replace bulbs. Not for plants, use garden.'),
  skillOf('garden', 'Use this skill when the user wants to water plants and cut hedges.'),
  skillOf('ledger', 'Use this skill when the user wants to total bills. Knows taxes.'),
  skillOf('letters', 'Use this skill when the user wants to post letters. Buys stamps, folds paper.'),
  skillOf('piano', 'Tunes a piano.'),
])

export const householdRequests: readonly Request[] = [
  requestOf('bread', 'I would like a sourdough loaf from the oven and some rolls'),
  requestOf('letters', 'Please send this envelope with paper and stamps to my aunt in Norway'),
  requestOf('ledger', 'How much do I owe when I water down my stamps and invoices'),
]
