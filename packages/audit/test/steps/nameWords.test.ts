import { expect, test } from 'vitest'
import { nameWords } from '../../src/steps/nameWords.ts'

const namesOf = (...texts: string[]): string[] => [...nameWords(texts)].sort()

test('names have a capital inside a sentence, or are parts of files, addresses and variables', () => {
  expect(namesOf('Ask Anna’s brother about notes.txt, the sum_total and ben@example.com.')).toEqual([
    'anna',
    'ben',
    'com',
    'example',
    'notes',
    'sum',
    'total',
    'txt',
  ])
})

test('a word that stands without such signs anywhere is none', () => {
  expect(namesOf('Give it to March and to Jan', 'We march in jan.md')).toEqual(['jan', 'md'])
})

test('the first word of a sentence and words all in capitals say nothing', () => {
  expect(namesOf('Berlin is far. “Lisbon” too! Make it a PDF')).toEqual([])
  expect(namesOf('Berlin is far', 'I live in Berlin')).toEqual(['berlin'])
})
