import { expect, test } from 'vitest'
import { filesOf } from '../../seeded.ts'
import { inputFiles, stepWith, trySkill } from '../../testing.ts'
import check from './check.ts'
import run from './run.ts'

const five = filesOf({
  'a.txt': 'same',
  'b.md': 'same',
  'c.txt': 'other',
  'd/e.txt': 'other',
  'f.txt': 'othes',
  'g.txt': 'same',
})

test.each([{}, { from: 'downloads/*', to: 'twice.json' }, { from: ['downloads/*.bin'] }])(
  'groups downloads by %j and passes its check',
  async (asked) => {
    expect(check(await trySkill(run, await inputFiles('downloads'), asked))).toEqual([])
  },
)

test('finds the two pairs', async () => {
  const step = await trySkill(run, await inputFiles('downloads'), {})
  const groups = JSON.parse(new TextDecoder().decode(step.after.get('duplicates.json'))) as { files: string[] }[]
  expect(groups.map(({ files }) => files)).toEqual([
    ['downloads/driver-5.2 (1).bin', 'downloads/driver-5.2.bin'],
    ['downloads/manual-copy.pdf', 'downloads/manual.pdf'],
  ])
})

test('no file twice is an answer', async () => {
  const step = await trySkill(run, five, { from: '*.md' })
  expect(check(step)).toEqual([])
  expect(check(stepWith(five, {}, { from: '*.md' }))).not.toEqual([])
})

test('right products made otherwise pass', () => {
  expect(check(stepWith(five, { 'x.json': '[["g.txt","./b.md","a.txt"],["d/e.txt","c.txt"]]' }, {}))).toEqual([])
  expect(check(stepWith(five, { 'x.json': '{"h1":["a.txt","b.md","g.txt"],"h2":["c.txt","d/e.txt"]}' }, {}))).toEqual(
    [],
  )
})

test.each([
  ['grouped by size', '[["a.txt","b.md","g.txt"],["c.txt","d/e.txt","f.txt"]]'],
  ['only pairs', '[["a.txt","b.md"],["c.txt","d/e.txt"]]'],
  ['single files listed too', '[["a.txt","b.md","g.txt"],["c.txt","d/e.txt"],["f.txt"]]'],
  ['grouped by ending', '[["a.txt","g.txt"],["c.txt","d/e.txt"]]'],
])('%s is told', (_, product) => {
  expect(check(stepWith(five, { 'duplicates.json': product }, {}))).not.toEqual([])
})
