import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exposed, listings } from '../src/listing.ts'
import type { Skill } from '../src/skill.ts'

const skill: Skill = {
  id: 'p@1.0.0:tea/SKILL.md',
  name: 'tea',
  description: 'Brews tea.',
  body: '\n# Tea\n\n  Boil\twater. ',
  package: 'p',
  licence: 'MIT',
  tags: [],
}

describe('exposed', () => {
  it('joins name and description, and shows the one where the other is empty', () => {
    expect(exposed(skill)).toBe('tea. Brews tea.')
    expect(exposed(listings.name(skill))).toBe('tea')
    expect(exposed(listings.description(skill))).toBe('Brews tea.')
    expect(exposed({ name: '', description: '' })).toBe('')
  })
})

describe('a listing', () => {
  it('changes what is shown and nothing else', () => {
    for (const listing of Object.values(listings)) {
      const { name: _, description: __, ...rest } = listing(skill)
      expect({ ...skill, ...rest }).toEqual(skill)
    }
    expect(listings.full(skill)).toBe(skill)
  })

  it('adds the body with its white space squeezed, and nothing where there is none', () => {
    expect(exposed(listings.body(skill))).toBe('tea. Brews tea. # Tea Boil water.')
    expect(listings.body({ ...skill, body: ' \n' })).toEqual({ ...skill, body: ' \n' })
    expect(listings.body({ ...skill, description: '' }).description).toBe('# Tea Boil water.')
  })

  it('shows 800 characters of a body and cuts none in two', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '🍵', ' ', '\n'), { maxLength: 2000 }), (characters) => {
        const whole = [...characters.join('').trim().replace(/\s+/g, ' ')]
        const { description } = listings.body({ ...skill, description: '', body: characters.join('') })
        expect(description).toBe(whole.slice(0, 800).join('').trimEnd())
      }),
    )
  })
})
