import { expect, it } from 'vitest'
import { askedTexts } from '../src/askedTexts.ts'
import { exposed, listings } from '../src/listing.ts'
import type { Request, Skill } from '../src/skill.ts'
import { words } from '../src/text/tokens.ts'

const tea: Skill = {
  id: 'tea',
  name: 'tea',
  description: 'Brews tea.',
  // Squeezed, the last word stands within the first 800 characters; as it is written, it does not.
  body: `Boil${' \n'.repeat(500)}water`,
  package: 'p',
  licence: 'MIT',
  tags: [],
}
const request: Request = {
  id: 'r',
  skill: 'tea',
  wording: 'direct',
  domain: 'd',
  abstract: false,
  text: 'Something hot, please.',
}

it('asked are requests, servers as shown, and skills under every exposure policy', () => {
  const server = { ...tea, name: 'kettle', description: '', body: 'never shown' }
  const texts = askedTexts({ skills: [tea] }, [request, request], { skills: [server] })
  expect(texts).toEqual({
    requests: ['Something hot, please.', 'Something hot, please.'],
    servers: ['kettle'],
    'skills-full': ['tea. Brews tea.'],
    'skills-name': ['tea'],
    'skills-description': ['Brews tea.'],
    'skills-body': ['tea. Brews tea. Boil water'],
  })
})

it('no listing shows a word that is not among those asked for', () => {
  const asked = new Set(
    Object.values(askedTexts({ skills: [tea] }, [], { skills: [] }))
      .flat()
      .flatMap(words),
  )
  for (const listing of Object.values(listings)) {
    for (const word of words(exposed(listing(tea)))) expect(asked).toContain(word)
  }
  expect(asked).toContain('water')
})
