import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { style: 'unique' }
const few = filesOf({ 'a.txt': 'quay\nPile\n\nanchor\nquay\nbearing\n' })

test.each([{}, { order: 'descending' }, { style: 'unique' }, { style: 'unique', order: 'descending' }] as const)(
  'orders a word list by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('word-list'), asked))).toEqual([])
  },
)

test('the order of a short list', async () => {
  const step = await trySkill(run, few, input)
  expect(new TextDecoder().decode(step.after.get('sorted.txt'))).toBe('anchor\nbearing\nPile\nquay\n')
})

test('an unknown style is refused', async () => {
  await expect(trySkill(run, few, { style: 'numbers' })).rejects.toThrow('knows no style')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'list.txt': '\nanchor\r\nbearing\r\nPile\r\n\r\nquay' }, input))).toEqual([])
})

test.each([
  ['capitals first', 'Pile\nanchor\nbearing\nquay\n'],
  ['repeats kept', 'anchor\nbearing\nPile\nquay\nquay\n'],
  ['a line lost', 'anchor\nbearing\nquay\n'],
  ['the wrong way round', 'quay\nPile\nbearing\nanchor\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'sorted.txt': product }, input))).not.toEqual([])
})

test('a repeat lost is told where repeats stay', () => {
  expect(check(stepWith(few, { 'sorted.txt': 'anchor\nbearing\nPile\nquay\n' }, {}))).not.toEqual([])
})
