import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const few = filesOf({ 'a.txt': 'The cat, the well-worn mat.\n\nA cat – (the) end.\n' })
const top = [
  { word: 'the', count: 3 },
  { word: 'cat', count: 2 },
  { word: 'a', count: 1 },
  { word: 'end', count: 1 },
  { word: 'mat', count: 1 },
  { word: 'well-worn', count: 1 },
]
const right = { lines: 3, words: 9, characters: 48, top }

test.each(['essay', 'meeting-notes', 'handbook'])('counts %s and passes its check', async (id) => {
  expect(check(await trySkill(run, await inputFiles(id), {}))).toEqual([])
})

test('counts what can be counted by hand', async () => {
  const step = await trySkill(run, few, {})
  expect(JSON.parse(new TextDecoder().decode(step.after.get('count.json')))).toEqual(right)
})

test('several files count together', async () => {
  const before = filesOf({ 'a.txt': 'one two\nthree', 'b.md': '# four\n' })
  const step = await trySkill(run, before, {})
  expect(check(step)).toEqual([])
  expect(JSON.parse(new TextDecoder().decode(step.after.get('count.json')))).toMatchObject({ lines: 3, words: 4 })
})

test('a right product made otherwise passes', () => {
  const made = { top: { the: 3, cat: 2, mat: 1, end: 1, 'well-worn': 1, a: 1 }, words: 9, characters: 47, lines: 3 }
  expect(check(stepWith(few, { 'size.json': JSON.stringify(made) }, {}))).toEqual([])
})

test.each([
  ['the dash counted as a word', { ...right, words: 10 }],
  ['the blank line forgotten', { ...right, lines: 2 }],
  ['characters without blanks', { ...right, characters: 39 }],
  ['capitals told apart', { ...right, top: [{ word: 'cat', count: 2 }, { word: 'the', count: 2 }, ...top.slice(2)] }],
  ['rare words first', { ...right, top: [...top].reverse() }],
  ['a word that is not there', { ...right, top: [...top.slice(0, 5), { word: 'dog', count: 1 }] }],
  ['no frequent words', { ...right, top: [] }],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'count.json': JSON.stringify(product) }, {}))).not.toEqual([])
})
