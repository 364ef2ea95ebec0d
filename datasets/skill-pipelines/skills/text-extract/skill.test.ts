import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const input = { pattern: '[\\w.+-]+@[\\w-]+\\.[\\w.]*\\w' }
const few = filesOf({ 'a.txt': 'ben@x.org and eva@y.net\n', 'b.log': 'INFO ben@x.org, kim+z@y.net\n' })

test('lists the addresses of meeting notes and passes its check', async () => {
  const step = await trySkill(run, await inputFiles('meeting-notes'), input)
  expect(check(step)).toEqual([])
  expect(new TextDecoder().decode(step.after.get('matches.txt'))).toMatch(/^anna\.keller@example\.org$/m)
})

test('several files, a group, line ends and empty matches', async () => {
  for (const pattern of ['@(\\w+)', '^\\w+', '(?:org|net)$', 'z*', 'net\\n?'])
    expect(check(await trySkill(run, few, { pattern }))).toEqual([])
})

test('no match is refused', async () => {
  await expect(trySkill(run, few, { pattern: 'absent' })).rejects.toThrow('matches nothing')
})

test('a right product made otherwise passes', () => {
  expect(check(stepWith(few, { 'people.txt': 'kim+z@y.net\r\neva@y.net\r\n\r\nben@x.org' }, input))).toEqual([])
})

test.each([
  ['repeats kept', 'ben@x.org\neva@y.net\nben@x.org\nkim+z@y.net\n'],
  ['whole lines', 'ben@x.org and eva@y.net\nINFO ben@x.org, kim+z@y.net\n'],
  ['the second file forgotten', 'ben@x.org\neva@y.net\n'],
  ['an empty file', ''],
])('%s is told', (_, product) => {
  expect(check(stepWith(few, { 'matches.txt': product }, input))).not.toEqual([])
})
