import { expect, test } from 'vitest'
import { distinct, lawById, laws } from '../../src/laws/index.ts'

test('a law is found by its id, near misses are suggested', () => {
  for (const law of laws) expect(lawById(law.id)).toBe(law)
  expect(() => lawById('powr')).toThrow('did you mean power?')
  expect(() => lawById('something else')).toThrow(`there are ${laws.map(({ id }) => id).join(', ')}`)
})

test('two laws with one id are refused', () => {
  expect(() => distinct([...laws, laws[0]!])).toThrow('two laws carry the id "log"')
})

test('equations name every parameter', () => {
  for (const { equation, parameters } of laws) for (const { name } of parameters) expect(equation).toContain(name)
})
