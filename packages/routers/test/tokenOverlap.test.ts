import { expect, test } from 'vitest'
import { tokenOverlap } from '../src/tokenOverlap.ts'
import { kitchen, request } from './library.ts'

test('4 a word of the name, 2 a tag, 1 a word of the description, each distinct word once', async () => {
  const { values } = (await tokenOverlap.build(kitchen)).score(request('Dough dough for noodles, knead'))
  // noodles: name 4; dough: tag 2 and description 1; for, noodles, knead: description 1 each.
  expect(values[6]).toBe(4 + 2 + 1 + 1 + 1 + 1)
  // "baking" is not "bake": words are not stemmed; cake shares only "for".
  expect(values[1]).toBe(1)
})
