import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { pattern: '(\\d{4})-(\\d{2})-(\\d{2})', replacement: '$3.$2.$1' }
const few = filesOf({ 'a.md': '# Plan\n\nfrom 2026-03-01\nto 2026-03-09\n' })

test('rewrites the dates of meeting notes and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('meeting-notes'), input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('replaced.md'))).not.toMatch(/\d{4}-\d{2}/)
})

test('line ends, an empty replacement, the whole match and a dollar sign', async () => {
  for (const [pattern, replacement] of [
    ['^#+ ', ''],
    ['\\d+$', '<$&>'],
    ['2026', '$$'],
    ['(?<day>\\d\\d)$', '$<day>st'],
    ['x*', '.'],
  ] as const)
    expect(check(await trySkill(run, few, { pattern, replacement }))).toEqual([])
})

test('what the step before left is the source', async () => {
  const before = filesOf({ 'a.txt': '1999-01-01\n', 'left.txt': '2026-03-01\n' })
  const step = await trySkill(run, before, input, ['left.txt'])
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('replaced.txt'))).toBe('01.03.2026\n')
})

test('a pattern that occurs nowhere is refused', async () => {
  await expect(trySkill(run, few, { pattern: 'absent', replacement: '' })).rejects.toThrow('occurs nowhere')
})

test('a right product made otherwise passes', () => {
  const made = { 'other.txt': '# Plan\r\n\r\nfrom 01.03.2026\r\nto 09.03.2026' }
  expect(check(stepWith(few, made, input))).toEqual([])
})

test.each([
  ['only the first match', '# Plan\n\nfrom 01.03.2026\nto 2026-03-09\n'],
  ['the replacement taken literally', '# Plan\n\nfrom $3.$2.$1\nto $3.$2.$1\n'],
  ['a line lost', '# Plan\n\nfrom 01.03.2026\n'],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'replaced.md': product }, input))).not.toEqual([])
})

test('an untouched copy is told, even where only blanks were to go', () => {
  const blanks = filesOf({ 'a.txt': 'one  \ntwo\n' })
  expect(check(stepWith(blanks, { 'b.txt': 'one  \ntwo\n' }, { pattern: ' +$', replacement: '' }))).not.toEqual([])
})

test('nothing produced is told', () => {
  expect(check(stepWith(few, {}, input))).not.toEqual([])
})
