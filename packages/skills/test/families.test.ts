import { describe, expect, it } from 'vitest'
import { authorsFamily, familiesOf } from '../src/families.ts'
import { libraryOf } from '../src/library.ts'
import type { Request, Skill } from '../src/skill.ts'

const skill = (id: string, name: string, description: string): Skill => ({
  id,
  name,
  description,
  body: '',
  package: id[0]!,
  licence: 'MIT',
  tags: [],
})
const request = (id: string, target: string, domain: string): Request => ({
  id,
  skill: target,
  wording: 'direct',
  domain,
  abstract: false,
  text: 't',
})
const library = libraryOf([
  skill('b2', 'fast-tea', 'brew green tea with hot water'),
  skill('a1', 'tea-12', 'brew green tea with hot water now'),
  skill('a2', 'ledger', 'balance the books of a company'),
  skill('b1', 'rocket', 'launch satellites into orbit'),
])

describe('familiesOf', () => {
  const families = familiesOf(library, [
    request('1', 'a1', 'kitchen'),
    request('2', 'a1', 'chemistry'),
    request('3', 'a2', 'office'),
    request('4', 'a2', 'office'),
    request('5', 'a2', 'kitchen'),
    request('6', 'b1', 'space'),
  ])
  it('gives the domain most requests carry, the first by name of equals, none without requests', () => {
    expect(Object.fromEntries(families.domain)).toEqual({ a1: 'chemistry', a2: 'office', b1: 'space' })
  })
  it('gives the package', () => expect(families.package.get('b2')).toBe('b'))
  it('puts what says the same into one family, named by its first skill', () => {
    expect(Object.fromEntries(families.similarity)).toEqual({ a1: 'a1', a2: 'a2', b1: 'b1', b2: 'a1' })
  })
  it("follows the authors' names", () => expect(families.authors.get('a1')).toBe(families.authors.get('b2')))
})

describe('authorsFamily', () => {
  it.each([
    ['fast-csv-parser-03', 'csv-parser'],
    ['csv-parser', 'csv-parser'],
    ['auto-fast-csv', 'fast-csv'],
    ['deep', 'deep'],
    ['Smart CSV', 'csv'],
    ['v2-3-4', 'v2-3'],
    ['production-check', 'production-check'],
  ])('reads %s as %s', (name, family) => expect(authorsFamily(name)).toBe(family))
})

describe('libraryOf', () => {
  it('sorts by id and refuses two of one id', () => {
    expect(library.skills.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'b2'])
    expect(() => libraryOf([...library.skills, library.skills[0]!])).toThrow('a1')
  })
})
