import { expect, test } from 'vitest'
import { wordChanges } from '../../src/render/wordChanges.ts'

test('what was taken out and added are runs of words', () => {
  expect(wordChanges('Use when the user wants to write maps. Not for charts.', 'Write maps. Also: atlas.')).toEqual({
    gone: ['Use when the user wants to', 'Not for charts.'],
    added: ['Also: atlas.'],
  })
})

test('a run in the middle splits nothing around it, and order is kept', () => {
  expect(wordChanges('a b c d e', 'a c e')).toEqual({ gone: ['b', 'd'], added: [] })
  expect(wordChanges('a c', 'a b c d')).toEqual({ gone: [], added: ['b', 'd'] })
})

test('case, marks around words and marks alone change nothing', () => {
  expect(wordChanges('Reads – invoices (PDF)', 'reads invoices, PDF.')).toEqual({ gone: [], added: [] })
})

test('of very long texts the part between the first and the last difference is what changed', () => {
  const words = (mark: string) => Array.from({ length: 2000 }, (_, i) => `${mark}${i}`).join(' ')
  expect(wordChanges(`same ${words('a')} end`, `same ${words('b')} end`)).toEqual({
    gone: [words('a')],
    added: [words('b')],
  })
  const long = words('a').repeat(50)
  expect(wordChanges(`${long} gone ${long}`, `${long} ${long}`)).toEqual({ gone: ['gone'], added: [] })
})
